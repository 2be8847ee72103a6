import { isOneRecord } from '../fields/csl-tidied.ts'
import { nearest, shown } from '../file/nearest.ts'
import { isRecord } from '../file/pieces.ts'
import type { Plain } from '../file/plain.ts'
import { keysOf } from '../file/sentences.ts'
import { sourceSchema, sources } from '../kinds/source.ts'
import type { Rule } from './rule.ts'

export const foreignKey: Rule = {
  name: 'foreign-key',
  why: 'Other programs write keys of their own, which we do not read; a misspelt one of ours looks the same.',
  severity: 'warning',
  *check({ files }) {
    for (const { path: file, value, spot } of files) {
      if (!file.startsWith(`${sources.folder}/`)) continue
      for (const { entry, path } of entriesIn(value)) {
        const foreign = Object.keys(entry).filter((key) => entry[key] !== undefined && !KNOWN.includes(key))
        const [first] = foreign
        if (first === undefined) continue
        const near = foreign.slice(0, MOST).flatMap((key) => {
          const meant = nearest(key, KNOWN)
          return meant ? [`"${meant}" for "${shown(key)}"`] : []
        })
        const names = foreign.slice(0, MOST).map((key) => `"${shown(key)}"`)
        const more = foreign.length > MOST ? ` and ${foreign.length - MOST} more` : ''
        yield {
          spot: spot([...path, first], 'key'),
          says: `not read: ${names.join(', ')}${more}`,
          tip: near.length > 0 ? `If you meant it, write ${near.join(', ')}.` : undefined,
        }
      }
    }
  },
}

/** Keys that one line names. */
const MOST = 10

const KNOWN = keysOf(sourceSchema)

type Record = { [key: string]: Plain }

function* entriesIn(file: Plain): Generator<{ entry: Record; path: readonly PropertyKey[] }> {
  if (file === undefined) return
  if (isRecord(file) && isOneRecord(file)) return yield { entry: file, path: [] }
  const lists = Array.isArray(file) ? [[]] : isRecord(file) ? [['references'], ['items']] : []
  for (const path of lists) {
    const list = Array.isArray(file) ? file : isRecord(file) ? file[path[0] ?? ''] : undefined
    for (const [index, entry] of Array.isArray(list) ? list.entries() : []) {
      if (entry !== undefined && isRecord(entry)) yield { entry, path: [...path, index] }
    }
  }
}
