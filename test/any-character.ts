import fc from 'fast-check'

/** Halves of a pair, which are no characters by themselves. */
const [FIRST_HALF, HALVES] = [0xd800, 0x800]

/**
 * Any character of Unicode, as `unit` of `fc.string`. What fast-check has for it draws the same ones, and keeps a table of the
 * million of them: a second of processor time, and 85 MB, in each process.
 */
export const anyCharacter = fc.nat({ max: 0x10ffff - HALVES }).map(
  (at) => String.fromCodePoint(at < FIRST_HALF ? at : at + HALVES),
  (character) => {
    const code = typeof character === 'string' ? (character.codePointAt(0) ?? -1) : -1
    const isHalf = code >= FIRST_HALF && code < FIRST_HALF + HALVES
    if (code < 0 || isHalf || String.fromCodePoint(code) !== character) throw new Error('not one character')
    return code < FIRST_HALF ? code : code - HALVES
  },
)

/** A piece of an address, with any character in it, as `fc.webSegment` draws them. */
const segment = fc
  .array(
    fc.oneof(
      { weight: 10, arbitrary: fc.stringMatching(/^[\w.~!$&'()*+,;=:@-]$/) },
      { weight: 1, arbitrary: anyCharacter.map(encodeURIComponent) },
    ),
    { maxLength: 10 },
  )
  .map((all) => all.join(''))

/** Addresses of the web without that table, which `fc.webUrl` fills as well. */
export const webAddress = fc
  .tuple(fc.constantFrom('http', 'https'), fc.domain(), fc.array(segment, { maxLength: 5 }))
  .map(([scheme, host, path]) => `${scheme}://${[host, ...path].join('/')}`)
