import bolt, {
  type AllMiddlewareArgs,
  type SlackViewMiddlewareArgs,
  type types,
  type ViewSubmitAction,
} from '@slack/bolt'
import { findingsOf } from '../../../answer/answer.ts'
import { may, OUTSIDE } from '../../../answer/rights.ts'
import { tellUs } from '../../../answer/tell-us.ts'
import { REPORT_BUTTON, shownIn } from '../blocks/buttons.ts'
import { REPORT_STATEMENT } from '../blocks/menus.ts'
import { notice } from '../blocks/message.ts'
import { richText, words } from '../blocks/text.ts'
import type { Message } from '../blocks/to-blocks.ts'
import { askerOfPress, askerOfView } from './asker.ts'
import type { ListenerDeps } from './listener-deps.ts'
import { nothingThere, type PressArgs, replyToPress } from './press-reply.ts'
import { PAGES, reportWindow, thanks } from './report-window.ts'

/** The button that opens the window, and the menu in it that turns its pages; others lead nowhere. */
export const REPORT = /^report:/
/** The window itself. */
export const REPORT_WINDOW = new RegExp(`^${REPORT_BUTTON}$`)

const NOT_OPENED = 'The form could not be opened in time, and nothing was sent. Please press again.'

function codeOf(error: Error): string {
  return error instanceof bolt.webApi.WebAPIPlatformError ? error.data.error : error.name
}

/** Anything that can be seen. */
const VISIBLE = /[^\s\p{C}\p{DI}\u2800]/u

/** Opens a window that asks which record is wrong, and how; and shows others of many records in it. */
export function onReport({ ask, turn }: ListenerDeps) {
  return async (args: PressArgs): Promise<void> => {
    await args.ack()
    const { body, client, context } = args
    const { trigger_id } = body
    const reply = replyToPress(args)
    const wanted = whatIsWanted(args)
    if (!wanted) return turn({ at: 'button', reply, act: nothingThere(reply) })
    const { question, page, turns, statement } = wanted
    const act = async () => {
      const asker = askerOfPress(body, context)
      if (!may(asker, 'report')) {
        await reply(notice(OUTSIDE))
        return { command: 'report', outcome: 'shown' as const }
      }
      const answer = await ask(question, asker)
      const all = findingsOf(answer)
      const findings = statement ? all.filter(({ id }) => id === statement) : all
      const view = reportWindow(findings, question, page)
      if (!turns && findings.length === 0 && tellUs(answer)?.is !== 'words') {
        await reply(notice('That answer has changed meanwhile: please ask again.'))
        return { command: 'report', outcome: 'shown' as const }
      }
      try {
        if (turns) await client.views.update({ view_id: turns, view })
        else if (body.view?.type === 'modal') await client.views.push({ trigger_id, view })
        else await client.views.open({ trigger_id, view })
      } catch (error) {
        // Slack opens a window for three seconds after a press: on a busy machine, or a slow line, that is over soon.
        if (!(error instanceof bolt.webApi.SlackError)) throw error
        await reply(notice(NOT_OPENED))
        return { command: 'report', outcome: 'shown' as const, why: codeOf(error) }
      }
      return { command: 'report', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}

/**
 * The answer in which something is wrong, and which of its menus to show, or which statement; `turns` is the window that
 * shows another menu now.
 */
type Wanted = { question: string; page: number; turns?: string; statement?: string }

function whatIsWanted({ action, body: { view } }: PressArgs): Wanted | undefined {
  if (action.action_id === REPORT_STATEMENT && action.type === 'static_select') {
    const statement = action.selected_option?.value
    return statement ? { question: shownIn(action.block_id).ask, page: 0, statement } : undefined
  }
  if (action.action_id === REPORT_BUTTON && action.type === 'button')
    return action.value ? { question: action.value, page: 0 } : undefined
  const page = action.type === 'static_select' ? action.selected_option?.value : undefined
  if (action.action_id !== PAGES || !view?.private_metadata || !/^\d{1,3}$/.test(page ?? '')) return undefined
  return { question: view.private_metadata, page: Number(page), turns: view.id }
}

type SubmitArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs

/** Keeps the report, tells the curators, and thanks; a report that says nothing is handed back. */
export function onReported({ turn, digest }: ListenerDeps) {
  return async ({ ack, view, body, client, context, logger }: SubmitArgs): Promise<void> => {
    const reply = ({ blocks }: Message) => ack({ response_action: 'update', view: thanks(blocks) })
    const act = async () => {
      const { record, says } = view.state.values
      const id = record?.record?.selected_option?.value ?? ''
      const words = says?.says?.value ?? ''
      const errors = {
        ...(id === '' && { record: 'Choose the statement that is wrong, or “Something is missing”.' }),
        ...(!VISIBLE.test(words) && { says: 'Write a few words: what is wrong, or missing?' }),
      }
      const asker = askerOfView(body, context)
      if (!may(asker, 'report')) await reply(notice(OUTSIDE))
      else if (Object.keys(errors).length > 0) await ack({ response_action: 'errors', errors })
      else if (!digest) await reply(notice('There is nowhere to keep it here.'))
      else {
        await reply(notice((await digest.desk.report(id, words, asker)).sentence))
        await tellCurators(
          digest.curators?.(asker.workspace) ?? [],
          { id, words, user: body.user.id },
          client,
        ).catch((error) => logger.warn('the curators’ channel could not be told of a report', error))
      }
      return { command: 'report', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}

/** A window that is not ours, or no longer. */
export async function onUnknownWindow({ ack }: SubmitArgs): Promise<void> {
  const { blocks } = notice('This window is from an earlier release, and nothing was kept. Please ask again.')
  await ack({ response_action: 'update', view: thanks(blocks) })
}

async function tellCurators(
  curators: readonly string[],
  { id, words: said, user }: { id: string; words: string; user: string },
  client: SubmitArgs['client'],
): Promise<void> {
  const who: types.RichTextElement = { type: 'user', user_id: user }
  const message = {
    text: 'Somebody reported an error',
    blocks: [
      ...richText([
        {
          line: [
            ...words('Error reported in ', { bold: true }),
            ...words(id, { code: true }),
            ...words(' by '),
            who,
          ],
        },
        { quote: words(said) },
      ]),
    ],
  }
  for (const channel of curators) await client.chat.postMessage({ channel, ...message })
}
