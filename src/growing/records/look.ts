import { isMap, isScalar, isSeq, type Node } from 'yaml'
import { entriesById } from '../../knowledge/changed-values.ts'
import { topLines } from '../../knowledge/file/entry-lines.ts'
import type { FileInput } from '../../knowledge/file/text.ts'
import { parseYaml, type YamlTree } from '../../knowledge/file/yaml-tree.ts'
import { heldElsewhere, packOf } from '../../knowledge/over-pack.ts'
import { PACKS, type Pack } from '../../knowledge/pack.ts'
import { packsOf } from '../../knowledge/packs.ts'
import type { Checked } from '../../knowledge/records.ts'
import { Unclear } from '../asking.ts'
import type { Change } from '../folder/addition.ts'

/**
 * The file of a record with another `checked` in its entry, and every other byte as it was; undefined where the entry says
 * as much already. Throws Unclear where there is no such record, or nothing can be written there.
 */
export function checkedAnew(
  files: readonly FileInput[],
  record: string,
  { on, by, gone }: Checked,
): Change | undefined {
  const entry = entriesById(files).get(record)
  const pack = packOf(record, packsIn(files))
  if (pack) throw new Unclear(heldElsewhere(pack))
  if (!entry) throw new Unclear(`The folder holds no “${record}” any more.`)
  const known = entry.value.checked as Checked
  const isSame = known.on === on && known.gone === gone && (known.by === by || by === NOBODY_NAMED)
  if (known.on > on || isSame) return undefined
  const { file: path, line, column } = entry.spot()
  const file = files.find((one) => one.path === path)
  const raw = file && 'bytes' in file ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes) : ''
  const { every } = known
  const [written = ''] = topLines({ checked: { on, by, every, gone: gone && 'yes' } })
  const isOwn = entry.spot(['checked'], 'key').line !== entry.file.spot(['checked'], 'key').line
  const lines = raw.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []
  const at = isOwn
    ? entry.spot(['checked'], 'key')
    : { line: lastLineOf(path, raw, { line, column }), column }
  const text = lines[at.line - 1]
  if (text === undefined) throw new Unclear(`“${record}” is written in a way that only a person can edit.`)
  if (isOwn) {
    const [before, rest] = [text.slice(0, at.column - 1), text.slice(at.column - 1)]
    if (!IN_BRACES.test(rest)) throw new Unclear(`“${record}” has its “checked” over several lines: edit it.`)
    lines[at.line - 1] = before + rest.replace(IN_BRACES, () => written)
  } else {
    const end = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
    lines[at.line - 1] = `${text.replace(/[\r\n]+$/, '')}${end}${' '.repeat(column - 1)}${written}${end}`
  }
  return { path, text: lines.join(''), lines: [`${' '.repeat(column - 1)}${written}`], rows: [] }
}

function packsIn(files: readonly FileInput[]): readonly Pack[] {
  const file = files.find(({ path }) => path === PACKS)
  return file && 'bytes' in file ? packsOf(PACKS, new TextDecoder().decode(file.bytes)).packs : []
}

/** Who agreed to be named takes the place of nobody, and never the other way round. */
const NOBODY_NAMED = 'a colleague'

const IN_BRACES = /^checked: *\{[^{}\r\n]*\}/

/** The number of the last line of the entry that begins there; 0 where entries are not written one key a line. */
function lastLineOf(path: string, raw: string, start: { line: number; column: number }): number {
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const parsed = parseYaml(path, text)
  const node =
    'tree' in parsed ? entriesIn(parsed.tree).find((one) => isAt(parsed.tree, one, start)) : undefined
  if (!isMap(node) || node.flow || !node.range) return 0
  return text.slice(0, node.range[1]).trimEnd().split('\n').length
}

function entriesIn({ root }: YamlTree): readonly Node[] {
  if (!isMap(root)) return []
  return root.items.flatMap(({ key, value }) =>
    isScalar(key) && isSeq(value) && !value.flow ? (value.items as Node[]) : [],
  )
}

function isAt(tree: YamlTree, node: Node, { line, column }: { line: number; column: number }): boolean {
  const spot = tree.spotOf(node)
  return spot.line === line && spot.column === column
}
