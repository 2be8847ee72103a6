import type { Answer } from '../../answer/answer.ts'
import { dateInWords } from '../../answer/dates.ts'
import { sourceLabel } from '../../library/citation.ts'
import { covers, type Locality, localityName } from '../../places/locality.ts'
import type { AnswerContext } from '../command.ts'

/** Where someone did look for links of these places and found none: what that look was. */
export function looked(
  localities: readonly Locality[],
  { library: { knowledge } }: AnswerContext,
): Pick<Answer, 'lead'> | undefined {
  const looks = knowledge.looked.filter((look) => {
    const place = knowledge.places.get(look.place)
    return place && localities.some((locality) => covers(locality, place))
  })
  if (looks.length === 0) return undefined
  return {
    lead: looks.map((look) => {
      const sources = look.in.map((id) => knowledge.sources.get(id)).filter((source) => source !== undefined)
      const where = sources.map(sourceLabel).join(', ')
      return `We looked for ${look.for} of ${localities.map(localityName).join(' and ')} in ${where} on ${dateInWords(look.on)} and found none.`
    }),
  }
}
