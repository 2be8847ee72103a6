import type { Answer } from '../../answer/answer.ts'
import type { Asker } from '../../answer/asker.ts'
import { may, notForOutsiders } from '../../answer/rights.ts'
import type { Voice } from '../../digest/desk.ts'
import { parseSchedule } from '../../digest/schedule/schedule-words.ts'
import { channelKey } from '../../digest/schedule/subscription.ts'
import type { DeskParts } from '../parts.ts'
import { help, nowhere, usage } from '../replies.ts'
import { about } from './about.ts'
import { post, seen } from './doubtful.ts'
import { off } from './off.ts'
import { on } from './on.ts'
import { oneByOne } from './one-by-one.ts'
import { now } from './preview.ts'
import { rest, show } from './shown.ts'
import { state } from './state.ts'
import { changeable, type Said, subscriptionOf, usual, type Verb } from './verb.ts'
import { notYours } from './whom-to-ask.ts'

/** A word after `/digest`. `changes`: whether it changes what the channel gets, with what follows it. */
type Word = { verb: Verb; changes: (rest: string) => boolean }

const looks = (verb: Verb): Word => ({ verb, changes: () => false })
const changes = (verb: Verb): Word => ({ verb, changes: () => true })

export const WORDS: Readonly<Record<string, Word>> = {
  '': looks(state),
  on: changes(on),
  off: changes(off),
  stop: changes(off),
  now: looks(now),
  about: { verb: about, changes: (rest) => rest !== '' },
  help: looks(async () => help()),
  show: looks(show),
  rest: looks(rest),
  post: changes(post),
  seen: changes(seen),
}

/** `/digest …`. A weekly time alone turns the digest on. */
export function digestCommand(
  parts: DeskParts,
): (words: string, asker: Asker, voice: Voice) => Promise<Answer> {
  const inTurn = oneByOne()
  return async (words, asker, voice) => {
    if (!may(asker, 'read the digest')) return notForOutsiders('digest')
    const { word, rest, channel = asker.channel } = read(words, parts)
    if (!word) return usage(words)
    if (!channel) return nowhere()
    const said: Said = { rest, where: { workspace: asker.workspace, channel }, asker, voice }
    if (!word.changes(rest)) return word.verb(said, parts)
    // Two who change a digest at the same time: the second one sees what the first one did.
    return inTurn(channelKey(said.where), async () => {
      const before = await subscriptionOf(said.where, parts)
      return changeable(before, said, parts) ? word.verb(said, parts) : notYours(before, said, parts)
    })
  }
}

function read(words: string, parts: DeskParts): { word?: Word; rest: string; channel?: string } {
  const [first = '', ...others] = words.split(/\s+/)
  const name = first.toLowerCase()
  const word = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined
  // Who set a digest may settle it in another place: there, its channel stands before the week.
  if (name === 'post' || name === 'seen') {
    const [week = '', channel] = others.reverse()
    return { word, rest: week, channel }
  }
  if (word) return { word, rest: others.join(' ') }
  return 'says' in parseSchedule(words, usual(parts)) ? { rest: words } : { word: WORDS.on, rest: words }
}
