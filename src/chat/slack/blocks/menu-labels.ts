import { LIMITS } from './limits.ts'
import { clean, cut } from './text.ts'

/** What a label is made of. `says` stands in every label; of `more`, what tells it from those it would be like. */
export type LabelParts = { name: string; says: readonly string[]; more: readonly string[] }

/** `more` is emptied as it is used. */
type Label = { parts: string[]; more: string[] }

/** A label for each, in their order, no two alike, and none longer than an option of a menu may be. */
export function distinctLabels(all: readonly LabelParts[], afterName = ' – '): readonly string[] {
  const labels: readonly Label[] = all.map(({ name, says, more }) => ({
    parts: [name, ...says].map(plain).filter(Boolean),
    more: more.map(plain),
  }))
  const text = ({ parts }: Label) => joined(parts, afterName, LIMITS.optionText)
  let told = true
  while (told) {
    const alike = [...Map.groupBy(labels, text).values()].filter(({ length }) => length > 1)
    told = alike.map(tellApart).some(Boolean)
  }
  return numbered(labels, afterName)
}

/** Adds the first thing in which labels that are alike differ; false where there is none. */
function tellApart(alike: readonly Label[]): boolean {
  const most = Math.max(...alike.map(({ more }) => more.length))
  for (let at = 0; at < most; at++) {
    if (new Set(alike.map(({ more }) => more[at] ?? '')).size === 1) continue
    for (const { parts, more } of alike) {
      parts.push(...more.slice(at, at + 1).filter(Boolean))
      more[at] = ''
    }
    return true
  }
  return false
}

/** What nothing tells apart is counted. */
function numbered(labels: readonly Label[], afterName: string): readonly string[] {
  const taken = new Set<string>()
  return labels.map(({ parts }) => {
    for (let count = 1; ; count++) {
      const number = count === 1 ? '' : ` (${count})`
      const label = joined(parts, afterName, LIMITS.optionText - number.length) + number
      if (taken.has(label)) continue
      taken.add(label)
      return label
    }
  })
}

/** In at most `most` code points: what is too long for that is cut in its longest parts, and keeps something of each. */
function joined(parts: readonly string[], afterName: string, most: number): string {
  const write = (longest: number) => {
    const [name = '', ...others] = parts.map((part) => cut(part, longest))
    return [name, others.join(', ')].filter(Boolean).join(afterName) || 'Without a name'
  }
  let longest = most
  while (longest > 1 && [...write(longest)].length > most) longest -= 1
  return cut(write(longest), most)
}

/** In one line, and no longer than a whole label. */
function plain(text: string): string {
  const line = clean(text.slice(0, 10 * LIMITS.optionText))
    .replace(/\s+/gu, ' ')
    .trim()
  return cut(line, LIMITS.optionText)
}
