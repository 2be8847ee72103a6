import { Composer, type CST, type Document, Lexer, type LineCounter, Parser } from 'yaml'
import type { Mistake } from './yaml-mistakes.ts'

/**
 * Parses a YAML text, or names its first mistake: what follows one is guesswork. Every plain word stays a text: `69`,
 * `no` and `2020-10-15` mean what they look like until a field says otherwise.
 */
export function parse(
  text: string,
  lines: LineCounter,
): { document: Document.Parsed } | { mistake: Mistake } {
  const tokens = tokensOf(text, lines)
  if (tokens === undefined) return { mistake: { offset: 0, code: 'TOO_MUCH' } }
  const stray = tokens.find(({ type }) => type === 'error')
  if (stray) return { mistake: { offset: stray.offset, code: 'UNEXPECTED_TOKEN' } }
  const [, second] = tokens.filter(({ type }) => type === 'document')
  if (second) return { mistake: { offset: second.offset, code: 'MULTIPLE_DOCS' } }
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false })
  const [document] = withoutStacks(() => [...composer.compose(tokens, true, text.length)])
  if (!document) throw new Error('a parsed text has no document')
  const error = document.errors[0]
  return error ? { mistake: { offset: Math.min(error.pos[0], text.length), code: error.code } } : { document }
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
