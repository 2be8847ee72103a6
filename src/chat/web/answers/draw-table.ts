import { createElement as h, type ReactNode } from 'react'
import {
  evidenceWords,
  type LinkRow,
  type LinkTable,
  type PlaceRow,
  rowWords,
  STANDINGS,
  standingsInWords,
} from '../../../answer/table.ts'
import { addressOf, spotOf } from './draw-evidence.ts'

/** A row a link; a row a place, where there are many; one link alone as a list of its values. */
export function drawTable(table: LinkTable, address: string): ReactNode {
  const { rows, places } = table
  const [first, ...others] = rows
  if (places) return tableOf({ table, heads: PLACE_HEADS, sorted: undefined, rows: places.map(placeCells) })
  if (first && others.length === 0) return summary(first, table, address)
  const heads = headsOf(rows)
  return tableOf({
    table,
    heads,
    sorted: 'Status',
    rows: rows.map((row) => {
      const cells = linkCells(row, table, address, heads.includes('Place'))
      return heads.map((head) => cells[head] ?? { shown: '' })
    }),
  })
}

const EVIDENCE = 'Newest evidence'

/** `value` is what it is sorted by, where that is not what is shown. */
type Cell = { shown: ReactNode; value?: string; className?: string }

type Drawn = {
  table: LinkTable
  heads: readonly string[]
  /** The head by which the rows are in order. */
  sorted: string | undefined
  rows: readonly (readonly Cell[])[]
}

/** Roles are said again: where a narrow page shows rows as cards, some browsers forget what a table is. */
function tableOf({ table, heads, sorted, rows }: Drawn): ReactNode {
  const header = h(
    'tr',
    { role: 'row' },
    heads.map((head) =>
      h(
        'th',
        {
          key: head,
          scope: 'col',
          role: 'columnheader',
          'aria-sort': head === 'Sources' ? undefined : head === sorted ? 'ascending' : 'none',
        },
        head === EVIDENCE ? [h('span', { key: 'newest', className: 'wide' }, 'Newest '), 'evidence'] : head,
      ),
    ),
  )
  const body = rows.map((cells, at) =>
    h(
      'tr',
      { key: String(at), role: 'row' },
      cells.map(({ shown, value, className }, column) =>
        h(
          column === 0 ? 'th' : 'td',
          {
            key: heads[column],
            ...(column === 0 ? { scope: 'row', role: 'rowheader' } : { role: 'cell' }),
            className: [(heads[column] ?? '').toLowerCase().replace(/\W+/g, '-'), className]
              .filter(Boolean)
              .join(' '),
            'data-sort-value': value,
            dir: 'auto',
          },
          shown,
        ),
      ),
    ),
  )
  return h(
    'table',
    { className: `links${table.places ? ' places' : ''}`, role: 'table' },
    h('caption', { className: 'unseen' }, table.caption),
    h('thead', { role: 'rowgroup' }, header),
    h('tbody', { role: 'rowgroup' }, body),
  )
}

/** An end that all links share is in the heading, and in no column. */
function headsOf(rows: readonly LinkRow[]): readonly string[] {
  const isSame = (end: 'place' | 'twin') => rows.every((row) => row[end] === rows[0]?.[end])
  const ends = isSame('place')
    ? ['Partner', 'Country']
    : isSame('twin')
      ? ['Place']
      : ['Place', 'Partner', 'Country']
  return [...ends, 'Kind', 'Since', 'Status', EVIDENCE, 'Sources']
}

function linkCells(row: LinkRow, table: LinkTable, address: string, byPlace: boolean): Record<string, Cell> {
  const { place, twin, country, kind, since, status } = rowWords(row)
  const opens = h('a', { href: `${address}#${spotOf(row.link)}`, className: 'opens' }, byPlace ? place : twin)
  return {
    Place: byPlace ? { shown: opens, value: place } : { shown: place },
    Partner: byPlace ? { shown: twin } : { shown: opens, value: twin },
    Country: { shown: country },
    Kind: differing(kind, row.differs.includes('kind')),
    Since: {
      ...(row.since.length === 0 && { className: 'unknown' }),
      ...differing(since, row.differs.includes('start')),
      value: [...row.since].sort()[0] ?? '',
    },
    Status: {
      ...(row.differs.includes('state') ? { className: 'differs' } : {}),
      shown: status,
      value: String(STANDINGS.indexOf(row.standing)),
    },
    [EVIDENCE]: evidence(row),
    Sources: { shown: sourceLinks(row, table, address) },
  }
}

/** In words: colour alone tells nothing. */
function differing(words: string, isDiffering: boolean): Cell {
  return isDiffering ? { shown: `${words} (differ)`, className: 'differs' } : { shown: words }
}

function evidence(row: Pick<LinkRow, 'evidence' | 'years' | 'marks'>): Cell {
  return {
    shown: evidenceWords(row),
    value: row.evidence ?? '',
    ...(row.evidence === undefined && { className: 'undated' }),
    ...(row.years !== undefined && { className: 'old' }),
  }
}

function sourceLinks({ sources, marks }: LinkRow, { references }: LinkTable, address: string): ReactNode[] {
  const links = sources.flatMap((number, at) => {
    const { label = '', title = '' } = references[number - 1] ?? {}
    const about = { title: `${label}: ${title}`, 'data-source': number }
    return [
      at > 0 ? ' ' : '',
      h(
        'a',
        { key: String(number), href: `${address}#source-${number}`, ...about },
        h('span', { className: 'unseen' }, 'Source '),
        number,
      ),
    ]
  })
  return marks.includes('second-hand') ? [...links, ' (second-hand)'] : links
}

const PLACE_HEADS = ['Place', 'Links', 'Status', EVIDENCE]

function placeCells(row: PlaceRow): readonly Cell[] {
  const { place, ask, links, standings, marks } = row
  const marked = [
    marks.includes('differs') && 'differ',
    marks.includes('second-hand') && 'second-hand',
  ].filter(Boolean)
  return [
    { shown: h('a', { href: addressOf(ask), className: 'unfolds' }, place), value: place },
    { shown: links.toLocaleString('en-GB'), value: String(links) },
    {
      shown: `${standingsInWords(standings)}${marked.length > 0 ? ` (${marked.join(', ')})` : ''}`,
      value: String(standings.active),
    },
    evidence(row),
  ]
}

function summary(row: LinkRow, table: LinkTable, address: string): ReactNode {
  const cells = linkCells(row, table, address, false)
  const heads = ['Place', 'Partner', 'Country', 'Kind', 'Since', 'Status', EVIDENCE, 'Sources']
  return h(
    'dl',
    { className: 'summary' },
    heads.map((head) =>
      h(
        'div',
        { key: head },
        h('dt', {}, head),
        h('dd', { dir: 'auto', className: cells[head]?.className }, cells[head]?.shown),
      ),
    ),
  )
}
