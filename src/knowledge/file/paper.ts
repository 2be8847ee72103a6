import { isMap, isPair, isScalar, isSeq, LineCounter, type Node } from 'yaml'
import { parse } from './parse.ts'
import type { Fault, Path, Spot } from './spot.ts'
import { jsonSentenceOf, sentenceOf } from './yaml-mistakes.ts'

/** A YAML or JSON file, parsed: where every part of it is written. JSON is read as the YAML that it is. */
export type Paper = {
  file: string
  root: Node | null
  /** The nearest spot there is to what `path` names: a missing key is at the entry that lacks it. */
  spot(path?: Path, on?: 'key' | 'value'): Spot
  spotOf(node: unknown): Spot
}

/** Parses the text of a file, or says what its first mistake is. */
export function paperOf(file: string, text: string): { paper: Paper } | { fault: Fault } {
  const lines = new LineCounter()
  const at = (offset: number): Spot => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const parsed = parse(text, lines)
  if ('mistake' in parsed) {
    const { offset, code } = parsed.mistake
    return {
      fault: { spot: at(offset), ...(file.endsWith('.json') ? jsonSentenceOf(code) : sentenceOf(code)) },
    }
  }
  const root = parsed.document.contents
  const spotOf = (node: unknown) => at(startOf(node) ?? 0)
  return { paper: { file, root, spotOf, spot: (path = [], on = 'value') => spotOf(nodeAt(root, path, on)) } }
}

function nodeAt(root: Node | null, path: Path, on: 'key' | 'value'): unknown {
  let here: unknown = root
  for (const [depth, step] of path.entries()) {
    const next = childOf(here, step)
    if (next === undefined) return here
    const wantsKey =
      isPair(next) && (startOf(next.value) === undefined || (on === 'key' && depth === path.length - 1))
    here = isPair(next) ? (wantsKey ? next.key : next.value) : next
  }
  return here
}

function childOf(node: unknown, step: PropertyKey): unknown {
  if (isSeq(node)) return node.items[Number(step)]
  if (!isMap(node)) return undefined
  return node.items.find((pair) => isScalar(pair.key) && pair.key.value === step)
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0]
}
