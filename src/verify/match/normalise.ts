/** Text in its normal form: `at[i]` is where the character `text[i]` stands in the original. */
export type Normal = { text: string; at: readonly number[] }

/** Stands where a line ended in a hyphen: the hyphen may belong to the word or to the line. A noncharacter of Unicode. */
export const LINE_END = '\uFDD0'

type Rule = {
  name: string
  changes: readonly (readonly [pattern: RegExp, to: string | ((found: string) => string)])[]
}

/**
 * All that may differ between a quotation and the page, so that they still match. Case and every other character are
 * kept. The names are what people read: "matches after normalising dashes". The order matters: lines are joined
 * before spaces become alike.
 */
export const rules: readonly Rule[] = [
  {
    name: 'Markdown links',
    changes: [
      [/!?\[(?=[^[\]\n]{1,300}\]\([^()\s]{1,2000}\))/g, ''],
      [/\]\([^()\s]{1,2000}\)/g, ''],
    ],
  },
  {
    name: 'line-end hyphens',
    changes: [[/(?<=[\p{L}\p{N}])[-\u2010\u2011\u00AD][ \t]*\r?\n\s*(?=[\p{L}\p{N}])/gu, LINE_END]],
  },
  { name: 'soft hyphens', changes: [[/\u00AD/g, '']] },
  {
    name: 'quotation marks',
    changes: [
      [/[‘’‚‛′´`]/g, "'"],
      [/[“”„‟″«»]/g, '"'],
    ],
  },
  { name: 'dashes', changes: [[/[\u2010-\u2015\u2212]|--+/g, '-']] },
  {
    name: 'spaces',
    changes: [
      [/[\u200B-\u200D\u2060\uFEFF]/g, ''],
      [/\s+/g, ' '],
    ],
  },
  { name: 'ligatures', changes: [[/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC')]] },
  { name: 'ellipses', changes: [[/…/g, '...']] },
  { name: 'composed accents', changes: [[/\p{L}\p{M}+/gu, (letter) => letter.normalize('NFC')]] },
]

export function normalise(original: string, applied: readonly Rule[] = rules): Normal {
  let normal: Normal = { text: original, at: Array.from({ length: original.length }, (_, i) => i) }
  for (const [pattern, to] of applied.flatMap(({ changes }) => changes))
    normal = rewritten(normal, pattern, to)
  return normal
}

function rewritten({ text, at }: Normal, pattern: RegExp, to: string | ((found: string) => string)): Normal {
  const parts: string[] = []
  const places: number[] = []
  let done = 0
  const keep = (end: number) => {
    parts.push(text.slice(done, end))
    for (let i = done; i < end; i++) places.push(at[i] ?? 0)
  }
  for (const { 0: found, index } of text.matchAll(pattern)) {
    keep(index)
    const written = typeof to === 'string' ? to : to(found)
    parts.push(written)
    for (let i = 0; i < written.length; i++) places.push(at[index] ?? 0)
    done = index + found.length
  }
  if (done === 0) return { text, at }
  keep(text.length)
  return { text: parts.join(''), at: places }
}
