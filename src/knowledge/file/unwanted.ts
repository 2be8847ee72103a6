/**
 * Control characters but for tab and line feed, halves of surrogate pairs, and those that turn the direction of
 * reading (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters). Joiners are parts of words.
 */
const UNWANTED = /(?![\t\n])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/u

/** The text without its unwanted characters, for lists that others made. */
export function withoutUnwanted(text: string): string {
  return text.replaceAll(new RegExp(UNWANTED, 'gu'), '')
}

/** The first unwanted character of a text: where it stands, and its code, `U+202E`. */
export function unwanted(text: string): { at: number; code: string } | undefined {
  const found = UNWANTED.exec(text)
  const code = found?.[0].codePointAt(0)
  if (!found || code === undefined) return undefined
  return { at: found.index, code: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` }
}
