import { createSearch } from '../../../src/search/create-search.ts'
import { ASKED_FOR, type Engine } from '../engine.ts'

export const hansa: Engine = {
  name: 'hansa/library',
  most: 1_000_000,
  build(records) {
    const { search } = createSearch(records)
    return (query) => search(query, ASKED_FOR).map(({ id }) => id)
  },
}
