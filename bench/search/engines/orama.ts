import { create, insertMultiple, search } from '@orama/orama'
import { ASKED_FOR, type Engine } from '../engine.ts'

export const orama: Engine = {
  name: 'orama',
  most: 10_000,
  build(records) {
    const index = create({
      schema: { id: 'string', title: 'string', aliases: 'string[]', text: 'string' } as const,
    })
    insertMultiple(
      index,
      records.map(({ id, title, aliases = [], text = '' }) => ({ id, title, aliases: [...aliases], text })),
      records.length,
    )
    return (term) => {
      const found = search(index, {
        term,
        limit: ASKED_FOR,
        tolerance: 1,
        properties: ['title', 'aliases', 'text'],
      })
      if (found instanceof Promise)
        throw new Error('Orama answers at once when nothing it is built with waits')
      return found.hits.map(({ document }) => document.id)
    }
  },
}
