import flexsearch from 'flexsearch'
import { ASKED_FOR, type Engine } from '../engine.ts'

export const flex: Engine = {
  name: 'flexsearch',
  most: 119_000,
  build(records) {
    const index = new flexsearch.Index({ tokenize: 'tolerant', encoder: flexsearch.Charset.LatinBalance })
    const ids = records.map(({ id }) => id)
    records.forEach(({ title, aliases = [], text = '' }, row) => {
      index.add(row, [title, ...aliases, text].join(' '))
    })
    return (query) =>
      index.search(query, { limit: ASKED_FOR, suggest: true }).map((row) => ids[Number(row)] ?? '')
  },
}
