import {
  Composer,
  type CST,
  type Document,
  type ErrorCode,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
} from 'yaml'
import type { Fault, Path, Spot } from './text.ts'

/** A YAML or JSON file, parsed: where every part of it is written. JSON is read as the YAML that it is. */
export type YamlTree = {
  file: string
  root: Node | null
  /** The nearest spot there is to what `path` names: a missing key is at the entry that lacks it. */
  spot(path?: Path, on?: 'key' | 'value'): Spot
  spotOf(node: unknown): Spot
}

/** Parses the text of a file, or says what its first mistake is. */
export function parseYaml(file: string, text: string): { tree: YamlTree } | { fault: Fault } {
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
  return { tree: { file, root, spotOf, spot: (path = [], on = 'value') => spotOf(nodeAt(root, path, on)) } }
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

/** Whether a text of our own making, with a key and a value on a line, holds no more than is read at once. */
export function isSurelyReadAtOnce(text: string): boolean {
  // At most: indent, dash, key, colon, value (a scalar counts twice), brackets and line end; behind each comma a pair.
  return 12 * (1 + many('\n', text)) + 8 * (1 + many(',', text)) <= MOST_LEXEMES
}

function many(letter: string, text: string): number {
  let found = 0
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) found += 1
  return found
}

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

type Code = ErrorCode | 'TOO_MUCH'

/** Where a YAML text goes wrong, and how, by the parser's own codes and one of ours. */
type Mistake = { offset: number; code: Code }

type Sentence = { says: string; tip: string }

/** What a mistake means to someone who is not a programmer. */
function sentenceOf(code: Code): Sentence {
  return SENTENCES[code] ?? { says: 'this is not YAML', tip: QUOTE }
}

/** In JSON layout means nothing: what is wrong is a mark. */
function jsonSentenceOf(code: Code): Sentence {
  if (code === 'TOO_MUCH' || code === 'RESOURCE_EXHAUSTION') return sentenceOf(code)
  const tip = 'Look before it for a comma, a bracket or a quotation mark that is missing or too many.'
  return { says: 'this is not JSON from here on', tip }
}

const QUOTE = 'If this is text, put it in quotation marks.'
const INDENT = 'Give the lines of one list or entry the same number of spaces at their start.'

const SENTENCES: Partial<Record<Code, Sentence>> = {
  ALIAS_PROPS: { says: 'a name that begins with * is not read here', tip: QUOTE },
  BAD_ALIAS: { says: 'a name that begins with * is not read here', tip: QUOTE },
  BAD_DIRECTIVE: { says: 'a line that begins with % is not read here', tip: 'Delete the line.' },
  BAD_DQ_ESCAPE: {
    says: 'a backslash in quotation marks has a special meaning',
    tip: "Write the text in 'single quotation marks', where a backslash is itself.",
  },
  BAD_INDENT: { says: 'this line does not line up with the lines it belongs to', tip: INDENT },
  BAD_SCALAR_START: { says: 'a text cannot begin with this character unless it is quoted', tip: QUOTE },
  BLOCK_AS_IMPLICIT_KEY: { says: 'a colon and a space inside a text start a new key', tip: QUOTE },
  BLOCK_IN_FLOW: { says: 'a list with dashes cannot stand inside brackets', tip: INDENT },
  MISSING_CHAR: {
    says: 'a comma, a colon, a space or a closing mark is missing here',
    tip: 'Look for an opening quotation mark or bracket that is never closed, or a colon with no space after it.',
  },
  MULTILINE_IMPLICIT_KEY: { says: 'this line has no colon, so it is not a key with a value', tip: INDENT },
  MULTIPLE_DOCS: {
    says: 'a second YAML document begins here',
    tip: 'Delete the line "---", or put what follows in a file of its own.',
  },
  RESOURCE_EXHAUSTION: { says: 'this file is nested too deep', tip: 'Write it with fewer levels.' },
  TAB_AS_INDENT: {
    says: 'a tab indents the text after it, and YAML only knows spaces',
    tip: 'Use spaces in place of tabs.',
  },
  TOO_MUCH: { says: 'this file holds too much to be read at once', tip: 'Split it into several files.' },
  UNEXPECTED_TOKEN: { says: 'this does not belong to the text before it', tip: QUOTE },
}
