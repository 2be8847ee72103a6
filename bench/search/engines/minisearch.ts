import MiniSearch from 'minisearch'
import { ASKED_FOR, type Engine } from '../engine.ts'

export const minisearch: Engine = {
  name: 'minisearch, fuzzy',
  most: 1_000_000,
  build(records) {
    const index = new MiniSearch({
      fields: ['title', 'aliases', 'text'],
      extractField: (record, field) => [record[field] ?? ''].flat().join(' '),
      processTerm: (term) => term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(),
      searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 2 } },
    })
    index.addAll(records)
    return (query) =>
      index
        .search(query)
        .slice(0, ASKED_FOR)
        .map(({ id }) => id)
  },
}
