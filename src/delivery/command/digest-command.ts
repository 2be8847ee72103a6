import type { Answer } from '../../answer/answer.ts'
import { type Asker, may, notForOutsiders } from '../../answer/rights.ts'
import type { Voice } from '../../digest/desk.ts'
import { firstLine } from '../../digest/post.ts'
import type { Run, RunState } from '../../digest/schedule/run.ts'
import { parseSchedule } from '../../digest/schedule/schedule-words.ts'
import { channelKey } from '../../digest/schedule/subscription.ts'
import type { DeskDeps } from '../delivery-deps.ts'
import { help, noChannel, othersChangeIt, reply, STATE, usage } from '../replies.ts'
import { about } from './about.ts'
import { off, on } from './on-off.ts'
import { settings } from './settings.ts'
import { now, rest, show, state } from './show.ts'
import {
  announceChange,
  type Change,
  ChangedMeanwhile,
  type DigestRequest,
  defaultWeekly,
  mayChangeDigest,
  notForGuests,
  notYours,
  subscriptionOf,
  type Verb,
  withNamed,
} from './verb.ts'

const DID = 'settled a weekly digest in doubt'

/** `post 2026-W49`: a person decides that a doubtful digest was not posted. */
const post: Verb = (request, deps) =>
  settled(request, deps, {
    to: 'claimed',
    heading: 'It will be posted within a few minutes',
    so: (name) => `“${name}” was not posted, and will be within a few minutes`,
  })

/** `seen 2026-W49`: a person saw it. */
const seen: Verb = (request, deps) =>
  settled(request, deps, {
    to: 'handed',
    heading: 'Noted: it was posted',
    so: (name) => `“${name}” was posted`,
  })

type Settling = { to: RunState; heading: string; so: (name: string) => string }

async function settled(request: DigestRequest, deps: Parameters<Verb>[1], { to, heading, so }: Settling) {
  const { rest: week, where, asker } = request
  const next = where.channel === asker.channel ? [STATE] : []
  const turned = await deps.store.turn({ ...where, week }, ['doubtful'], to)
  if (!turned) {
    return reply('That digest is not in doubt any more', ['Somebody may have settled it before.'], next)
  }
  const change: Change = { act: 'changed a digest', did: DID, so: so(nameOf(turned)) }
  const untold = await announceChange(change, await subscriptionOf(where, deps), request, deps)
  return reply(heading, untold, next)
}

function nameOf(run: Run): string {
  return firstLine(run) ?? run.week
}

/** A word after `/digest`. `changes`: whether it changes what the channel gets, with what follows it. */
type Word = { verb: Verb; changes: (rest: string) => boolean }

const looks = (verb: Verb): Word => ({ verb, changes: () => false })
const changes = (verb: Verb): Word => ({ verb, changes: () => true })

export const WORDS: Readonly<Record<string, Word>> = {
  '': looks(state),
  on: changes(on),
  off: changes(off),
  stop: changes(off),
  end: changes(off),
  now: looks(now),
  about: { verb: about, changes: (rest) => rest !== '' },
  settings: { verb: settings, changes: (rest) => rest !== '' },
  help: looks(async ({ where }, { post }) => help((command) => post.typed(command, where.channel))),
  show: looks(show),
  rest: looks(rest),
  post: changes(post),
  seen: changes(seen),
}

/** `/digest …`. A weekly time alone turns the digest on. */
export function digestCommand(
  deps: DeskDeps,
): (words: string, asker: Asker, voice: Voice) => Promise<Answer> {
  const inTurn = oneByOne()
  return async (words, asker, voice) => {
    if (!may(asker, 'read the digest')) return notForOutsiders('digest', 'digest', asker)
    const { word, rest, channel = asker.channel } = read(words, deps)
    const typed = (command: string) => deps.post.typed(command, asker.channel ?? '')
    if (!word) return usage(words, typed)
    if (!channel) return noChannel(typed)
    const request: DigestRequest = { rest, where: { workspace: asker.workspace, channel }, asker, voice }
    if (!word.changes(rest)) return word.verb(request, deps)
    // Two who change a digest at the same time: the second one sees what the first one did.
    return inTurn(channelKey(request.where), () => decided(word, request, deps))
  }
}

/** More of them at once than this is no chance. */
const TRIES = 5

/** Does it where they may. Where another instance was faster, what it did is looked at, and decided on, anew. */
async function decided(word: Word, request: DigestRequest, deps: DeskDeps, tries = TRIES): Promise<Answer> {
  const before = await subscriptionOf(request.where, deps)
  const named = await withNamed(request.where, deps)
  const standing = await request.voice.standing?.()
  if (standing === 'guest') return notForGuests()
  if (!mayChangeDigest(before, request, named, standing)) return notYours(before, request, named)
  try {
    return await word.verb({ ...request, seen: { subscription: before } }, deps)
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) throw error
    return tries > 1 ? decided(word, request, deps, tries - 1) : othersChangeIt()
  }
}

function read(words: string, deps: DeskDeps): { word?: Word; rest: string; channel?: string } {
  const [first = '', ...others] = words.split(/\s+/)
  const name = first.toLowerCase()
  const word = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined
  // Who set a digest may settle it or end it from another place: there, its channel stands before the week, or alone.
  if (name === 'post' || name === 'seen') {
    const [week = '', channel] = others.reverse()
    return { word, rest: week, channel }
  }
  if (name === 'end') return { word, rest: '', channel: others[0] }
  if (word) return { word, rest: others.join(' ') }
  return 'says' in parseSchedule(words, defaultWeekly(deps))
    ? { rest: words }
    : { word: WORDS.on, rest: words }
}

/** Does what is asked for under one key one after the other, in the order it was asked; other keys go on meanwhile. */
function oneByOne(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve()
    const result = before.then(work)
    const over = result.then(
      () => undefined,
      () => undefined,
    )
    last.set(key, over)
    over.then(() => {
      if (last.get(key) === over) last.delete(key)
    })
    return result
  }
}
