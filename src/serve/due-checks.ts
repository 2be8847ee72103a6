import type { Temporal } from 'temporal-polyfill'
import type { Day } from '../answer/answer.ts'
import { decidedChange, type RecordChange } from '../answer/change.ts'
import type { Proposal } from '../answer/proposal.ts'
import { fingerprint } from '../answer/stamp.ts'
import type { HeldRecord, ProposalDesk } from '../chat/core/proposals.ts'
import { later, momentOf } from '../digest/schedule/moment.ts'
import { weekOf } from '../digest/schedule/subscription.ts'
import { heldElsewhere, packOf } from '../knowledge/over-pack.ts'
import type { Knowledge } from '../knowledge/records.ts'
import { findingById } from '../library/finding.ts'
import { placeName } from '../places/locality.ts'
import type { Store } from '../store/store.ts'
import { checkDue } from '../verify/due.ts'

/** Curators are asked from Monday on, at that hour. */
const HOUR = 9

/** As many at a time: more is a list that nobody works through. */
const AT_ONCE = 3

const WEEK = 7 * 24 * 3600

/** What was asked and not answered is asked again after so many seconds, in the same hour of the week or later. */
const PATIENCE = 4 * WEEK - 24 * 3600

type Deps = {
  store: Pick<Store, 'firstTime' | 'propose' | 'proposal' | 'proposals' | 'decideProposal'>
  knowledge(): Knowledge
  today(): Day
  now(): Temporal.Instant
  /** Writes down who found it. */
  record: RecordChange
  /** There is something new to serve. */
  onApproved(): unknown
  /** IANA name. */
  timezone: string
  /** Why a proposal cannot be served as the folder is. */
  whyNot(proposal: Proposal, others: readonly Proposal[]): Promise<string | undefined>
}

/** Keeping it true: which records curators are asked about, and what they found. */
export function dueChecks(deps: Deps): Pick<ProposalDesk, 'due' | 'held' | 'looked'> {
  const { store, knowledge, now, timezone } = deps
  const held = (record: string) => heldRecord(record, knowledge(), deps.today())
  return {
    held,
    async due(workspace) {
      const local = now().toZonedDateTimeISO(timezone)
      if (local.dayOfWeek === 1 && local.hour < HOUR) return []
      const at = momentOf(now())
      // The claim comes before the message: killed between them, these are asked for again in four weeks, and never twice.
      const week = `checks ${fingerprint(workspace)} ${weekOf(local.toPlainDate())}`
      if (!(await store.firstTime(week, at, later(at, 2 * WEEK)))) return []
      const looked = new Set((await store.proposals(['waiting', 'approved'])).map(({ link }) => link.record))
      const ids = checkDue(knowledge(), deps.today())
        .flatMap(({ due }) => due)
        // Another folder's records are checked there.
        .filter(({ id }) => !looked.has(id) && !packOf(id, knowledge().packs))
        .toSorted((a, b) => a.checkedOn.localeCompare(b.checkedOn) || a.id.localeCompare(b.id))
        .map(({ id }) => id)
      const chosen: HeldRecord[] = []
      for (const id of ids) {
        if (chosen.length === AT_ONCE) break
        const record = held(id)
        if (record && (await store.firstTime(`check ${fingerprint(id)}`, at, later(at, PATIENCE))))
          chosen.push(record)
      }
      return chosen
    },
    async looked(record, found, by) {
      const pack = packOf(record, knowledge().packs)
      if (pack) return { sentence: heldElsewhere(pack) }
      const title = held(record)?.finding.title
      if (title === undefined) return { sentence: 'The folder does not hold this any more.' }
      const earlier = (await store.proposals(['waiting', 'approved'])).filter(
        ({ link, named }) => link.record === record && link.found === found && (named || !by.named),
      )
      if (earlier.length > 0) return { sentence: `Somebody has said so before you. Thank you.` }
      const link = { place: title, partner: '', record, found }
      const number = await store.propose(by, link, momentOf(now()))
      if (found === 'gone')
        return {
          sentence: `Thank you. It waits as proposal ${number}, for a curator to approve.`,
          proposed: { number, link },
        }
      const proposal = await store.proposal(number)
      const not = proposal && (await deps.whyNot(proposal, await store.proposals(['approved'])))
      const to = not ? 'rejected' : 'approved'
      if (await store.decideProposal(number, 'waiting', to, not)) {
        if (to === 'approved') deps.onApproved()
        await deps.record(decidedChange(number, to, by, momentOf(now())))
      }
      return { sentence: not ?? keptWords(by.named) }
    },
  }
}

function keptWords(named = 'a colleague'): string {
  return `Thank you. It is served as checked today by ${named}, until it is written to the folder.`
}

function heldRecord(id: string, knowledge: Knowledge, today: Day): HeldRecord | undefined {
  if (!knowledge.statements.has(id)) return undefined
  const finding = findingById(id, knowledge, today)
  const assertion = knowledge.assertions.find((one) => one.id === id)
  if (!assertion) return { finding }
  const [place, twin] = [assertion.place, assertion.twin].map((one) => knowledge.places.get(one))
  const { kind, since, status, source } = assertion
  return {
    finding,
    link: {
      place: place ? placeName(place) : '',
      partner: twin ? `${twin.name}, ${twin.country}` : '',
      kind,
      source,
      ...(since && { since }),
      ...(status && { status }),
    },
  }
}
