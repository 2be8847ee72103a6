import type { Temporal } from 'temporal-polyfill'
import type { Day } from '../answer/answer.ts'
import { type Decider, decidedChange, type RecordChange } from '../answer/change.ts'
import { PROPOSED_FIELDS, type Proposal, type ProposedLink, titleOf } from '../answer/proposal.ts'
import { type ProposalDesk, QUESTIONS } from '../chat/core/proposals.ts'
import { later, momentOf } from '../digest/schedule/moment.ts'
import { towns } from '../growing/places/towns.ts'
import { withoutUnwanted } from '../knowledge/file/text.ts'
import type { Knowledge } from '../knowledge/records.ts'
import type { Store } from '../store/store.ts'

/** Seconds for which nobody else tells a proposer; then it is tried again, for the one who was about to may have died. */
const TELLING = 600

type Deps = {
  store: Pick<
    Store,
    'proposal' | 'proposals' | 'changeProposal' | 'decideProposal' | 'proposerTold' | 'firstTime'
  >
  knowledge(): Knowledge
  today(): Day
  now(): Temporal.Instant
  /** Writes down who decided. */
  record: RecordChange
  /** There is something new to serve: nobody waits for it here. */
  onApproved(): unknown
  /** Why a proposal cannot be served as the folder is. */
  whyNot(proposal: Proposal, others: readonly Proposal[]): Promise<string | undefined>
}

/** What curators do with what is proposed, and what the one who proposed is told of it, wherever it was decided. */
export function deciding({
  store,
  knowledge,
  today,
  now,
  record,
  onApproved,
  whyNot,
}: Deps): Pick<ProposalDesk, 'waiting' | 'decide' | 'change' | 'untold' | 'told'> {
  async function waitingOr(number: number): Promise<Proposal | string> {
    const proposal = await store.proposal(number)
    if (!proposal) return `There is no proposal ${number} any more.`
    return proposal.state === 'waiting' ? proposal : late(number)
  }
  async function decided(
    proposal: Proposal,
    to: 'approved' | 'rejected',
    by: Decider,
    why?: string,
  ): Promise<string> {
    const { number } = proposal
    const not = to === 'approved' && (await whyNot(proposal, await store.proposals(['approved'])))
    if (not) return `Proposal ${number} still waits, for it cannot be served as it is. ${not}`
    // Of two who change it at once the later form is kept; what is decided is not changed any more.
    if (why !== undefined && to === 'approved' && !(await store.changeProposal(number, proposal.link)))
      return late(number)
    if (!(await store.decideProposal(number, 'waiting', to, why))) return late(number)
    if (to === 'approved') onApproved()
    await record(decidedChange(number, to, by, momentOf(now())))
    return to === 'approved'
      ? `Proposal ${number} is approved and served.`
      : `Proposal ${number} is rejected.`
  }
  return {
    async waiting(number) {
      const found = await waitingOr(number)
      return typeof found === 'string' ? { sentence: found } : { link: found.link }
    },
    async decide(number, to, by, why) {
      const found = await waitingOr(number)
      return { sentence: typeof found === 'string' ? found : await decided(found, to, by, why) }
    },
    async change(number, typed, by) {
      const found = await waitingOr(number)
      if (typeof found === 'string') return { sentence: found }
      // What the form does not ask stays as it was proposed.
      const link = { ...found.link, ...ASKED, ...cleaned(typed) }
      const { wrongWith } = await import('../growing/proposals/apply.ts')
      const wrong = await wrongWith(link, { knowledge: knowledge(), today: today(), towns })
      if (wrong === 'held') return { sentence: 'The folder holds this already: reject the proposal.' }
      if (wrong) return { wrong }
      return { sentence: await decided({ ...found, link }, 'approved', by, changesIn(found.link, link)) }
    },
    async untold(workspace) {
      const all = await store.proposals(['approved', 'rejected', 'written'])
      const owed = all.filter((one) => one.workspace === workspace && one.user && !one.told)
      const at = momentOf(now())
      const tells: { number: number; user: string; sentence: string }[] = []
      for (const one of owed)
        if (one.user && (await store.firstTime(`tell ${one.number}`, at, later(at, TELLING))))
          tells.push({ number: one.number, user: one.user, sentence: toldOf(one) })
      return tells
    },
    told: (number) => store.proposerTold(number),
  }
}

function late(number: number): string {
  return `Proposal ${number} was decided before you; nothing was changed.`
}

function toldOf({ number, link, state, why }: Proposal): string {
  const name = `Your proposal ${number} (${titleOf(link)})`
  if (state === 'rejected') return `${name} was not taken up: ${why}`
  const changed = why ? ` with what a curator changed (${why})` : ''
  return `${name} was approved${changed}, and answers show it from now on. Thank you.`
}

/** `since: 1952; kind: left out` */
function changesIn(before: ProposedLink, after: ProposedLink): string {
  const changed = PROPOSED_FIELDS.filter((field) => (before[field] ?? '') !== (after[field] ?? ''))
  if (changed.length === 0) return 'nothing'
  return changed.map((field) => `${field}: ${after[field] || 'left out'}`).join('; ')
}

/** A field that was asked and left empty says nothing any more. */
const ASKED: Partial<ProposedLink> = Object.fromEntries(QUESTIONS.map(({ field }) => [field, undefined]))

/** What was typed, each in one line and without what cannot be seen. */
export function cleaned(link: ProposedLink): ProposedLink {
  const fields = PROPOSED_FIELDS.map((field) => [field, withoutUnwanted(oneLine(link[field] ?? ''))] as const)
  const given = fields.filter(([, value]) => value !== '')
  return { place: '', partner: '', ...Object.fromEntries(given) }
}

/** What somebody typed, as it can stand in one line of a terminal or of a message. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\s]+/gu, ' ').trim()
}
