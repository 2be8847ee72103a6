import { parse as parseCsv } from 'csv-parse/sync'
import type { Answer } from '../../src/answer/answer.ts'
import { word } from '../../src/formats/word.ts'
import { readWord } from './read-word.ts'

export const TAKING = { day: '2026-11-30' }

export async function asWord(answer: Answer, taking: Parameters<typeof word>[1] = TAKING) {
  return readWord(await word(answer, taking))
}

export function readCsv(text: string): string[][] {
  return parseCsv(text, { bom: true })
}

/** The one sign that keeps a cell from being calculated. */
export function unguarded(cell: string): string {
  return cell.replace(/^'(?=[=+\-@])/, '')
}
