import type { Spot } from '../../reference/jump.ts'
import { SPACED } from './letters.ts'
import { nearest } from './nearest.ts'
import { LINE_END, normalise, rules } from './normalise.ts'
import type { PageText, Result } from './result.ts'

/** Looks for the quoted words, whole words only, as a browser does when it jumps to them. */
export function match(quote: string, page: PageText): Result {
  const normal = normalise(page.text)
  const pattern = patternOf(normalise(quote.trim()).text)
  const [at] = found(pattern, normal.text)
  const start = at && normal.at[at.index]
  if (at === undefined || start === undefined) return nearest(quote, page, normal)
  const spot = { ...pageOf(start, page), ...surroundings(pattern, at, normal.text) }
  const [exact] = found(literal(quote.trim()), page.text)
  if (exact) return { is: 'exact', spot: { ...spot, ...pageOf(exact.index, page) } }
  const end = normal.at[at.index + at[0].length] ?? page.text.length
  const passage = page.text.slice(start, end).trim()
  return { is: 'matches after normalising', normalised: needed(quote.trim(), passage), spot }
}

/** The rules without which the two would differ. */
function needed(quote: string, passage: string): readonly string[] {
  const differs = ({ name }: { name: string }) => {
    const others = rules.filter((rule) => rule.name !== name)
    const [within] = found(patternOf(normalise(quote, others).text), normalise(passage, others).text)
    return within === undefined
  }
  return rules.filter(differs).map(({ name }) => name)
}

/** A hyphen at the end of a line may be the word's or the line's: either is right. */
function patternOf(normal: string): RegExp {
  const letters = [...normal.trim()].map((letter) =>
    letter === '-' ? `(?:-|${LINE_END})` : RegExp.escape(letter),
  )
  return wholeWords(letters.join(`${LINE_END}?`), normal)
}

function literal(words: string): RegExp {
  return wholeWords(RegExp.escape(words), words)
}

function wholeWords(pattern: string, words: string): RegExp {
  const edge = new RegExp(`^${SPACED}`, 'v')
  const [first = '', last = ''] = [[...words].at(0), [...words].at(-1)]
  return new RegExp(
    `${edge.test(first) ? `(?<!${SPACED})` : ''}${pattern}${edge.test(last) ? `(?!${SPACED})` : ''}`,
    'gv',
  )
}

function* found(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  yield* text.matchAll(pattern)
}

function pageOf(position: number, { pageStarts }: PageText): { page?: number } {
  return pageStarts ? { page: pageStarts.filter((start) => start <= position).length } : {}
}

/** Browsers jump to the first occurrence, whatever its case: where there are several, a few words tell ours. */
function surroundings(pattern: RegExp, at: RegExpExecArray, text: string): Pick<Spot, 'before' | 'after'> {
  const anyCase = new RegExp(pattern.source, `${pattern.flags}i`)
  const twice = [...text.matchAll(anyCase)].length > 1
  if (!twice) return {}
  const words = (part: string) => part.replaceAll(LINE_END, '').trim().split(' ').filter(Boolean)
  const before = words(text.slice(Math.max(0, at.index - 200), at.index))
    .slice(-CONTEXT)
    .join(' ')
  const after = words(text.slice(at.index + at[0].length, at.index + at[0].length + 200))
    .slice(0, CONTEXT)
    .join(' ')
  return { ...(before && { before }), ...(after && { after }) }
}

/** Words on each side: enough to be the only such place on all but the most repetitive page. */
const CONTEXT = 4
