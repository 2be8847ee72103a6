import type { Answer } from '../../answer/answer.ts'
import { AND } from '../../answer/in-words.ts'
import { concerns } from '../../library/records-about-place.ts'
import { atHome, localityName } from '../../places/locality.ts'
import type { AboutPlaces, Links } from '../../question/query.ts'
import type { AnswerContext } from '../answer-context.ts'
import { decisionGroups } from './decisions.ts'
import { readFrom } from './holds-nothing.ts'

/**
 * By which criteria a partner is judged is for the body here to say: `does Kharkiv meet the criteria of Leeds`. Of a partner alone it is
 * asked by a body that is not named: then what all bodies say.
 */
export function ofBodies(intent: Links): Links {
  const { localities } = intent.scope
  const homes = localities.filter(atHome)
  if (homes.length === localities.length) return intent
  const name = homes.length > 0 ? AND.format(homes.map(localityName)) : 'All places'
  const ask = homes.length > 0 ? `twins ${name}` : 'twins'
  return { ...intent, scope: { ...intent.scope, localities: homes, name, ask } }
}

/** No verdict of ours: whether the partner that was asked for meets them, is for the body to say. */
export function noVerdict({ want, scope }: Links): readonly string[] {
  if (want !== 'criteria') return []
  const partners = scope.localities.filter((one) => !atHome(one)).map(localityName)
  const isNamed = scope.localities.length > partners.length
  return [verdictOn(partners), ...(isNamed ? [] : [NAME_YOURS]), NO_MORE]
}

function verdictOn(partners: readonly string[]): string {
  const who = partners.length > 0 ? AND.format(partners) : 'a partner'
  return `Whether ${who} meets the criteria below is not recorded here, and nothing here judges it.`
}

const NAME_YOURS = 'What bodies have published follows; name yours to see its own.'
const NO_MORE = 'Of what the criteria say no more is recorded than stands here; the documents say the rest.'

/** Of a partner on which nothing is held it is asked most: what the body beside it published stands there all the same. */
export function criteriaBeside(
  answer: Answer,
  { who }: Extract<AboutPlaces, { is: 'not held' }>,
  context: AnswerContext,
): Answer {
  const homes = who.how === 'empty' ? who.beside.filter(atHome) : []
  const partners = who.how === 'empty' ? who.known.filter(({ country }) => country !== 'GB') : []
  const of = context.knowledge.decisions.filter(
    (one) => one.criteria !== undefined && (homes.length === 0 || concerns(one, homes, context.knowledge)),
  )
  if (partners.length === 0 || of.length === 0) return answer
  const groups = [...answer.groups, ...decisionGroups(of, context)]
  const names = partners.slice(0, 1).map(({ name }) => name)
  const lead = [verdictOn(names), ...(homes.length > 0 ? [] : [NAME_YOURS]), NO_MORE]
  return {
    ...answer,
    outcome: 'found',
    lead: [...(answer.lead ?? []), ...lead],
    groups,
    note: readFrom(groups),
  }
}
