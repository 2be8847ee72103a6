import { MOST_HINTS, nearest, shown } from '../file/sentences.ts'
import { entriesOf } from '../kinds/kind.ts'
import { areaSchema, placeSchema } from '../kinds/place.ts'
import type { Rule } from './rule.ts'

const FIELDS = { nation: 'nation', region: 'region', authority: 'combined authority' } as const

export const knownArea: Rule = {
  name: 'known-area',
  why: 'A question about Yorkshire is answered from the places that say they lie in it.',
  *check({ entries, broken, unread }) {
    if (unread.has('places')) return
    const [areas, places] = [entriesOf(entries, areaSchema), entriesOf(entries, placeSchema)]
    for (const [field, kind] of Object.entries(FIELDS) as [keyof typeof FIELDS, string][]) {
      const known = new Set(areas.flatMap(({ value }) => (value.kind === kind && value.id ? [value.id] : [])))
      let looked = 0
      for (const { value, spot } of places) {
        const id = value[field]
        if (id === undefined || known.has(id) || broken.has(id)) continue
        const near = nearest(id, looked++ < MOST_HINTS ? known : [])
        yield {
          spot: spot([field]),
          says: `${field}: no ${kind} in places/ has the id "${shown(id)}"${near ? `; did you mean "${near}"?` : ''}`,
          tip: `Add it under "areas:" with "kind: ${kind}", or correct the id.`,
        }
      }
    }
  },
}
