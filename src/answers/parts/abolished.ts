import type { Group } from '../../answer/answer.ts'
import { dateInWords } from '../../answer/in-words.ts'
import type { Link } from '../../library/link.ts'
import type { Locality } from '../../places/locality.ts'
import type { AnswerContext } from '../answer-context.ts'
import { endOf } from '../council.ts'

/** Of a council that is asked for, or whose links are shown because its area went to one that is. */
export function abolished(
  localities: readonly Locality[],
  links: readonly Link[],
  context: AnswerContext,
): { lead: readonly string[]; told: readonly Group[] } {
  const { knowledge, today, exists } = context
  const asked = localities.flatMap((locality) => (locality.is === 'place' ? [locality.place] : []))
  const taken = links.map(({ place }) => place).filter(({ into }) => asked.some(({ id }) => id === into))
  const all = [...new Set([...asked, ...taken])].map(({ id, name, until, into }) => {
    // What sources tell of its end says it with the day and the state that they give; an answer on one link is on that link.
    const end = endOf(name, context)
    const isOneNow = () => exists().councils.some((one) => one.id === id)
    if (end && isOneNow()) return { lead: [], told: [] }
    if (end) return localities.length > 1 ? { lead: [], told: [] } : { lead: [end.says], told: end.told }
    if (!until) return { lead: [], told: [] }
    const successor = into && knowledge.places.get(into)?.name
    if (today < until) {
      const then = successor ? `; its area is then to be in ${successor}` : ''
      return {
        lead: [`The council of ${name} is to be abolished on ${dateInWords(until)}${then}.`],
        told: [],
      }
    }
    const now = successor ? `; its area is now in ${successor}` : ''
    return { lead: [`The council of ${name} was abolished on ${dateInWords(until)}${now}.`], told: [] }
  })
  return { lead: all.flatMap(({ lead }) => lead), told: all.flatMap(({ told }) => told) }
}
