import { isMap, isScalar, isSeq, type Node, type YAMLSeq } from 'yaml'
import { parseYaml } from './yaml-tree.ts'

/** A file with an entry more. `lines` are the new ones as they stand in it, `first` the number of their first. */
export type Appended = { text: string; lines: readonly string[]; first: number }

/**
 * Puts entries behind the last one of the list under `key`, or begins that list at the end of the file. All that stood
 * in the file stays as it was, byte for byte. None where the list is not written with one dash a line (JSON, brackets):
 * nothing can be put there without writing others’ lines anew.
 */
export function appended(
  raw: string,
  key: string,
  entries: readonly (readonly string[])[],
): Appended | undefined {
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const end = raw.includes('\r\n') ? '\r\n' : '\n'
  const parsed = parseYaml('', text)
  if ('fault' in parsed) return undefined
  const { root } = parsed.tree
  // Nothing but comments.
  if (root === null) return inserted(raw, lineCount(text), begun(key, entries, text), end)
  if (!isMap(root) || root.flow) return undefined
  const pair = root.items.find((one) => isScalar(one.key) && one.key.value === key)
  if (!pair) return inserted(raw, lineCount(text), begun(key, entries, text), end)
  const list = pair.value
  if (!isSeq(list) || list.flow || list.items.length === 0) return undefined
  const at = placeBehind(text, list)
  if (!at) return undefined
  const lines = entries.flatMap((entry) => [
    ...(at.isSpaced ? [''] : []),
    ...entry.map((line) => (line === '' ? '' : `${at.indent}${line}`)),
  ])
  return inserted(raw, at.line, lines, end)
}

function begun(key: string, entries: readonly (readonly string[])[], text: string): readonly string[] {
  const apart = entries.map((entry) => entry.map((line) => (line === '' ? '' : `  ${line}`)))
  const lines = [`${key}:`, ...apart.flatMap((entry, index) => (index === 0 ? entry : ['', ...entry]))]
  return text.trim() === '' ? lines : ['', ...lines]
}

/** The number of lines up to the end of the last item, the spaces before its dash, and whether items stand apart. */
function placeBehind(
  text: string,
  list: YAMLSeq,
): { line: number; indent: string; isSpaced: boolean } | undefined {
  const last = list.items.at(-1) as Node | null
  if (!last?.range) return undefined
  const [start, valueEnd] = last.range
  const said = text.slice(0, Math.max(valueEnd, start + 1)).trimEnd()
  const dash = /(?:^|\n)( *)- *(?:#[^\n]*\n\s*)?$/.exec(text.slice(0, start))
  if (!dash) return undefined
  const before = list.items.at(-2) as Node | null | undefined
  const between = before?.range ? text.slice(before.range[1], start) : undefined
  const isSpaced = between === undefined ? SPACED_ALONE : /\n[ \t]*\n/.test(`\n${between}`)
  return { line: lineCount(said), indent: dash[1] ?? '', isSpaced }
}

/** An item that stands alone says nothing of the house’s habit, which is an empty line between. */
const SPACED_ALONE = true

function lineCount(text: string): number {
  return text === '' ? 0 : text.replace(/\n$/, '').split('\n').length
}

function inserted(raw: string, after: number, lines: readonly string[], end: string): Appended {
  const all = raw.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []
  const before = all.slice(0, after).join('')
  const glue = before === '' || before === '\uFEFF' || /[\r\n]$/.test(before) ? '' : end
  const added = lines.map((line) => line + end).join('')
  return { text: before + glue + added + all.slice(after).join(''), lines, first: after + 1 }
}
