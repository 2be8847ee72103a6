/**
 * Folded names in two flat arrays, with a hash table over them: a million names without a million objects. Entries are
 * numbered from 0 in the order given; the same name may be there more than once.
 */
export type NameTable = {
  readonly count: number
  /** UTF-16 units of all names, one after the other. */
  readonly units: Uint16Array
  /** Where each name starts in `units`; one more than there are names. */
  readonly starts: Uint32Array
  /** The first entry of exactly this name, or -1. */
  find(name: string): number
  /** The next entry of the same name, or -1. */
  next(entry: number): number
  text(entry: number): string
}

export function nameTable(names: Iterable<string>): NameTable {
  const { count, units, starts } = flattened(names)
  const { slots, follow } = hashed(units, starts, count)
  return {
    count,
    units,
    starts,
    find(name) {
      const mask = slots.length - 1
      for (let slot = hashOf(name) & mask; ; slot = (slot + 1) & mask) {
        const entry = (slots[slot] as number) - 1
        if (entry < 0 || isAt(name, units, starts, entry)) return entry
      }
    },
    next: (entry) => (follow[entry] as number) - 1,
    text: (entry) => textOf(units.subarray(starts[entry], starts[entry + 1])),
  }
}

/** In parts, since a function takes no hundred thousand arguments. */
function textOf(units: Uint16Array): string {
  if (units.length <= PART) return String.fromCharCode(...units)
  return textOf(units.subarray(0, PART)) + textOf(units.subarray(PART))
}

const PART = 8192

function flattened(names: Iterable<string>): { count: number; units: Uint16Array; starts: Uint32Array } {
  let units = new Uint16Array(1 << 12)
  let starts = new Uint32Array(1 << 8)
  let count = 0
  let used = 0
  for (const name of names) {
    if (used + name.length > units.length) units = grown(units, used + name.length)
    if (count + 2 > starts.length) starts = grown(starts, count + 2)
    for (let at = 0; at < name.length; at++) units[used++] = name.charCodeAt(at)
    starts[++count] = used
  }
  return { count, units: units.slice(0, used), starts: starts.slice(0, count + 1) }
}

function grown<T extends Uint16Array | Uint32Array>(array: T, least: number): T {
  const larger = new (array.constructor as new (length: number) => T)(Math.max(least, array.length * 2))
  larger.set(array)
  return larger
}

/** Open addressing over the first entry of each name; `follow` leads on to further entries of it. Both count from 1. */
function hashed(
  units: Uint16Array,
  starts: Uint32Array,
  count: number,
): { slots: Uint32Array; follow: Uint32Array } {
  const mask = 2 ** Math.ceil(Math.log2(count * 1.5 + 2)) - 1
  const [slots, follow] = [new Uint32Array(mask + 1), new Uint32Array(count)]
  for (let entry = count - 1; entry >= 0; entry--) {
    let slot = hashAt(units, starts[entry] as number, starts[entry + 1] as number) & mask
    for (let other = slots[slot] as number; other > 0; other = slots[slot] as number) {
      if (sameUnits(units, starts, other - 1, entry)) {
        follow[entry] = other
        break
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = entry + 1
  }
  return { slots, follow }
}

/** FNV-1a over UTF-16 units, stirred at the end because the low bits choose the slot. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}

function hashAt(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (units[at] as number), 0x01000193)
  return hash ^ (hash >>> 15)
}

function isAt(name: string, units: Uint16Array, starts: Uint32Array, entry: number): boolean {
  const start = starts[entry] as number
  if ((starts[entry + 1] as number) - start !== name.length) return false
  for (let at = 0; at < name.length; at++) if (units[start + at] !== name.charCodeAt(at)) return false
  return true
}

function sameUnits(units: Uint16Array, starts: Uint32Array, one: number, other: number): boolean {
  const [start, from] = [starts[one] as number, starts[other] as number]
  const length = (starts[one + 1] as number) - start
  if ((starts[other + 1] as number) - from !== length) return false
  for (let at = 0; at < length; at++) if (units[start + at] !== units[from + at]) return false
  return true
}
