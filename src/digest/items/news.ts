import { STATUSES, type Status } from '../../answer/answer.ts'
import type { Assertion, Statement } from '../../knowledge/records.ts'
import type { Link } from '../../library/link.ts'
import { type Edition, firstDay, linkKey, newsworthy, type RecordNote, subjectOf } from '../edition.ts'
import { assertionFindings, type Basis, type Item, linkTitle, recordItem } from './item.ts'

type News = { status: readonly Item[]; fresh: readonly Item[]; changed: readonly Item[] }

/**
 * What came, changed its words or changed status since `before`; without an edition to compare with, what was added on
 * `since` or later, but for what the folder began with. Records that only got a new id or a new check are no news.
 */
export function newsOf(
  basis: Basis,
  links: readonly Link[],
  before: Edition | undefined,
  since: string,
): News {
  const statements = newsworthy(basis.knowledge)
  if (!before) {
    const first = firstDay(basis.knowledge) ?? ''
    return {
      status: [],
      fresh: items(
        'new',
        statements.filter(({ added }) => added >= since && added > first),
        basis,
        links,
      ),
      changed: [],
    }
  }
  const known = new Set(Object.values(before.records).map(({ is }) => is))
  const turned = turns(basis.knowledge.assertions, before)
  const news = statements.filter(({ id, mark }) => !known.has(mark) && !turned.has(id))
  const [changed, fresh] = [
    news.filter(({ id }) => id in before.records),
    news.filter(({ id }) => !(id in before.records)),
  ]
  return {
    status: statusItems(turned, basis, links),
    fresh: items('new', fresh, basis, links),
    changed: items('changed', changed, basis, links),
  }
}

/** Assertions that give their link a status it did not have before → the statuses it had. */
function turns(assertions: readonly Assertion[], before: Edition): ReadonlyMap<string, readonly Status[]> {
  const links = Map.groupBy(Object.values(before.records), ({ link }) => link)
  return new Map(
    assertions.flatMap((assertion) => {
      const was = formerly(before.records[assertion.id], links.get(linkKey(assertion)) ?? [])
      const { id, status } = assertion
      return status && was.length > 0 && !was.includes(status) ? [[id, was] as const] : []
    }),
  )
}

/** An edition of an earlier release may note `community-led`, which is no state any more. */
function formerly(same: RecordNote | undefined, link: readonly RecordNote[]): readonly Status[] {
  const noted = same ? [same] : link
  const states = noted.map(({ status }) => status)
  return [
    ...new Set(states.filter((status) => status !== undefined && STATUSES.includes(status))),
  ] as Status[]
}

function statusItems(
  turned: ReadonlyMap<string, readonly Status[]>,
  basis: Basis,
  links: readonly Link[],
): readonly Item[] {
  return links.flatMap((link) => {
    const assertions = link.assertions.filter(({ id }) => turned.has(id))
    const [first] = assertions
    if (!first) return []
    const was = [...new Set(assertions.flatMap(({ id }) => turned.get(id) ?? []))]
    const is = [...new Set(assertions.map(({ status }) => status))]
    const lead = `Recorded as ${is.join(' and ')}; before, as ${was.join(' and ')}.`
    return [
      {
        key: `status ${linkKey(first)}`,
        subject: linkKey(first),
        group: { title: linkTitle(link), lead, findings: assertionFindings(assertions, basis) },
      },
    ]
  })
}

/** One item a link, with its news; one a statement that is about no link. */
function items(
  what: string,
  news: readonly Statement[],
  basis: Basis,
  links: readonly Link[],
): readonly Item[] {
  const ids = new Set(news.map(({ id }) => id))
  const ofLinks = links.flatMap((link) => {
    const assertions = link.assertions.filter(({ id }) => ids.has(id))
    const [first] = assertions
    if (!first) return []
    const group = { title: linkTitle(link), findings: assertionFindings(assertions, basis) }
    return [{ key: `${what} ${linkKey(first)}`, subject: linkKey(first), group }]
  })
  const others = news.filter(({ link }) => link === undefined)
  return [...ofLinks, ...others.map((one) => recordItem(`${what} ${subjectOf(one)}`, one, basis))]
}
