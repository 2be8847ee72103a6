import type { types } from '@slack/bolt'
import { createElement as h, type ReactNode } from 'react'

type Folding = {
  key?: number
  className: string
  caption?: string
  heads: readonly string[]
  /** The first cell of each is what the row is about. */
  rows: readonly (readonly ReactNode[])[]
}

/** On a narrow page a row is a list of its values, each with its head; roles are said for browsers that then forget them. */
export function foldingTable({ key, className, caption, heads, rows }: Folding): ReactNode {
  const header = heads.map((head) => h('th', { key: head, scope: 'col', role: 'columnheader' }, head))
  return h(
    'table',
    { key, className: `folds ${className}`, role: 'table' },
    caption === undefined ? null : h('caption', {}, caption),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, header)),
    h(
      'tbody',
      { role: 'rowgroup' },
      rows.map((cells, at) =>
        h(
          'tr',
          { key: String(at), role: 'row' },
          cells.map((cell, column) => {
            const about = { key: heads[column], dir: 'auto' }
            return column === 0
              ? h('th', { ...about, scope: 'row', role: 'rowheader' }, cell)
              : h('td', { ...about, role: 'cell', 'data-head': heads[column] }, cell)
          }),
        ),
      ),
    ),
  )
}

/** A table of a message. */
export function drawBlockTable({ rows }: types.TableBlock, key: number): ReactNode {
  const [heads = [], ...body] = rows.map((row) => row.map(textOf))
  return foldingTable({ key, className: 'in-message', heads, rows: body })
}

/** The app writes plain words into them. */
function textOf(cell: types.TableBlock['rows'][number][number]): string {
  return 'text' in cell && typeof cell.text === 'string' ? cell.text : ''
}
