import type { Answer, Finding, Group } from './answer.ts'

/**
 * A hash of all that an answer says, as 16 hexadecimal digits: two answers with the same stamp read the same. What
 * one can ask next is left out, for it is not said; so is what only front ends look at. The day on which it was asked counts only where words tell it, as in
 * `last checked 14 months ago`.
 */
export function stampOf(answer: Answer): string {
  const known = STAMPS.get(answer)
  if (known) return known
  const stamp = hashOf(saidBy(answer))
  STAMPS.set(answer, stamp)
  return stamp
}

/** Each of an answer's pages asks for it. */
const STAMPS = new WeakMap<Answer, string>()

function saidBy(answer: Answer) {
  const { outcome, ask, heading, lead = [], naming = [], direct, table } = answer
  const { groups, suggestions, note = '', unread } = answer
  return {
    ...{ outcome, ask, heading, lead, naming, direct, table, suggestions, note, unread },
    groups: groups.map(saidIn),
  }
}

/** A finding stands in many answers, and thousands in one: what it says is hashed once. */
const FINDINGS = new WeakMap<Finding, string>()

function saidIn({ findings, ...group }: Group) {
  return {
    ...group,
    findings: findings.map((finding) => {
      const known = FINDINGS.get(finding) ?? hashOf(finding)
      FINDINGS.set(finding, known)
      return known
    }),
  }
}

function hashOf(value: unknown): string {
  return hash(JSON.stringify(inOneOrder(value)))
}

/** The same with the keys of each object in one order, whoever made it. */
function inOneOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(inOneOrder)
  const object = value as Readonly<Record<string, unknown>>
  const ordered: Record<string, unknown> = {}
  for (const key of Object.keys(object).sort())
    if (key !== 'saysStatus') ordered[key] = inOneOrder(object[key])
  return ordered
}

/**
 * cyrb53 with all of its 64 bits (https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js). It tells
 * changes apart; it is no protection from somebody who looks for two texts with one hash, and need not be: who can write
 * the folder can say what they want.
 */
export function hash(text: string): string {
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

/**
 * 64 bits of a text as 16 hexadecimal digits, the same on every machine and in every version: to see that a text
 * changed, and to draw by lot without chance. Two FNV-1a sums of 32 bits with their own starts, each stirred at the
 * end (the finaliser of MurmurHash3). Not for secrets.
 */
export function fingerprint(text: string): string {
  return hex(sum(text, 0x811c9dc5)) + hex(sum(text, 0x01234567))
}

/** A number from 0 (included) to 1 (excluded) that depends on nothing but the text. */
export function drawLot(text: string): number {
  return Number.parseInt(fingerprint(text).slice(0, 13), 16) / 2 ** 52
}

function sum(text: string, start: number): number {
  let hash = start
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0')
}
