import type { Reach, Told, Voice } from '../../../digest/desk.ts'
import type { Message as Digest, Post, Sent, Typed } from '../../../digest/post.ts'
import type { Channel } from '../../../digest/schedule/subscription.ts'
import { soon } from '../../core/waiting.ts'
import { APP_NAME } from '../cards/elements.ts'
import { inWords, type Message, notice, toCards } from '../cards/to-cards.ts'
import type { Place, TeamsAsker } from '../transport/activity.ts'
import { type Connector, faultOf } from '../transport/connector.ts'

/** Where a conversation is written to. */
export type PlaceOf = (where: Channel) => Promise<Place>

const NO_LIST = 'Teams has no list of what waits'
const REFUSED =
  'Teams does not let me post there any more: I was removed, or the conversation is gone. Add me to it again.'

/**
 * Digests in Teams, which shows messages at once only and tells nothing of what was posted: what is not known to be posted
 * stays so, and is for a person to decide.
 */
export function teamsPost(connector: Connector, placeOf: PlaceOf): Post {
  async function sent(
    { workspace, channel }: Channel,
    send: (place: Place) => Promise<{ id?: string } | undefined>,
  ): Promise<Sent> {
    try {
      const posted = await send(await placeOf({ workspace, channel }))
      // Teams names what it took; an empty reply is no proof.
      return posted?.id
        ? { how: 'taken', id: posted.id }
        : { how: 'unknown', why: 'a reply that is not Teams’s' }
    } catch (error) {
      const { code: _, ...fault } = faultOf(error)
      return fault.how === 'refused' && fault.forever ? { ...fault, why: REFUSED } : fault
    }
  }

  return {
    typed: addressed,
    schedule: async () => ({ how: 'cannot' }),
    scheduled: async () => ({ how: 'cannot', why: NO_LIST }),
    withdraw: async () => false,
    post: ({ answer, ...where }: Digest) => sent(where, (place) => connector.post(place, shown(answer))),
    tellStopped: (person, where, why) =>
      sent(where, async (place) =>
        connector.post(
          await connector.personal(place, person),
          notice(
            `The weekly digest of a conversation that you set has stopped: ${why} Then “${addressed('digest on', where.channel)}” there starts it again.`,
          ),
        ),
      ),
  }
}

/** Among people Hansa reads what is addressed to it; alone with one, whose chat has an id like `a:1x2y`, it reads all. */
export const addressed: Typed = (command, channel) =>
  channel.startsWith('a:') ? command : `@${APP_NAME} ${command}`

function shown(answer: Digest['answer']): Message {
  return toCards(answer, { to: 'asker', share: false })[0]
}

/** How people are told of changes to digests. Teams tells an app nobody's name but the asker's. */
export function teamsVoice(connector: Connector, placeOf: PlaceOf): (asker: TeamsAsker) => Voice {
  const said = async (place: Promise<Place>, message: Message): Promise<Told> => {
    const sent = place
      .then((where) => connector.post(where, message))
      .then(
        () => 'told' as const,
        (error) => (faultOf(error).how === 'unknown' ? ('unknown' as const) : ('not told' as const)),
      )
    return soon<Told>(sent, 'unknown')
  }
  return (asker) => ({
    // That it was asked there is proof that Hansa is a member.
    reach: async (): Promise<Reach> => ({ can: 'post' }),
    announce: async (where, says) =>
      asker.private && where.channel === asker.channel
        ? 'told'
        : said(placeOf(where), notice(inWords(says, asker))),
    tell: (person, says) =>
      said(
        placeOf(asker).then((place) => connector.personal(place, person)),
        notice(inWords(says, asker)),
      ),
  })
}
