import type { Correction } from '../../../digest/desk.ts'
import type { Speaks } from '../../core/tending.ts'
import { press, row } from '../cards/actions.ts'
import { line, words } from '../cards/elements.ts'
import { dueCard } from '../cards/proposals.ts'
import { message, notice } from '../cards/to-cards.ts'
import type { Place } from '../transport/activity.ts'
import { type Connector, faultOf } from '../transport/connector.ts'
import type { PlaceOf } from './digest-post.ts'

/** How proposers, threads and curators are told what there is for them; see `core/tending.ts`. */
export function teamsSpeaks(connector: Connector, placeOf: PlaceOf, workspace: string): Speaks {
  const at = (channel: string) => placeOf({ workspace, channel })
  return {
    proposer: toldByTeams(connector, () => at('')),
    thread: async ({ channel, thread, ...correction }) => {
      const place = await at(channel)
      return connector.post(inThread(place, thread), correctionMessage(correction))
    },
    curators: async (channel, due) => connector.post(await at(channel), dueCard(due)),
  }
}

/** In their own chat. Who cannot be told, as Teams says, is not tried again, nor who may have been told. */
export function toldByTeams(connector: Connector, near: () => Promise<Place>): Speaks['proposer'] {
  return async (user, sentence) => {
    try {
      await connector.post(await connector.personal(await near(), user), notice(sentence))
    } catch (error) {
      const fault = faultOf(error)
      if (fault.how === 'refused' && !fault.forever) throw error
    }
  }
}

/** Only channels have threads. */
export function inThread(place: Place, thread: string): Place {
  const { conversation } = place
  if (!/@thread\.(tacv2|skype)$/.test(conversation) || thread === '') return place
  return { ...place, conversation: `${conversation};messageid=${thread}` }
}

function correctionMessage({ sentence, ask }: Pick<Correction, 'sentence' | 'ask'>) {
  return message(sentence, [
    ...line(words(sentence)),
    ...(ask === '' ? [] : row([press('Ask again', 'ask', { ask })])),
  ])
}
