import type { Ask } from '../../answer/answer.ts'
import { type Locality, localityName } from '../../places/locality.ts'

/** A button for each. `beside` are places named with them, which stay in the question. */
export function choices(localities: readonly Locality[], beside: readonly Locality[] = []): readonly Ask[] {
  return localities.map((locality) => {
    const names = [locality, ...beside].map(localityName)
    return { label: names.join(' and '), ask: `twins ${names.join(' ')}` }
  })
}
