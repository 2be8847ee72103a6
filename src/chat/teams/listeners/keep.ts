import { may } from '../../../answer/rights.ts'
import { keptFrom } from '../../core/proposals.ts'
import { KEEP, keepCard } from '../cards/proposals.ts'
import type { Message } from '../cards/to-cards.ts'
import type { Incoming, TeamsAsker } from '../transport/activity.ts'
import { attachmentOf } from '../transport/connector.ts'
import type { Deps } from './deps.ts'
import { handIn, NOWHERE } from './propose.ts'

const NOT_KNOWN =
  'Only colleagues propose, and here I cannot see that you are one: I may be no member of this conversation. In our own chat, “help” has “Propose a link”.'

/**
 * “Keep this for Hansa” on a message: a dialog with the form of a proposal, its words and its address filled in; and what comes
 * of the form, in the same dialog.
 */
export async function onKeep(
  deps: Deps,
  came: Incoming & { is: 'kept' | 'filled in' },
  whoIs: (came: Incoming) => Promise<TeamsAsker>,
): Promise<object> {
  let dialog: object = says('Something went wrong on our side. Please try again.')
  await deps.turn({
    at: 'message',
    reply: async ({ summary }) => {
      dialog = says(summary)
    },
    act: async () => {
      dialog = await answered(deps, came, await colleague(deps, came, whoIs))
      return { command: 'propose', outcome: 'shown' }
    },
  })
  return { task: dialog }
}

async function answered(
  deps: Deps,
  came: Incoming & { is: 'kept' | 'filled in' },
  asker: TeamsAsker,
): Promise<object> {
  if (!may(asker, 'report')) return says(NOT_KNOWN)
  if (!deps.proposals) return says(NOWHERE)
  if (came.is === 'kept') return asks(keepCard(keptFrom(came.said, came.source)))
  const filled = typeof came.data === 'object' && came.data !== null ? { ...came.data } : {}
  const handed = await handIn(deps, filled, asker, came)
  if ('refused' in handed) return says(handed.refused)
  return 'wrong' in handed ? asks(keepCard(handed.link, handed)) : says(handed.sentence)
}

/** The list of members is Hansa's to read only where it is one itself: elsewhere their own chat tells who they are. */
async function colleague(
  { connector }: Deps,
  came: Incoming,
  whoIs: (came: Incoming) => Promise<TeamsAsker>,
): Promise<TeamsAsker> {
  const asker = await whoIs(came)
  if (!asker.outside || asker.private) return asker
  const own = await connector.personal(came.place, came.account).catch(() => undefined)
  return own ? whoIs({ ...came, place: own }) : asker
}

function asks({ card }: Message): object {
  return {
    type: 'continue',
    value: { title: KEEP, height: 'large', width: 'medium', card: attachmentOf(card) },
  }
}

function says(sentence: string): object {
  return { type: 'message', value: sentence }
}
