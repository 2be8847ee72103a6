import type { ProposedLink, Wrong } from '../../../answer/proposal.ts'
import { may, outsideInWords } from '../../../answer/rights.ts'
import { isCurator } from '../../core/handle-interaction.ts'
import { linkFrom, type ProposalDesk, tellProposers } from '../../core/proposals.ts'
import { NOTHING_BEHIND } from '../../core/text.ts'
import { writtenIn } from '../cards/elements.ts'
import { reportCard } from '../cards/forms.ts'
import { changeCard, curatorsCard, lookedCard, proposalCard, reasonCard } from '../cards/proposals.ts'
import { type Message, notice } from '../cards/to-cards.ts'
import { toldByTeams } from '../digest/curators.ts'
import type { TeamsAsker } from '../transport/activity.ts'
import { faultOf } from '../transport/connector.ts'
import type { Deps } from './deps.ts'
import { type Act, type Acted, type Acts, draws, type Press, type Pressed, says, showing } from './pressed.ts'

type Verbs =
  | 'propose'
  | 'proposed'
  | 'approve'
  | 'reject'
  | 'rejected'
  | 'change'
  | 'changed'
  | 'look'
  | 'looked'

export const NOWHERE = 'There is nowhere to keep it here.'

/** Proposing a link, and what curators do: decide on one, and look at a source again. */
export function proposalActs(deps: Deps): Acts<Verbs> {
  const { ask, proposals, digest } = deps
  const show = showing(deps)

  /** Whoever reads the conversation of the curators is one. */
  const ofCurators =
    (
      act: (proposals: ProposalDesk, pressed: Pressed, asker: TeamsAsker, press: Press) => Promise<Acted>,
    ): Act =>
    async (pressed, asker, press) =>
      isCurator(asker, digest?.curators) && may(asker, 'report') && proposals
        ? act(proposals, pressed, asker, press)
        : says('none', NOTHING_BEHIND)

  const onNumber = (
    act: (proposals: ProposalDesk, number: number, pressed: Pressed, asker: TeamsAsker) => Promise<Message>,
  ): Act =>
    ofCurators(async (proposals, pressed, asker, { place }) => {
      if (pressed.number === undefined) return says('none', NOTHING_BEHIND)
      const shown = await act(proposals, pressed.number, pressed, asker)
      await tellProposers(
        proposals,
        asker.workspace,
        toldByTeams(deps.connector, async () => place),
      ).catch((error) =>
        deps.log.warn({ why: faultOf(error).code }, 'proposers could not be told what came of it'),
      )
      return draws('propose', shown)
    })

  return {
    propose: async ({ ask: question, place = '' }, asker) =>
      may(asker, 'report')
        ? draws('propose', proposalCard({ place }, { ask: question }))
        : says('propose', outsideInWords(asker)),
    proposed: async (pressed, asker, press) => {
      const handed = await handIn(deps, pressed, asker, press)
      if ('refused' in handed) return says('propose', handed.refused)
      if ('wrong' in handed)
        return draws('propose', proposalCard(handed.link, { ...handed, ask: pressed.ask }))
      const { shows } = show(await ask(pressed.ask, asker), pressed.ask, asker, { over: handed.sentence })
      return { shows, done: { command: 'propose', outcome: 'shown' } }
    },
    approve: onNumber(async (proposals, number, _, asker) =>
      notice((await proposals.decide(number, 'approved', asker)).sentence),
    ),
    reject: onNumber(async (_, number) => reasonCard(number)),
    rejected: onNumber(async (proposals, number, { says: why = '' }, asker) =>
      notice((await proposals.decide(number, 'rejected', asker, why.trim().slice(0, 500))).sentence),
    ),
    change: onNumber(async (proposals, number) => {
      const waiting = await proposals.waiting(number)
      return 'sentence' in waiting ? notice(waiting.sentence) : changeCard(number, waiting.link)
    }),
    changed: onNumber(async (proposals, number, pressed, asker) => {
      const link = linkIn(pressed)
      const changed = await proposals.change(number, link, asker)
      return 'wrong' in changed ? changeCard(number, link, changed.wrong) : notice(changed.sentence)
    }),
    look: ofCurators(async (proposals, { record = '', found }, asker, press) => {
      const held = proposals.held(record)
      if (!held) return says('look', 'The folder does not hold this any more.')
      if (found === 'changed')
        return draws(
          'look',
          held.link ? proposalCard(held.link, { ask: 'help' }) : reportCard([held.finding], ''),
        )
      const gone = found === 'gone'
      const by = { workspace: asker.workspace, platform: 'teams', ...(gone && { user: asker.user }) }
      const { sentence, proposed } = await proposals.looked(record, gone ? 'gone' : 'still so', by)
      if (proposed) await tellCurators(deps, asker, press, curatorsCard(proposed.number, proposed.link))
      return draws('look', gone ? notice(sentence) : lookedCard(sentence, record))
    }),
    looked: ofCurators(async (proposals, pressed, asker) => {
      const named = nameIn(pressed)
      const by = { workspace: asker.workspace, platform: 'teams', ...(named && { named }) }
      return draws('look', notice((await proposals.looked(pressed.record ?? '', 'still so', by)).sentence))
    }),
  }
}

type Handed =
  | { refused: string }
  | { wrong: readonly Wrong[]; link: ProposedLink; named: string }
  /** It waits, or is held already. */
  | { sentence: string }

/** Keeps what somebody wrote in a form, and shows it to the curators. */
export async function handIn(
  deps: Deps,
  filled: Filled,
  asker: TeamsAsker,
  { place }: Pick<Press, 'place'>,
): Promise<Handed> {
  if (!may(asker, 'report')) return { refused: outsideInWords(asker) }
  if (!deps.proposals) return { refused: NOWHERE }
  const link = linkIn(filled)
  const named = nameIn(filled)
  const { workspace, user } = asker
  const by = { workspace, platform: 'teams', user, ...(named && { named }) }
  const proposed = await deps.proposals.propose(link, by)
  if ('wrong' in proposed) return { ...proposed, link, named }
  if (proposed.number !== undefined)
    await tellCurators(deps, asker, { place }, curatorsCard(proposed.number, link))
  return proposed
}

/** What stands in the fields of a form: any of it may be anything. */
type Filled = Readonly<Record<string, unknown>>

function linkIn(pressed: Filled): ProposedLink {
  return linkFrom((field) => writtenIn(pressed[field]).slice(0, 500))
}

function nameIn({ named }: Filled): string {
  return writtenIn(named).replace(/\s+/g, ' ').trim().slice(0, 100)
}

/** What cannot be posted to them is kept all the same, and the log says so. */
export async function tellCurators(
  { connector, digest, log }: Deps,
  { workspace }: TeamsAsker,
  { place }: Pick<Press, 'place'>,
  message: Message,
): Promise<void> {
  for (const conversation of digest?.curators?.(workspace) ?? [])
    await connector
      .post({ ...place, conversation }, message)
      .catch((error) => log.warn({ why: faultOf(error).code }, 'the curators could not be told'))
}
