import { count } from '../answer/in-words.ts'
import type { Mend } from './file/text.ts'
import type { Problem } from './read.ts'

/**
 * Problems as people read them, two lines each at most, and a count of all. With `github`, also as annotations that GitHub
 * Actions puts on the lines of a pull request.
 */
export function formatProblems(
  problems: readonly Problem[],
  { color, github }: { color: boolean; github: boolean },
): string {
  const paint = (code: number, text: string) => (color ? `\u001b[${code}m${text}\u001b[0m` : text)
  const byRule = Map.groupBy(problems, ({ rule }) => rule)
  const left = new Set([...byRule.values()].flatMap((alike) => alike.slice(MOST)))
  const shown = problems.filter((problem) => !left.has(problem))
  const lines = shown.flatMap((problem) => {
    const where = inert(`${problem.file}:${problem.line}:${problem.column}`)
    const isError = problem.severity === 'error'
    const rule = paint(isError ? 31 : 33, `[${problem.rule}]`)
    const tip = problem.tip === undefined ? [] : [paint(2, `    → ${inert(problem.tip)}`)]
    return [`${paint(1, where)}  ${isError ? '' : 'warning: '}${inert(problem.says)}  ${rule}`, ...tip]
  })
  const more = [...byRule].flatMap(([rule, { length }]) =>
    length > MOST ? [`and ${length - MOST} more of this kind, not shown  [${rule}]`] : [],
  )
  const annotations = github ? shown.map(annotation) : []
  return [...lines, ...more, ...annotations, summary(problems), ''].join('\n')
}

/** So many problems of one rule are shown; nobody reads more at once. */
const MOST = 200

/** `2 errors, 1 warning`. */
function summary(problems: readonly Problem[]): string {
  const { errors, warnings } = countsOf(problems)
  if (errors + warnings === 0) return 'no problems'
  return [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')]
    .filter(Boolean)
    .join(', ')
}

type Counts = { errors: number; warnings: number }

function countsOf(problems: readonly Problem[]): Counts {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: problems.length - errors }
}

/** https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions */
function annotation({ file, line, column, rule, severity, says, tip }: Problem): string {
  const property = (text: string) => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
  const where = `file=${property(file)},line=${line},col=${column},title=${property(rule)}`
  return `::${severity} ${where}::${escaped(tip ? `${says}. ${tip}` : says)}`
}

function escaped(text: string): string {
  return inert(text).replaceAll('%', '%25')
}

/** Names of files and words found in them cannot move the cursor, reorder a line or begin one. */
function inert(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD')
}

type At = { line: number; column: number; mend?: Mend }

/** A text with what is certain written in place of what was there; every other byte stays. And how many that were. */
export function mended(raw: string, problems: readonly At[]): { text: string; count: number } {
  const lines = raw.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []
  let count = 0
  // From the end, so that what stands before keeps its column.
  for (const { line, column, mend } of problems.toSorted((a, b) => b.line - a.line || b.column - a.column)) {
    const text = lines[line - 1]
    if (!mend?.certain || text === undefined) continue
    const mark = line === 1 && text.startsWith('\uFEFF') ? 1 : 0
    const [before, rest] = [text.slice(0, column - 1 + mark), text.slice(column - 1 + mark)]
    const forms = [mend.instead, `"${mend.instead}"`, `'${mend.instead}'`]
    const form = forms.find((one) => rest.startsWith(one) && /^\s*(?:[,}\]#]|$)/.test(rest.slice(one.length)))
    // Written over several lines, or with marks that we do not see through: a person will do it.
    if (form === undefined) continue
    lines[line - 1] = before + mend.write + rest.slice(form.length)
    count++
  }
  return { text: lines.join(''), count }
}
