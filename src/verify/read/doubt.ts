import type { Readable } from './readable.ts'

/**
 * Some pages come in place of the one that was asked for, and answer 200: an error, a login, an empty shell for scripts.
 * Each is known by a sign of its own and by having few words; a longer page is taken for what it is.
 */
export function doubtOf(html: string, title: string, text: string): Readable['doubt'] {
  const words = text.split(/\s+/).filter(Boolean).length
  const heading = text.slice(0, 200).split('\n')[0] ?? ''
  if (words < FEW && [title, heading].some((line) => NOT_FOUND.test(line)))
    return { why: 'its address gives a page that says “not found”', certain: true }
  if (words < FEW && /<input[^>]{1,500}type\s*=\s*["']?password/i.test(html))
    return { why: 'it is behind a wall (the page asks for a password)', certain: true }
  if (words < FEWEST && /<script/i.test(html))
    return { why: `there are only ${words} words on the page without a browser`, certain: false }
  return undefined
}

/** `404`, `Page not found | Aire Council`, and not an article with such a title as "Roman road not found at Aire". */
const NOT_FOUND =
  /^\W*(?:error\s+)?404\b|\b(?:page|document|file)\s+(?:could\s+not\s+be|cannot\s+be|not)\s+found\b|^\W*not\s+found\W*$/i

const FEW = 250

/** A page of scripts with fewer says that scripts are needed, cookies are to be accepted, or that one is to sign in. */
const FEWEST = 40
