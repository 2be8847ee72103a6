import { ImportProblem } from './export-import.ts'
import type { Line } from './store.ts'

/** One JSON object a line: `{"table":"gaps","row":{…}}`. */
export function linesToText(lines: readonly Line[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** Throws ImportProblem that names the first line which is none. */
export function textToLines(text: string): readonly Line[] {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line, at) => lineOf(line, at + 1))
}

function lineOf(text: string, number: number): Line {
  const value = parsed(text)
  if (isObject(value) && typeof value.table === 'string' && isObject(value.row) && isFlat(value.row)) {
    return value as Line
  }
  throw new ImportProblem(
    `Line ${number} is not a line of an export: it should look like {"table":"gaps","row":{…}}. Nothing was imported.`,
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isFlat(row: Record<string, unknown>): boolean {
  return Object.values(row).every((value) => value === null || ['string', 'number'].includes(typeof value))
}
