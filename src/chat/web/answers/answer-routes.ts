import type { IncomingMessage, ServerResponse } from 'node:http'
import { createElement as h } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Answer, Desk } from '../../../answer/answer.ts'
import type { PictureOf } from '../../core/own-addresses.ts'
import { canBeTaken, type Form, fileName, formIn, type TakeAlong, typeOf } from '../../core/taking.ts'
import { shownIn } from '../../slack/blocks/buttons.ts'
import { toBlocks } from '../../slack/blocks/to-blocks.ts'
import { isOpenedHere } from '../open-door.ts'
import { head } from '../page.ts'
import { busy, send } from '../replies.ts'
import { elements } from '../workspace/deliveries.ts'
import type { Post } from '../workspace/workspace-state.ts'
import { drawEvidence, drawFoot, drawOverview } from './draw-answer.ts'
import { drawGroups } from './draw-evidence.ts'

type Asked = { desk: Desk; takeAlong?: TakeAlong }

const ELSEWHERE = 'This page answers only itself.'

/**
 * An answer by itself, with the words of its sources: a page to read or print. The page's script asks for parts of it: its
 * `words`, or its `table`.
 */
export async function answerPage(
  { desk }: Asked,
  request: IncomingMessage,
  response: ServerResponse,
  ask: string,
): Promise<void> {
  if (!isOpenedHere(request)) return send(response, 403, 'text/plain', ELSEWHERE)
  const answer = answered(desk, ask)
  if (!answer) return send(response, 404, 'text/plain', 'There is nothing to show: ask in the conversation.')
  const part = request.headers['x-part']
  if (part === 'words') return send(response, 200, 'text/html', drawEvidence(answer, 4))
  if (part === 'table') return send(response, 200, 'text/html', drawOverview(answer, 3))
  send(response, 200, 'text/html', whole(answer))
}

/** A file of an answer; or what a clipboard takes. */
export async function answerTaken(
  { desk, takeAlong }: Asked,
  request: IncomingMessage,
  response: ServerResponse,
  { form: name, ask }: { form: string; ask: string },
): Promise<void> {
  if (!isOpenedHere(request)) return send(response, 403, 'text/plain', ELSEWHERE)
  const form = formIn(name)
  const answer = answered(desk, ask)
  if (!form || !answer || !takeAlong) return send(response, 404, 'text/plain', 'There is nothing to take.')
  const content = await takeAlong(answer, form)
  if (form !== 'part.html')
    response.setHeader('content-disposition', `attachment; filename="${fileName(answer, form)}"`)
  send(response, 200, typeOf(form), content)
}

/** The map of an answer as a picture to keep: what the page shows is drawn for its own width and colours. */
export async function mapTaken(
  { desk, mapFile }: { desk: Desk; mapFile?: PictureOf },
  request: IncomingMessage,
  response: ServerResponse,
  ask: string,
): Promise<void> {
  if (!isOpenedHere(request)) return send(response, 403, 'text/plain', ELSEWHERE)
  const answer = answered(desk, ask)
  const map = answer && (await mapFile?.(answer))
  if (!map) return send(response, 404, 'text/plain', 'There is no map to take.')
  const bytes = await map.bytes()
  if ('leftOut' in bytes) return busy(response)
  response.setHeader('content-disposition', `attachment; filename="${fileName(answer, 'png')}"`)
  send(response, 200, 'image/png', bytes)
}

export const MAP_ADDRESS = '/take/png'

/** What a page of its own can be about: something that the folder holds. */
function answered(desk: Desk, ask: string): Answer | undefined {
  const answer = desk.answer(ask)
  return canBeTaken(answer) ? answer : undefined
}

/** Where a file is taken from. */
export function takeAddress(ask: string, form: Form): string {
  return `/take/${form}?${new URLSearchParams({ ask })}`
}

function whole(answer: Answer): string {
  const back = renderToStaticMarkup(h('p', {}, h('a', { href: '/policy' }, 'Back to the conversation')))
  const words = answer.table
    ? `<h2>Sources and words</h2>${drawEvidence(answer, 3)}`
    : renderToStaticMarkup(drawGroups(answer.groups, { level: 2 }))
  return `<!doctype html><html lang="en"><head>${head(answer.heading)}</head><body class="alone"><main class="answer">${back}${drawOverview(answer, 1)}${words}${drawFoot(answer)}</main></body></html>`
}

/** Buttons whose value is the question that was asked. */
const ASKED = /^(?:share|words|rest|report):\d+$/

/**
 * The answer whose first message this is, where it has an overview: the page then draws the answer itself. A message says
 * by its buttons what was asked; whether the answer is still the same is seen by its being the same message.
 */
export function answerIn({ blocks, text }: Pick<Post, 'blocks' | 'text'>, desk: Desk): Answer | undefined {
  const answer = answerUnder(blocks, desk)
  if (!answer?.table) return undefined
  const said = toBlocks(answer)[0].text
  if (said === text) return answer
  // What was shared ends with its receipt.
  return text.startsWith(`${said}\n`) ? { ...answer, receipt: text.slice(said.length + 1) } : undefined
}

/** The answer to what the buttons of a message or a window say was asked. */
function answerUnder(blocks: Post['blocks'], desk: Desk): Answer | undefined {
  const asked = blocks.flatMap(elements).find(({ action_id = '' }) => ASKED.test(action_id))
  if (asked?.type !== 'button' || !asked.value) return undefined
  return desk.answer(shownIn(asked.value).ask)
}

/** What can be taken along of a message or a window that begins with the heading of an answer. */
export function takenFrom(blocks: Post['blocks'], desk: Desk): Answer | undefined {
  const answer = answerUnder(blocks, desk)
  if (!answer || !canBeTaken(answer)) return undefined
  const [[first], [heading]] = [blocks, toBlocks(answer)[0].blocks]
  return headerOf(first) !== undefined && headerOf(first) === headerOf(heading) ? answer : undefined
}

function headerOf(block: Post['blocks'][number] | undefined): string | undefined {
  return block?.type === 'header' ? block.text.text : undefined
}
