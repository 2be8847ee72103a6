import type { types } from '@slack/bolt'
import { createElement as h, type ReactNode } from 'react'

/** A table of a message. On a narrow page a row is a list of its values, each with its head; roles are said for browsers that then forget them. */
export function drawBlockTable({ rows }: types.TableBlock, key: number): ReactNode {
  const [heads = [], ...body] = rows.map((row) => row.map(textOf))
  return h(
    'table',
    { key, className: 'in-message', role: 'table' },
    h(
      'thead',
      { role: 'rowgroup' },
      h(
        'tr',
        { role: 'row' },
        heads.map((head) => h('th', { key: head, scope: 'col', role: 'columnheader' }, head)),
      ),
    ),
    h(
      'tbody',
      { role: 'rowgroup' },
      body.map((cells, at) =>
        h(
          'tr',
          { key: String(at), role: 'row' },
          cells.map((cell, column) =>
            h(
              column === 0 ? 'th' : 'td',
              {
                key: heads[column],
                dir: 'auto',
                ...(column === 0
                  ? { scope: 'row', role: 'rowheader' }
                  : { role: 'cell', 'data-head': heads[column] }),
              },
              cell,
            ),
          ),
        ),
      ),
    ),
  )
}

/** The app writes plain words into them. */
function textOf(cell: types.TableBlock['rows'][number][number]): string {
  return 'text' in cell && typeof cell.text === 'string' ? cell.text : ''
}
