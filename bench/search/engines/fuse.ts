import Fuse, { type IFuseOptions } from 'fuse.js'
import { ASKED_FOR, type Engine, type EngineRecord } from '../engine.ts'

const KEYS = ['title', 'aliases', 'text']

export const fuse: readonly Engine[] = [
  fuseWith('fuse.js, defaults', {}),
  fuseWith('fuse.js, tuned', { ignoreLocation: true, ignoreDiacritics: true, threshold: 0.4 }),
  fuseWith('fuse.js, token search', {
    useTokenSearch: true,
    tokenMatch: 'any',
    ignoreDiacritics: true,
    threshold: 0.3,
  }),
]

function fuseWith(name: string, options: IFuseOptions<EngineRecord>): Engine {
  return {
    name,
    most: 119_000,
    build(records) {
      const index = new Fuse(records, { keys: KEYS, ...options })
      return (query) => index.search(query, { limit: ASKED_FOR }).map(({ item }) => item.id)
    },
  }
}
