import { createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Room } from './workspace/rooms.ts'

export type Shown = {
  room: Room
  rooms: readonly Room[]
  /** Which workspace it is: another one after a restart. */
  began: string
  /** Whether there is a page on what is held. */
  hasCoverage: boolean
  /** HTML: the messages as list items, or the blocks of App Home. */
  body: string
  /** HTML of what stands in a window over the page. */
  window?: { id: string; title: string; close: string; body: string }
  /** Questions to begin with, shown while there is no message. */
  examples: readonly { line: string; about: string }[]
  /** What the last request could not do. */
  trouble?: string
}

const STYLES = ['blocks.css', 'page.css', 'posts.css', 'answers.css', 'writing.css']

/** The whole page. */
export function page(shown: Shown): string {
  const { room, rooms, hasCoverage } = shown
  const script = renderToStaticMarkup(h('script', { src: '/assets/page.js', type: 'module' }))
  const skip = renderToStaticMarkup(h('a', { className: 'skip', href: '#main' }, 'Skip to the messages'))
  const trouble = renderToStaticMarkup(h('p', { id: 'trouble', role: 'alert' }, shown.trouble ?? ''))
  const said = '<p id="said" role="status" class="unseen"></p>'
  return `<!doctype html><html lang="en"><head>${head(room.heading)}${script}</head><body>${skip}<div id="slack_blocks_to_jsx" class="app">${sidebar(rooms, room, hasCoverage)}<main id="main" tabindex="-1">${main(shown)}${trouble}<p id="state" role="status"></p>${composer(room)}</main></div>${said}</body></html>`
}

/** What the head of every page has. HTML. */
export function head(title: string): string {
  return renderToStaticMarkup([
    h('meta', { key: 'utf', charSet: 'utf-8' }),
    h('meta', { key: 'view', name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', { key: 'title' }, `${title} · Hansa playground`),
    h('link', { key: 'icon', rel: 'icon', href: '/assets/icon.svg', type: 'image/svg+xml' }),
    ...STYLES.map((name) => h('link', { key: name, rel: 'stylesheet', href: `/assets/${name}` })),
    h('script', { key: 'theme', src: '/assets/theme.js' }),
  ])
}

/** The part of the page that changes: heading, messages and window. */
export function main({ room, began, body, window, examples }: Shown): string {
  const top = renderToStaticMarkup(
    h('header', { className: 'top' }, h('h1', {}, room.heading), h('p', {}, room.about)),
  )
  const empty = body === '' ? renderToStaticMarkup(nothingYet(room, examples)) : ''
  const views = '<h2 class="unseen">What the app shows</h2>'
  const list = room.channel ? `<ol class="posts" aria-label="Messages">${body}</ol>${empty}` : views + body
  return `<div id="room" data-began="${began}">${top}<div class="scroll" tabindex="0" role="region" aria-label="${room.channel ? 'Conversation' : 'Home'}">${list}</div>${window ? dialog(window, room) : ''}</div>`
}

function sidebar(rooms: readonly Room[], room: Room, hasCoverage: boolean): string {
  const item = (one: Room) =>
    h(
      'li',
      { key: one.path },
      h('a', { href: one.path, 'aria-current': one === room ? 'page' : undefined }, one.label),
    )
  const coverageItem = h('li', { key: 'coverage' }, h('a', { href: '/coverage' }, 'Coverage'))
  return renderToStaticMarkup(
    h(
      'nav',
      { 'aria-label': 'Workspace' },
      h('p', { className: 'team' }, 'Pretend workspace'),
      h('ul', {}, [...rooms.map(item), hasCoverage ? coverageItem : null]),
      h(
        'p',
        { className: 'small' },
        'Hansa as it runs in a workspace. Nothing is sent to Slack; whoever opens this page reads the channel.',
      ),
    ),
  )
}

function nothingYet(room: Room, examples: Shown['examples']): ReactNode {
  const items = examples.map(({ line, about }) =>
    h(
      'li',
      { key: line },
      h('button', { type: 'submit', name: 'text', value: line, className: 'press' }, line),
      ' ',
      about,
    ),
  )
  return h(
    'form',
    { method: 'post', action: `${room.path}/say`, className: 'empty' },
    h('h2', {}, 'Ask for partner cities, reports and what sources say'),
    h(
      'p',
      {},
      'Every answer names its sources, with the words they use. Write below, or begin with one of these:',
    ),
    h('ul', {}, items),
  )
}

/** Completion is the script's; without it this is a plain form. */
function composer(room: Room): string {
  if (!room.channel) return ''
  const field = {
    id: 'text',
    name: 'text',
    type: 'text',
    maxLength: 3000,
    required: true,
    autoComplete: 'off',
    autoCapitalize: 'off',
    spellCheck: false,
    placeholder: room.path === '/policy' ? '/twins Leeds' : 'twins Leeds',
    'aria-describedby': 'hint',
  }
  const hint =
    room.path === '/policy'
      ? 'Write a command, or @hansa and a question. Arrow keys choose what is offered, Enter sends.'
      : 'Write a question. Arrow keys choose what is offered, Enter sends.'
  return renderToStaticMarkup(
    h(
      'form',
      { method: 'post', action: `${room.path}/say`, className: 'composer' },
      h('label', { htmlFor: 'text' }, `Message to ${room.label.replace('# ', '#')}`),
      h('div', { className: 'line' }, h('input', field), h('button', { type: 'submit' }, 'Send')),
      h('ul', { id: 'offers', role: 'listbox', 'aria-label': 'Completions', hidden: true }),
      h('p', { id: 'hint', className: 'small' }, hint),
    ),
  )
}

function dialog({ id, title, close: label, body }: NonNullable<Shown['window']>, room: Room): string {
  const heading = renderToStaticMarkup(h('h2', { id: 'window-title', tabIndex: -1 }, title))
  const close = renderToStaticMarkup(
    h(
      'form',
      { method: 'post', action: `${room.path}/close` },
      h('button', { type: 'submit', className: 'press' }, label),
    ),
  )
  return `<dialog open aria-labelledby="window-title" data-view="${id}"><header>${heading}${close}</header><p class="trouble" role="alert"></p>${body}</dialog>`
}
