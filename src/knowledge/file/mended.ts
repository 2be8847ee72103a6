import type { Mend } from './spot.ts'

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
