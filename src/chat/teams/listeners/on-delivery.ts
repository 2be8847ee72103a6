import { done, firstTimeOnly, type Running, type Seen } from '../../core/handle-interaction.ts'
import { HELD, soon } from '../../core/waiting.ts'
import { type Message, notice, toCards } from '../cards/to-cards.ts'
import { type Activity, type Incoming, incoming, type TeamsAsker } from '../transport/activity.ts'
import { type Connector, faultOf } from '../transport/connector.ts'
import { type Deps, type Redrawn, type Replied, redrawn, renderingFor } from './deps.ts'
import { onKeep } from './keep.ts'
import { onPress } from './on-press.ts'
import { onSearch } from './on-search.ts'

/**
 * A press, a search and a dialog have five seconds; after that Teams asks again, and tells the person that it failed. Until
 * `reply` is over they wait for what comes of them, and until `member` for who is a guest. Milliseconds.
 */
export const TIMES = { reply: 3000, member: 2500 }

const FOLLOWS = 'This takes longer than usual. What comes of it follows as a message: no need to press again.'
const AGAIN = 'This takes longer than usual. Please try again in a minute.'

/**
 * Everything that Teams delivers, once. A question is answered by a message of its own; a press and a search in the reply
 * to the delivery, which is what this gives back: in time, whatever is slow. What a press comes to later follows as a message.
 */
export function onDelivery(deps: Deps, seen: Seen, { track }: Pick<Running, 'track'>, times = TIMES) {
  const { isFirst, answered } = firstTimeOnly(seen, deps.log)
  const withHome = guests(deps.connector, times.member)
  const press = onPress(deps)

  async function replied(came: Incoming, workspace: string): Promise<Replied> {
    // It changes nothing and is counted nowhere: it waits for no store.
    if (came.is === 'searched') return { reply: await onSearch(deps, came) }
    if (!(await isFirst(came.key))) {
      deps.log.info({}, 'a delivery came again')
      return {}
    }
    const reply = await acted(came, workspace)
    const noted = answered(came.key)
    // Nobody else needs to answer it; but who waits for a reply does not wait for that.
    if (came.is === 'said' || came.is === 'added') await noted
    return reply
  }

  async function acted(came: Incoming, workspace: string): Promise<Replied> {
    if (came.is === 'removed') await deps.forget?.(came.asker.channel, workspace)
    if (came.is === 'kept' || came.is === 'filled in') return onKeep(deps, came, withHome)
    if (came.is !== 'said' && came.is !== 'added' && came.is !== 'pressed') return {}
    await deps.note?.(came.place, workspace)
    if (came.is !== 'pressed') return asked(deps, came, withHome).then(() => ({}))
    const shows = await press(came, await withHome(came))
    return { reply: redrawn(shows), message: toldIn(shows) }
  }

  return async (activity: Activity, workspace: string): Promise<object | undefined> => {
    const came = incoming(activity, workspace)
    const replying = track(replied(came, workspace))
    const isPlain = !['pressed', 'searched', 'kept', 'filled in'].includes(came.is)
    const inTime = await soon<Replied | undefined>(replying, undefined, isPlain ? HELD : times.reply)
    if (inTime) return inTime.reply
    const following = replying.then(async ({ message }) => {
      if (message) await replyTo(deps, came, message)
    })
    void track(following).catch((error) =>
      deps.log.warn({ why: faultOf(error).code }, 'what came of a press could not be told'),
    )
    return lateFor(came)
  }
}

function toldIn(shows: Redrawn): Message {
  return 'says' in shows ? notice(shows.says) : { summary: String(shows.card.fallbackText), card: shows.card }
}

function lateFor({ is }: Incoming): object | undefined {
  if (is === 'pressed') return redrawn({ says: FOLLOWS })
  if (is === 'searched') return { composeExtension: { type: 'message', text: AGAIN } }
  if (is === 'kept') return { task: { type: 'message', value: AGAIN } }
  return is === 'filled in' ? { task: { type: 'message', value: FOLLOWS } } : undefined
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

/** So long it is remembered who is from elsewhere, of so many people. Milliseconds. */
const REMEMBER = 3_600_000
const MOST = 10_000

/**
 * A delivery does not tell who is a guest, so the conversation's list of members is asked. Who cannot be found there may be
 * anybody, and only asks.
 */
function guests(connector: Connector, most: number, now: () => number = Date.now) {
  const known = new Map<string, { outside: boolean; at: number }>()
  return async ({ asker, place, account }: Incoming): Promise<TeamsAsker> => {
    const key = `${place.conversation} ${account}`
    const before = known.get(key)
    if (before && now() - before.at < REMEMBER) return { ...asker, outside: before.outside }
    const found = await soon<boolean | undefined>(connector.isGuest(place, account), undefined, most)
    if (found === undefined) return { ...asker, outside: true, unsure: true }
    if (known.size >= MOST) known.clear()
    known.set(key, { outside: found, at: now() })
    return { ...asker, outside: found }
  }
}
