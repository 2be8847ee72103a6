import { isAlias, isMap, isScalar, isSeq, type Scalar, type YAMLMap } from 'yaml'
import type { Fault } from './text.ts'
import type { YamlTree } from './yaml-tree.ts'

/** Texts, lists and records; nothing else can be written in a knowledge file. Records have no prototype. */
export type Plain = string | undefined | Plain[] | { [key: string]: Plain }

/** The content of a file without its layout, and what in it can never be right, whatever the file is about. */
export function plainOf(tree: YamlTree): { plain: Plain; faults: readonly Fault[] } {
  const faults: Fault[] = []
  const fault = (node: unknown, says: string, tip: string) => {
    faults.push({ spot: tree.spotOf(node), says, tip })
    return undefined
  }
  const read = (node: unknown, depth: number): Plain => {
    if (depth > DEEPEST) return fault(node, 'this is nested too deep', 'Write it with fewer levels.')
    if (isAlias(node)) {
      fault(node, `"*${node.source}" stands for a text elsewhere`, 'Write the text out here.')
      return `*${node.source}`
    }
    if (isSeq(node)) return node.items.map((item) => read(item, depth + 1))
    if (isMap(node)) return record(node, depth)
    return isScalar(node) ? textOf(node) : undefined
  }
  const record = (map: YAMLMap, depth: number): Plain => {
    const out: { [key: string]: Plain } = Object.create(null)
    const first = new Map<string, unknown>()
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? textOf(key) : undefined
      if (name === undefined) {
        fault(key ?? map, 'a key must be a word', 'Write "key: value".')
      } else if (first.has(name)) {
        const { line } = tree.spotOf(first.get(name))
        fault(
          key,
          `"${name}" is written twice in one entry; the first is in line ${line}`,
          'Keep one of the two.',
        )
      } else {
        first.set(name, key)
        out[name] = read(value, depth + 1)
      }
    }
    return out
  }
  return { plain: read(tree.root, 0), faults }
}

/** Of lists and records within one another. */
export const DEEPEST = 12

function textOf({ value, type }: Scalar): string | undefined {
  return meantBy(String(value ?? ''), { isBare: type === 'PLAIN', isLiteral: type === 'BLOCK_LITERAL' })
}

/**
 * Composed letters (NFC), so that the same word is the same text. `null`, `~` and nothing mean that nothing is said, unless
 * they are quoted. An empty line in the file is an empty line in the text; YAML itself makes it a line break except after `|`.
 */
export function meantBy(
  written: string,
  { isBare, isLiteral }: { isBare: boolean; isLiteral: boolean },
): string | undefined {
  const text = ASCII.test(written) ? written : written.normalize('NFC')
  if (isBare && (text === '' || text === '~' || text === 'null')) return undefined
  return isLiteral ? text : text.replaceAll('\n', '\n\n')
}

/** Composed already. */
const ASCII = /^\p{ASCII}*$/u

/** The record without the keys that nothing is said about. Values are ours by then: keys come from a schema. */
export function withoutGaps<T extends object>(record: T): T {
  if (!Object.values(record).includes(undefined)) return record
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
}
