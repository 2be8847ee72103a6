import { shown } from '../../file/nearest.ts'
import { entriesOf } from '../../kinds/kind.ts'
import { assertionSchema, twinningsSchema } from '../../kinds/twinning.ts'
import type { Rule } from '../rule.ts'

export const ownTwin: Rule = {
  name: 'own-twin',
  why: 'A link has two ends, and they are two places.',
  *check(folder) {
    for (const { value, file, spot } of entriesOf(folder.entries, assertionSchema, twinningsSchema)) {
      const [place] = folder.placesNamed(file.value.place)
      const [twin] = folder.placesNamed(value.twin)
      if (!place || place !== twin) continue
      const says = `twin: "${shown(value.twin ?? '')}" is the place itself`
      yield {
        spot: spot(['twin']),
        says,
        tip: 'Name the other end of the link, with its country: Dortmund, DE.',
      }
    }
  },
}
