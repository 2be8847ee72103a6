import { createElement as h } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Desk } from '../../../answer/answer.ts'
import { answerIn, takenFrom } from '../answers/answer-routes.ts'
import type { CoverageShown } from '../answers/draw-coverage.ts'
import { drawAnswerPost, drawTaking } from '../answers/draw-post.ts'
import type { Shown } from '../page.ts'
import { type Person, postsIn, type Room } from '../workspace/rooms.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Post, View } from '../workspace/workspace-state.ts'
import { drawBlocks, type Surroundings } from './draw-blocks.ts'

export type Around = {
  workspace: Workspace
  desk: Desk
  rooms: readonly Room[]
  surroundings: Surroundings
  /** Whether answers can be taken along. */
  canTake: boolean
  /** Whether there is a map of an answer, to keep. */
  hasMaps: boolean
  /** What is held and where nobody has looked, now. */
  coverage?: () => CoverageShown
  /** Another one each time the workspace begins. */
  began: string
}

/** Who looks, from which page. `opened`: just now; the app draws its Home then, and not at every look. */
type Look = { person: Person; page: string; opened: boolean }

/** What a person sees of a room. */
export async function shownIn(room: Room, { person, page, opened }: Look, around: Around): Promise<Shown> {
  const { workspace, rooms, desk, began, coverage } = around
  const channel = room.channel?.(person)
  const body = channel
    ? postsIn(workspace, channel, person)
        .map((post) => drawPost(post, room.path, person, around))
        .join('')
    : await home(room, person, opened, around)
  const over = workspace.windowOf(person.id, page)
  const window = over && {
    id: over.id,
    title: over.title,
    close: over.close,
    body: drawView(over, room.path, around),
  }
  const hasCoverage = coverage !== undefined
  return { room, rooms, began, body, hasCoverage, examples: examples(room, desk), ...(window && { window }) }
}

async function home(room: Room, person: Person, opened: boolean, around: Around): Promise<string> {
  const { workspace } = around
  const old = opened ? undefined : workspace.state.views.get(`V-home-${person.id}`)
  const view = old ?? (await workspace.openHome(person.id))
  return view ? drawView(view, room.path, around) : ''
}

/** Questions to begin with, each with what its command does. */
function examples({ path }: Room, desk: Desk): Shown['examples'] {
  const about = new Map(desk.commands().map(({ name, description }) => [name, description]))
  const asks = desk.answer('help').next.flatMap(({ ask }) => ask ?? [])
  return asks.map((ask) => ({
    line: path === '/policy' ? `/${ask}` : ask,
    about: about.get(ask.split(' ')[0] ?? '') ?? '',
  }))
}

/** A message as an item of the list, with its buttons in a form of their own. */
function drawPost(post: Post, room: string, viewer: Person, all: Around): string {
  const { surroundings: around } = all
  const { ts, thread, onlyFor, text, blocks } = post
  const id = `post-${ts.replace('..', '-')}`
  const answer = answerBody(post, all)
  const body =
    answer ??
    (blocks.length > 0
      ? drawBlocks(blocks, around) + taking(blocks, all)
      : renderToStaticMarkup(h('p', { className: 'typed' }, text)))
  const kind = [
    ...(answer ? ['answer'] : []),
    ...(onlyFor ? ['private'] : []),
    ...(thread && thread !== ts ? ['reply'] : []),
  ].join(' ')
  const open = renderToStaticMarkup(
    h('li', {
      id,
      className: kind || undefined,
      'data-by': whose(post, viewer, around),
      'data-version': version(body),
    }),
  )
  return `${open.replace('</li>', '')}<article aria-labelledby="${id}-by">${by(post, id, viewer, around)}${form(room, ts, body)}</article></li>`
}

const drawn = new WeakMap<Post['blocks'], { html: string | undefined }>()

/** What the page draws itself, looked for once: a message that changes gets new blocks. */
function answerBody(post: Post, { desk, surroundings, canTake, hasMaps }: Around): string | undefined {
  const known = drawn.get(post.blocks)
  if (known) return known.html
  const answer = answerIn(post, desk)
  const html = answer && drawAnswerPost(answer, post.blocks, { ...surroundings, canTake, hasMaps })
  drawn.set(post.blocks, { html })
  return html
}

/** A page of blocks that is no message: App Home, or what stands in a window. */
function drawView(view: View, room: string, all: Around): string {
  const look = { name: 'press', value: 'submit', className: 'press primary' }
  const send = view.submit && renderToStaticMarkup(h('button', { type: 'submit', ...look }, view.submit))
  const body = drawBlocks(view.blocks, all.surroundings, view.refused) + (send ?? taking(view.blocks, all))
  return form(room, view.id, body)
}

function taking(blocks: Post['blocks'], { desk, canTake, hasMaps }: Around): string {
  const answer = canTake ? takenFrom(blocks, desk) : undefined
  return answer ? drawTaking(answer, hasMaps) : ''
}

/** `where` is the message or the view that the buttons belong to. */
function form(room: string, where: string, body: string): string {
  return `<form method="post" action="${room}/press" class="blocks"><input type="hidden" name="where" value="${where}">${body}</form>`
}

/** Whose a message is, for the page's script: the viewer's own, another person's or the app's. */
function whose({ by }: Post, viewer: Person, { people }: Surroundings): 'me' | 'another' | 'app' {
  if (!people.some(({ id }) => id === by)) return 'app'
  return by === viewer.id ? 'me' : 'another'
}

function by({ by, ts, onlyFor, thread }: Post, id: string, viewer: Person, { people }: Surroundings): string {
  const person = people.find((one) => one.id === by)
  const name = person ? person.name + (person.id === viewer.id ? ' (you)' : '') : 'Hansa'
  const time = new Date(Number(ts) * 1000)
  return renderToStaticMarkup(
    h(
      'header',
      { className: 'by' },
      h('span', { className: person ? 'face' : 'face bot', 'aria-hidden': true }, name.charAt(0)),
      h(
        'h2',
        { id: `${id}-by` },
        name,
        person ? null : [' ', h('span', { key: 'app', className: 'app-tag' }, 'app')],
      ),
      h(
        'time',
        { dateTime: time.toISOString() },
        time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }),
      ),
      onlyFor ? h('span', { className: 'only' }, 'Only visible to you') : null,
      thread && thread !== ts ? h('span', { className: 'only' }, 'Reply') : null,
    ),
  )
}

/** Short, and another one when the message was changed. */
function version(body: string): string {
  let hash = 5381
  for (let at = 0; at < body.length; at += 1) hash = (hash * 33 + body.charCodeAt(at)) | 0
  return (hash >>> 0).toString(36)
}
