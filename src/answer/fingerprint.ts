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
