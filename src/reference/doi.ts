import { unescaped } from './markup.ts'

/**
 * The DOI in what was pasted: `https://doi.org/10.1000/182`, `DOI 10.1000/182`, `urn:doi:…`, a library’s proxy. None in the
 * address of any other page, and none where two are named.
 */
export function doiIn(pasted: string): string | undefined {
  const text = unescaped(pasted).trim()
  const [, host] = /^[a-z]+:\/\/([^/]+)/i.exec(text) ?? []
  if (host && !/\bdoi\b/i.test(host)) return undefined
  const address = host ?? /^(?:[a-z-]+\.)*doi\.org\//i.exec(text)
  const plain = address ? decoded(text.replace(/[?#].*$/, '')) : text
  const [first, second] = plain.split(/\s+|(?<=[;,])(?=10\.\d)/).flatMap((word) => DOI.exec(word)?.[0] ?? [])
  return first && !second ? trimmed(first) : undefined
}

const DOI = /(?<![\d.])10(?:\.\d+)*\/\S+/

/** The address that leads to it. Some older ones hold signs that end an address. */
export function doiLink(doi: string): string {
  return `https://doi.org/${doi.replace(/[%"#<>?[\\\]^`{|}\s]/g, (sign) => encodeURIComponent(sign))}`
}

/** Without the end of the sentence or the brackets that it stood in. */
function trimmed(doi: string): string {
  const shorter = doi.replace(/[.,;:'"’”]+$/, '')
  const [open, close] = CLOSING.find(([, mark]) => shorter.endsWith(mark)) ?? []
  if (!open || !close || shorter.split(open).length >= shorter.split(close).length) return shorter
  return trimmed(shorter.slice(0, -1))
}

const CLOSING = [
  ['(', ')'],
  ['[', ']'],
  ['<', '>'],
  ['{', '}'],
] as const

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
