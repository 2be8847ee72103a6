import type { Answer, Naming } from '../../answer/answer.ts'
import type { Change as RecordedChange } from '../../answer/change.ts'
import { type Asker, type Keepers, mayChange, ofWorkspace } from '../../answer/rights.ts'
import type { Standing, Told, Voice } from '../../digest/desk.ts'
import { momentOf } from '../../digest/schedule/moment.ts'
import {
  type Channel,
  channelKey,
  type Subscription,
  type Weekly,
} from '../../digest/schedule/subscription.ts'
import type { DeskDeps } from '../delivery-deps.ts'
import { PREVIEW, reply, STATE } from '../replies.ts'

/** What was said after `/digest` and its first word, of which channel, and by whom. */
export type DigestRequest = {
  rest: string
  where: Channel
  asker: Asker
  voice: Voice
  /** What stood there when it was decided that the asker may change it: no other is changed. */
  seen?: { subscription: Subscription | undefined }
}

/** Rejects with StoreTrouble while the store is in trouble. */
export type Verb = (request: DigestRequest, deps: DeskDeps) => Promise<Answer>

/** Another instance changed the same channel since this one looked: look again, and then decide. */
export class ChangedMeanwhile extends Error {}

/** Keeps a change to what was seen. Throws ChangedMeanwhile, and nothing is kept, where it is not so any more. */
export async function keepChange(
  before: Subscription | undefined,
  after: Subscription | undefined,
  { store }: Pick<DeskDeps, 'store'>,
): Promise<void> {
  if (!(await store.changeSubscription(before, after))) throw new ChangedMeanwhile()
}

export async function subscriptionOf(
  where: Channel,
  { store }: Pick<DeskDeps, 'store'>,
): Promise<Subscription | undefined> {
  return (await store.subscriptions()).find((one) => channelKey(one) === channelKey(where))
}

/** What a change is made to. */
export async function beforeOf(
  { where, seen }: DigestRequest,
  deps: DeskDeps,
): Promise<Subscription | undefined> {
  return seen ? seen.subscription : subscriptionOf(where, deps)
}

/** The operator's editors, and those whom the channel has named. */
export async function withNamed(
  where: Channel,
  deps: Pick<DeskDeps, 'editors' | 'store'>,
): Promise<Pick<DeskDeps, 'editors'>> {
  const { editors } = await deps.store.settingsOf(where)
  return { editors: [...new Set([...editors, ...(deps.editors ?? [])])] }
}

/** Who looks after the digest of a channel. */
function keepersOf(
  subscription: Subscription | undefined,
  { where, asker }: Pick<DigestRequest, 'where' | 'asker'>,
  { editors = [] }: Pick<DeskDeps, 'editors'>,
): Keepers {
  return {
    by: subscription?.by ?? '',
    editors: ofWorkspace(editors, where.workspace),
    elsewhere: where.channel !== asker.channel,
  }
}

export function mayChangeDigest(
  subscription: Subscription | undefined,
  request: Pick<DigestRequest, 'where' | 'asker'>,
  deps: Pick<DeskDeps, 'editors'>,
  standing: Standing = 'unknown',
): boolean {
  return mayChange(request.asker, keepersOf(subscription, request, deps), { standing })
}

/** The weekly time of those who name none. */
export function defaultWeekly({ timezone }: Pick<DeskDeps, 'timezone'>): Weekly {
  return { weekday: 1, time: '09:00', zone: timezone }
}

/** More names than these help nobody. */
const NAMED = 3

/** To somebody who may not change a digest. Of another place than where they are, nobody is named. */
export function notYours(
  subscription: Subscription | undefined,
  request: Pick<DigestRequest, 'where' | 'asker'>,
  deps: Pick<DeskDeps, 'editors'>,
): Answer {
  const { by, editors, elsewhere } = keepersOf(subscription, request, deps)
  if (elsewhere) return reply('Only who set that digest can settle it', ['Nothing was changed.'])
  const naming = by ? { naming: whomToAsk(by, editors) } : {}
  return {
    ...reply('Only who set this channel’s digest can change it', ['Nothing was changed.'], [STATE, PREVIEW]),
    ...naming,
  }
}

/** Whom to ask, to somebody who looks and may not change it; undefined to who may, or where nobody is known. */
export async function othersKeep(
  subscription: Subscription,
  request: DigestRequest,
  deps: DeskDeps,
): Promise<{ naming?: Naming } | undefined> {
  const named = await withNamed(request.where, deps)
  if (mayChangeDigest(subscription, request, named)) return undefined
  if (mayChangeDigest(subscription, request, named, await request.voice.standing?.())) return undefined
  const { by, editors } = keepersOf(subscription, request, named)
  return by ? { naming: whomToAsk(by, editors) } : {}
}

/** To a guest, whoever set the digest. */
export function notForGuests(): Answer {
  return reply('Guests do not change what a channel gets', ['Nothing was changed.'], [STATE, PREVIEW])
}

/** `Ask @Robin, who set it. If they have left, @Kim may change it as well.` */
function whomToAsk(by: string, editors: readonly string[]): Naming {
  const others = editors.filter((one) => one !== by).slice(0, NAMED)
  const named = others.flatMap((person, at) => [...(at > 0 ? [' or '] : []), { person }])
  const orElse =
    others.length > 0
      ? [' If they have left, ', ...named, ' may change it as well.']
      : [
          ' If they have left, whoever looks after this app can name people who may change it (HANSA_DIGEST_EDITORS).',
        ]
  return ['Ask ', { person: by }, ', who set it.', ...orElse]
}

/** What somebody did, as it goes on after their name: `moved the weekly digest`, and what comes of it, a clause. */
export type Change = { act: RecordedChange['did']; did: string; so?: string }

/**
 * Writes a change down, says in the channel who changed what, and tells the one who had set it when that is somebody else. To be called once the
 * store has the change. What could not be said is given back, a sentence each.
 */
export async function announceChange(
  { act, did, so = '' }: Change,
  before: Subscription | undefined,
  { where, asker, voice }: DigestRequest,
  { record, now }: Pick<DeskDeps, 'record' | 'now'>,
): Promise<readonly string[]> {
  const who = { person: asker.user ?? '' }
  const written = record({ ...where, at: momentOf(now()), who: who.person, did: act, what: so })
  const end = so ? `: ${so}.` : '.'
  const setter = before?.by === who.person ? '' : (before?.by ?? '')
  const dm = [who, ` ${did} in `, { channel: where.channel }, `, which you had set${end}`]
  const [channel, person] = await Promise.all([
    voice.announce(where, [who, ` ${did} here${end}`]),
    setter ? voice.tell(setter, dm) : ('told' as const),
    written,
  ])
  return [UNTOLD[channel], UNTOLD_SETTER[person]].filter((line) => line !== undefined)
}

const UNTOLD: Readonly<Record<Told, string | undefined>> = {
  told: undefined,
  'not told': 'I could not say so in the channel: please tell the people there.',
  unknown: 'I do not know whether the channel was told.',
}

const UNTOLD_SETTER: Readonly<Record<Told, string | undefined>> = {
  told: undefined,
  'not told': 'I could not tell the one who had set it: please do.',
  unknown: 'I do not know whether the one who had set it was told.',
}
