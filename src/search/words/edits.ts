/**
 * How many edits lead from one word to the other: a letter more, fewer or other, or two neighbours swapped, count one
 * each (optimal string alignment). `limit + 1` as soon as it is known to be more than `limit`.
 */
export function edits(one: string, other: string, limit = Number.POSITIVE_INFINITY): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > limit) return limit + 1
  let [start, end] = [0, short.length]
  while (start < end && short.charCodeAt(start) === long.charCodeAt(start)) start++
  const shift = long.length - short.length
  while (end > start && short.charCodeAt(end - 1) === long.charCodeAt(end + shift - 1)) end--
  return aligned(short, long, start, end, end + shift, limit)
}

const rows: [Uint16Array, Uint16Array, Uint16Array] = [
  new Uint16Array(256),
  new Uint16Array(256),
  new Uint16Array(256),
]

/** The classic table, three rows of it, over the part of the words in which they differ. */
function aligned(
  short: string,
  long: string,
  start: number,
  shortEnd: number,
  longEnd: number,
  limit: number,
): number {
  const [width, height] = [shortEnd - start, longEnd - start]
  if (width === 0) return height > limit ? limit + 1 : height
  let [beforeLast, last, row] = roomFor(width + 1)
  for (let x = 0; x <= width; x++) last[x] = x
  for (let y = 1; y <= height; y++) {
    const letter = long.charCodeAt(start + y - 1)
    const previous = y > 1 ? long.charCodeAt(start + y - 2) : -1
    row[0] = y
    let least = y
    for (let x = 1; x <= width; x++) {
      const own = short.charCodeAt(start + x - 1)
      let cost = (last[x - 1] as number) + (own === letter ? 0 : 1)
      cost = Math.min(cost, (last[x] as number) + 1, (row[x - 1] as number) + 1)
      if (x > 1 && own === previous && short.charCodeAt(start + x - 2) === letter) {
        cost = Math.min(cost, (beforeLast[x - 2] as number) + 1)
      }
      row[x] = cost
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    ;[beforeLast, last, row] = [last, row, beforeLast]
  }
  const total = last[width] as number
  return total > limit ? limit + 1 : total
}

function roomFor(width: number): [Uint16Array, Uint16Array, Uint16Array] {
  if (rows[0].length < width) for (const n of [0, 1, 2] as const) rows[n] = new Uint16Array(width * 2)
  return [rows[0], rows[1], rows[2]]
}

/**
 * Which of these names none or one edit leads to. None is missed: of two names one edit apart, what the shorter half of the
 * name before the edit is, or after it, stands at the same end of both.
 */
export function oneEditAway(names: Iterable<string>): (text: string) => readonly string[] {
  const byEnd = new Map<string, string[]>()
  for (const name of new Set(names)) {
    const half = halfOf(name.length)
    for (const end of endsOf(name, name.length, half)) {
      const others = byEnd.get(end)
      if (others) others.push(name)
      else byEnd.set(end, [name])
    }
  }
  return (text) => {
    const found = new Set<string>()
    for (const length of [text.length - 1, text.length, text.length + 1]) {
      for (const end of endsOf(text, length, halfOf(length))) {
        for (const name of byEnd.get(end) ?? []) if (edits(text, name, 1) <= 1) found.add(name)
      }
    }
    return [...found]
  }
}

/** So many letters at either end that both cannot be touched by one edit, which touches two neighbours at most. */
function halfOf(length: number): number {
  return Math.max(0, Math.floor((length - 2) / 2))
}

function endsOf(text: string, length: number, half: number): readonly [string, string] {
  return [`${length}<${text.slice(0, half)}`, `${length}>${text.slice(text.length - half)}`]
}

/** Each letter of a word once, in order: the same for words whose letters are only doubled or swapped. */
export function lettersOf(word: string): string {
  return [...new Set(word)].sort().join('')
}

/** `twinning` and `twining` are `twining`. */
export function undoubled(word: string): string {
  return word.replace(/(.)\1/g, '$1')
}

/**
 * The one gate for slips of the pen: so many edits a word or name of these letters may be away and still be read as what was
 * meant. None under five letters, one up to eight, two from nine on: York is no Cork, and Durham no Durban. Where two names
 * are compared, the one with fewer letters says. `bench/` has what looser gates let through.
 *
 * Who only *offers* what may have been meant, or knows from elsewhere that something is misspelled, asks with a reason:
 * - `alone`: a single word beside a short list of names; already not understood, so a slip is likelier than another word.
 * - `commands`: of a handful of short words only one can be meant, and what is near is offered, not run.
 * - `texts`: a word that no text and no dictionary knows; it finds texts, and how it was read is said.
 */
export function slipsAllowedIn({ length }: { length: number }, reason: Reason = 'answer'): number {
  const [one, two, three] = FROM[reason]
  if (length < one) return 0
  if (length < two) return 1
  return length < three ? 2 : 3
}

type Reason = 'answer' | 'alone' | 'commands' | 'texts'

/** From how many letters on one, two and three slips are allowed. */
const FROM: Readonly<Record<Reason, readonly [number, number, number]>> = {
  answer: [5, 9, Number.POSITIVE_INFINITY],
  alone: [1, 9, Number.POSITIVE_INFINITY],
  commands: [3, 4, Number.POSITIVE_INFINITY],
  texts: [4, 6, 10],
}
