import { isRecord } from '../file/pieces.ts'
import type { Plain } from '../file/plain.ts'
import { type Fault, type Path, unwanted, type Written } from '../file/text.ts'
import type { Rule } from './rule.ts'

export const characters: Rule = {
  name: 'characters',
  why: 'Invisible characters reorder a line or hide words in it, so that people read what nobody wrote.',
  sees: 'each file',
  *check(folder) {
    for (const file of folder.files)
      if (mayHold(file.text) && hasUnwanted(file.value)) yield* within(file, file.value, [])
  },
}

/** Where none stands in a text and none is written with a backslash, none is in what it says. */
function mayHold(text: string): boolean {
  return text.includes('\\') || unwanted(text) !== undefined
}

function hasUnwanted(plain: Plain): boolean {
  if (typeof plain === 'string') return unwanted(plain) !== undefined
  if (Array.isArray(plain)) return plain.some(hasUnwanted)
  return isRecord(plain) && Object.values(plain).some(hasUnwanted)
}

function* within(file: Written<Plain>, plain: Plain, path: Path): Iterable<Fault> {
  if (typeof plain === 'string') {
    const found = unwanted(plain)
    const tip = 'Delete it; copy the text through a plain-text editor if it comes back.'
    if (found)
      yield { spot: file.spot(path), says: `an invisible character stands in this text: ${found.code}`, tip }
  } else if (Array.isArray(plain)) {
    for (const [index, item] of plain.entries()) yield* within(file, item, [...path, index])
  } else if (isRecord(plain)) {
    for (const key of Object.keys(plain)) yield* within(file, plain[key], [...path, key])
  }
}
