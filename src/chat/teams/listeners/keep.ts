import { may } from '../../../answer/rights.ts'
import { keptFrom } from '../../core/proposals.ts'
import { KEEP, keepCard, proposalCard } from '../cards/proposals.ts'
import { type Message, notice } from '../cards/to-cards.ts'
import type { Incoming, TeamsAsker } from '../transport/activity.ts'
import { attachmentOf } from '../transport/connector.ts'
import type { Deps, Replied } from './deps.ts'
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
): Promise<Replied> {
  let dialog = says('Something went wrong on our side. Please try again.')
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
  const { message, ...task } = dialog
  // Who only opened the dialog opens it again.
  return { reply: { task }, ...(came.is === 'filled in' && { message }) }
}

async function answered(
  deps: Deps,
  came: Incoming & { is: 'kept' | 'filled in' },
  asker: TeamsAsker,
): Promise<Dialog> {
  if (!may(asker, 'report')) return says(NOT_KNOWN)
  if (!deps.proposals) return says(NOWHERE)
  if (came.is === 'kept') return asks(keepCard(keptFrom(came.said, came.source)))
  const filled = typeof came.data === 'object' && came.data !== null ? { ...came.data } : {}
  const handed = await handIn(deps, filled, asker, came)
  if ('refused' in handed) return says(handed.refused)
  return 'wrong' in handed
    ? asks(keepCard(handed.link, handed), proposalCard(handed.link, { ...handed, ask: 'help' }))
    : says(handed.sentence)
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

/** As Teams takes it; and what it says as a message, where the dialog is closed by then. */
type Dialog = { type: string; value: string | object; message: Message }

function asks({ card, ...more }: Message, message: Message = { card, ...more }): Dialog {
  return {
    type: 'continue',
    message,
    value: { title: KEEP, height: 'large', width: 'medium', card: attachmentOf(card) },
  }
}

function says(sentence: string): Dialog {
  return { type: 'message', value: sentence, message: notice(sentence) }
}
