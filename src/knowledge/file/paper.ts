import {
  Composer,
  type CST,
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
} from 'yaml'
import type { Fault, Path, Spot } from './spot.ts'
import { jsonSentenceOf, type Mistake, sentenceOf } from './yaml-mistakes.ts'

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

/**
 * Parses a YAML text, or names its first mistake: what follows one is guesswork. Every plain word stays a text: `69`,
 * `no` and `2020-10-15` mean what they look like until a field says otherwise.
 */
function parse(text: string, lines: LineCounter): { document: Document.Parsed } | { mistake: Mistake } {
  const tokens = tokensOf(text, lines)
  if (tokens === undefined) return { mistake: { offset: 0, code: 'TOO_MUCH' } }
  const stray = tokens.find(({ type }) => type === 'error')
  if (stray) return { mistake: { offset: stray.offset, code: 'UNEXPECTED_TOKEN' } }
  const documents = tokens.filter((token) => token.type === 'document')
  const [, second] = documents
  // A last line "---", as pandoc writes one, begins a document with nothing in it.
  const closes = documents.length === 2 && documents[0]?.value && isEmptyDocument(second)
  if (second && !closes) return { mistake: { offset: second.offset, code: 'MULTIPLE_DOCS' } }
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false })
  const [document] = withoutStacks(() => [...composer.compose(tokens, true, text.length)])
  if (!document) throw new Error('a parsed text has no document')
  const error = document.errors[0]
  return error ? { mistake: { offset: Math.min(error.pos[0], text.length), code: error.code } } : { document }
}

function isEmptyDocument(document: CST.Document | undefined): boolean {
  return document !== undefined && (document.value === undefined || document.value.type === 'comment')
}

/**
 * What 3,000 claims hold, fourteen times our longest file: half a second of work. A text written to be slow has more to
 * the byte, and must not take longer.
 */
const MOST_LEXEMES = 120_000

function tokensOf(text: string, lines: LineCounter): readonly CST.Token[] | undefined {
  // All lexemes first: they cost a fifth of their tokens, which a text that is refused is not worth.
  const lexemes = [...new Lexer().lex(text).take(MOST_LEXEMES + 1)]
  if (lexemes.length > MOST_LEXEMES) return undefined
  const parser = new Parser(lines.addNewLine)
  lines.addNewLine(0)
  const tokens: CST.Token[] = []
  for (const lexeme of lexemes) for (const token of parser.next(lexeme)) tokens.push(token)
  for (const token of parser.end()) tokens.push(token)
  return tokens
}

/** One text can hold a hundred thousand mistakes, and the stack of each would take most of the time. */
function withoutStacks<T>(work: () => T): T {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return work()
  } finally {
    Error.stackTraceLimit = limit
  }
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
