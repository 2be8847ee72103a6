import type { ErrorCode } from 'yaml'

type Code = ErrorCode | 'TOO_MUCH'

/** Where a YAML text goes wrong, and how, by the parser's own codes and one of ours. */
export type Mistake = { offset: number; code: Code }

type Sentence = { says: string; tip: string }

/** What a mistake means to someone who is not a programmer. */
export function sentenceOf(code: Code): Sentence {
  return SENTENCES[code] ?? { says: 'this is not YAML', tip: QUOTE }
}

/** In JSON layout means nothing: what is wrong is a mark. */
export function jsonSentenceOf(code: Code): Sentence {
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
