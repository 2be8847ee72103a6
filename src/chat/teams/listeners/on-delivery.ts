import { done, firstTimeOnly, type Seen } from '../../core/handle-interaction.ts'
import { HELD, soon } from '../../core/waiting.ts'
import { type Message, notice, toCards } from '../cards/to-cards.ts'
import type { Activity, Incoming, TeamsAsker } from '../transport/activity.ts'
import { incoming } from '../transport/activity.ts'
import { faultOf } from '../transport/connector.ts'
import { type Deps, redrawn, renderingFor } from './deps.ts'
import { guests } from './guests.ts'
import { onKeep } from './keep.ts'
import { onPress } from './on-press.ts'
import { onSearch } from './on-search.ts'

/**
 * Everything that Teams delivers, once. A question is answered by a message of its own; a press and a search in the reply
 * to the delivery, which is what this gives back.
 */
export function onDelivery(deps: Deps, seen: Seen) {
  const { isFirst, answered } = firstTimeOnly(seen, deps.log)
  const withHome = guests(deps.connector)
  const press = onPress(deps)
  const replied = async (came: Incoming, workspace: string): Promise<object | undefined> => {
    if (came.is === 'removed') await deps.forget?.(came.asker.channel, workspace)
    if (came.is === 'kept' || came.is === 'filled in') return onKeep(deps, came, withHome)
    if (came.is !== 'searched' && came.is !== 'pressed') return undefined
    await deps.note?.(came.place, workspace)
    return came.is === 'searched' ? onSearch(deps, came) : redrawn(await press(came, await withHome(came)))
  }
  return async (activity: Activity, workspace: string): Promise<object | undefined> => {
    const came = incoming(activity, workspace)
    if (!(await isFirst(came.key))) {
      deps.log.info({}, 'a delivery came again')
      return undefined
    }
    if (came.is === 'said' || came.is === 'added') {
      await deps.note?.(came.place, workspace)
      const answering = asked(deps, came, withHome).then(() => answered(came.key))
      await soon(answering, undefined, HELD)
      return undefined
    }
    const reply = await replied(came, workspace)
    void answered(came.key)
    return reply
  }
}

async function asked(
  deps: Deps,
  came: Incoming & { is: 'said' | 'added' },
  withHome: (came: Incoming) => Promise<TeamsAsker>,
): Promise<void> {
  const reply = (message: Message) => replyTo(deps, came, message)
  await deps.turn({
    at: came.asker.private ? 'message' : 'mention',
    reply,
    act: async () => {
      const asker = await withHome(came)
      const question = came.is === 'said' && came.words !== '' ? came.words : 'help'
      const answer = await deps.ask(question, asker)
      const [first] = toCards(answer, { ...renderingFor(deps, answer, asker), asked: question })
      await reply(first)
      return done(answer)
    },
  })
}

const IN_PERSONAL =
  'I answered you in our own chat: here I cannot write to you alone. Whoever manages this team can allow that.'
const NOWHERE =
  'I can write to you alone neither here nor in a chat of our own. Add me as a personal app (Apps, then Hansa), and ask again.'

/**
 * Where it was asked: in a chat of two for both, in one of several for the asker's eyes alone. Where that is refused, in
 * their own chat, and that is said.
 */
export async function replyTo(
  { connector, log }: Pick<Deps, 'connector' | 'log'>,
  { asker, place, account }: Pick<Incoming, 'asker' | 'place' | 'account'>,
  message: Message,
): Promise<void> {
  if (asker.private) return void (await connector.post(place, message))
  try {
    await connector.whisper(place, account, message)
  } catch (error) {
    const fault = faultOf(error)
    // It may be there already; and who is to wait, waits in the other chat as well.
    if (fault.how === 'unknown' || fault.after !== undefined) throw error
    log.info({ why: fault.code }, 'a private answer was refused where it was asked')
    const inPersonal = await connector
      .personal(place, account)
      .then((personal) => connector.post(personal, message))
      .then(
        () => true,
        () => false,
      )
    await connector.post(place, notice(inPersonal ? IN_PERSONAL : NOWHERE))
  }
}
