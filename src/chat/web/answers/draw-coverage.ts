import { createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { LeftOut } from '../../core/own-addresses.ts'
import { type Look, type Svg, WIDTHS } from '../drawing/pictures.ts'
import { head } from '../page.ts'
import { foldingTable } from './folding-table.ts'

/** What is held of a nation, a region or a combined authority. `held` and `councils` count council areas. */
type AreaShown = {
  id: string
  name: string
  kind: string
  councils: number
  held: number
  links: number
  sources: number
  differ: number
  old: number
  oldest?: string
  newest?: string
  searched: readonly string[]
  unseen: readonly string[]
}

/** What is held and where nobody has looked, with a map; `alt` says the map in words. */
export type CoverageShown = {
  areas: readonly AreaShown[]
  alt: string
  svg(look: Look): Promise<Svg | LeftOut>
}

const HEADS = [
  'Area',
  'Council areas with links',
  'Links',
  'Sources',
  'Evidence',
  'Sources differ',
  'Old or undated',
  'Nobody has looked',
]

/** A page of its own: the map, the figures by nation, region and authority, and every council area where nobody has looked. */
export function coveragePage({ areas, alt }: CoverageShown): string {
  const kinds = [...Map.groupBy(areas, ({ kind }) => kind)]
  const body = renderToStaticMarkup([
    h('p', { key: 'back' }, h('a', { href: '/policy' }, 'Back to the conversation')),
    h('h1', { key: 'heading', className: 'answer-heading' }, TITLE),
    h('p', { key: 'about', className: 'standing' }, ABOUT),
    h('div', { key: 'map' }, picture(alt)),
    ...kinds.map(([kind, some]) => {
      const rows = some.map(cellsOf)
      return h(
        'div',
        { key: kind },
        foldingTable({ className: 'coverage', caption: `By ${kind}`, heads: HEADS, rows }),
      )
    }),
    ...listsOf(areas),
  ])
  return `<!doctype html><html lang="en"><head>${head(TITLE)}</head><body class="alone"><main class="answer">${body}</main></body></html>`
}

const TITLE = 'What is held, and where nobody has looked'
const ABOUT =
  'Counted by the place in the United Kingdom. A link that is not recorded here may well exist. Old: the newest evidence is over five years old.'

function picture(alt: string): ReactNode {
  const at = (width: number, theme: string) => `/coverage.svg?width=${width}&theme=${theme}`
  const dark = '(prefers-color-scheme: dark)'
  const narrow = '(max-width: 640px)'
  return h(
    'figure',
    {},
    h(
      'picture',
      {},
      h('source', { media: `${dark} and ${narrow}`, srcSet: at(WIDTHS.narrow, 'dark') }),
      h('source', { media: dark, srcSet: at(WIDTHS.wide, 'dark') }),
      h('source', { media: narrow, srcSet: at(WIDTHS.narrow, 'light') }),
      h('img', { src: at(WIDTHS.wide, 'light'), alt }),
    ),
  )
}

function cellsOf(area: AreaShown): readonly ReactNode[] {
  const { id, name, councils, held, links, sources, differ, old, oldest, newest, unseen } = area
  const years = oldest && newest ? `${oldest.slice(0, 4)} to ${newest.slice(0, 4)}` : 'none with a date'
  const nobody = unseen.length > 0 ? h('a', { href: `#${id}` }, String(unseen.length)) : '0'
  return [
    name,
    `${held} of ${councils}`,
    ...[links, sources].map(inEnglish),
    years,
    ...[differ, old].map(inEnglish),
    nobody,
  ]
}

/** Names of council areas: under each area, those where somebody looked in vain, and those where nobody looked. */
function listsOf(areas: readonly AreaShown[]): readonly ReactNode[] {
  return areas
    .filter(({ searched, unseen }) => searched.length + unseen.length > 0)
    .map(({ id, name, searched, unseen }) =>
      h(
        'section',
        { key: id, id },
        h('h2', {}, name),
        unseen.length > 0 ? h('p', {}, `Nobody has looked: ${unseen.join(', ')}.`) : null,
        searched.length > 0 ? h('p', {}, `Somebody looked and found none: ${searched.join(', ')}.`) : null,
      ),
    )
}

function inEnglish(number: number): string {
  return number.toLocaleString('en-GB')
}
