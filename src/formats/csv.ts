import papaparse from 'papaparse'
import type { Answer } from '../answer/answer.ts'
import type { LinkRow } from '../answer/table.ts'
import { type SheetReference, sheetOf, type Taking } from './sheet.ts'

/** What a program that calculates would take for a formula: it gets an apostrophe before it, which it does not show. */
export const FORMULA = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/**
 * The answer as RFC 4180, UTF-8 with a mark of byte order, by which Excel reads names right: a row a link, with its
 * documents; or a row a statement, where there is no overview or all is wanted.
 */
export function csv(answer: Answer, taking: Taking): string {
  const rows = answer.table && !taking.full ? linkRows(answer, taking) : statementRows(answer, taking)
  return `\uFEFF${papaparse.unparse([...rows], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`
}

function linkRows(answer: Answer, taking: Taking): readonly (readonly string[])[] {
  const { table, references } = sheetOf(answer, taking)
  const marks = answer.table?.rows.map(marksOf) ?? []
  const rows = table?.rows.map(({ values, sources }, at) => {
    const named = references.filter(({ number }) => sources.includes(number))
    return [...values, named.map(({ text }) => text).join('; '), addresses(named), marks[at] ?? '']
  })
  return [[...(table?.heads ?? []), 'Links', 'Marks'], ...(rows ?? [])]
}

/** As everywhere: what has no date says so where its date would stand, and is not called old. */
function marksOf({ marks, years }: LinkRow): string {
  return marks.filter((mark) => mark !== 'old' || years !== undefined).join('; ')
}

function statementRows(answer: Answer, taking: Taking): readonly (readonly string[])[] {
  const { statements, references } = sheetOf(answer, { ...taking, full: true })
  const heads = ['Statement', 'Quotation', 'Second-hand', 'About', 'Place in the source', 'Source', 'Link']
  let about = ''
  const rows = statements.map(({ title, says = '', quote = '', secondHand = '', locator, source }) => {
    about = title ?? about
    const named = references.filter(({ number }) => number === source)
    return [says, quote, secondHand, about, locator, named[0]?.text ?? '', addresses(named)]
  })
  return [heads, ...rows]
}

function addresses(references: readonly SheetReference[]): string {
  return references.flatMap(({ url }) => url ?? []).join(' ')
}
