import type { Answer, Direct } from '../../answer/answer.ts'
import { AND, dateInWords } from '../../answer/in-words.ts'
import { type Decision, isDecided } from '../../knowledge/records-on-links.ts'
import { concerns } from '../../library/records-about-place.ts'
import { atHome, localityName } from '../../places/locality.ts'
import type { AboutPlaces, Links } from '../../question/query.ts'
import type { AnswerContext } from '../answer-context.ts'
import { decisionGroups, decisionsIn, endsOf } from './decisions.ts'
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

/**
 * What the body decided on the partner that is asked for, first what it found by its criteria; then these. No verdict of ours: where it
 * found nothing, whether the partner meets them is for the body to say.
 */
export function withPartner(criteria: Answer, { scope }: Links, context: AnswerContext): Answer {
  const partners = scope.localities.filter((one) => !atHome(one))
  const names = partners.map(localityName)
  const isNamed = scope.localities.length > partners.length
  const own = onPartner(scope.localities, context)
  const found = own.filter((one) => one.judgedBy !== undefined && isDecided(one))
  const isFound = criteria.outcome === 'found'
  const yours = isNamed ? [] : [NAME_YOURS]
  if (own.length === 0)
    return {
      ...criteria,
      lead: [...(isFound ? [verdictOn(names), ...yours, NO_MORE] : []), ...(criteria.lead ?? [])],
    }
  const isOwn = new Set(own.map(({ id }) => id))
  const others = criteria.groups
    .map((group) => ({ ...group, findings: group.findings.filter(({ id }) => !isOwn.has(id)) }))
    .filter(({ findings }) => findings.length > 0)
  const groups = [
    ...decisionGroups(own, context).map((group) => ({
      ...group,
      under: `On ${AND.format(names)}: ${group.under?.toLowerCase()}`,
    })),
    ...others.map((group) => ({ ...group, under: `On criteria: ${group.under?.toLowerCase()}` })),
  ]
  const { direct: _ofCriteria, lacks: _none, ...rest } = criteria
  return {
    ...rest,
    outcome: 'found',
    heading: `${criteria.heading}; ${AND.format(decisionsIn(own))} on ${AND.format(names)}`,
    ...(found.length > 0 && { direct: foundBy(found, context) }),
    lead: [
      ...(found.length > 0 ? [AS_RECORDED] : isFound ? [verdictOn(names)] : []),
      ...yours,
      ...(isFound ? [NO_MORE] : []),
      ...(criteria.lead ?? []),
    ],
    groups,
    note: readFrom(groups),
  }
}

/** On a partner that is a place, and not on all of a country. */
function onPartner(localities: Links['scope']['localities'], { knowledge }: AnswerContext) {
  const partners = localities.filter((one) => !atHome(one))
  if (partners.length === 0 || partners.some(({ is }) => is !== 'place')) return []
  return knowledge.decisions.filter((one) => concerns(one, localities, knowledge))
}

/** `Brent – Nablus, Palestine: The report … found that it met the threshold (Full Council, 14 May 2025).` */
function foundBy(found: readonly Decision[], context: AnswerContext): Direct {
  const each = found.map((one) => {
    const when = one.on ? dateInWords(one.on) : 'on a day that the source does not print'
    return `${endsOf(one, context)}: ${one.says} (${one.body}, ${when}.)`
  })
  return { sentence: each.join(' '), cites: found.map(({ id }) => context.finding(id).cite) }
}

const AS_RECORDED =
  'What a body or its report found by its criteria stands here as recorded, and nothing here judges it.'

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
