import type { Answer } from './answer.ts'

/**
 * A hash of all that an answer says, as 16 hexadecimal digits: two answers with the same stamp read the same. What
 * one can ask next is left out, for it is not said. The day on which it was asked counts only where words tell it, as in
 * `last checked 14 months ago`.
 */
export function stampOf({
  outcome,
  ask,
  heading,
  lead = [],
  groups,
  suggestions,
  note = '',
}: Answer): string {
  const said = { outcome, ask, heading, lead, groups, suggestions, note }
  return hash(JSON.stringify(said, inOrder))
}

/** Whoever made an object, and from what, its keys come in one order. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * cyrb53 with all of its 64 bits (https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js). It tells
 * changes apart; it is no protection from somebody who looks for two texts with one hash, and need not be: who can write
 * the folder can say what they want.
 */
function hash(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return [b, a].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
