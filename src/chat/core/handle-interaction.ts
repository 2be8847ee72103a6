import type { Answer, ChannelCommand, Desk } from '../../answer/answer.ts'
import type { Log } from '../../answer/log.ts'
import { type Asker, may, notForOutsiders } from '../../answer/rights.ts'
import type { DigestDesk, Voice } from '../../digest/desk.ts'

/** Sends a message to the one who asked, wherever they asked. */
export type Reply<Message> = (message: Message) => Promise<unknown>

/** What is logged of a turn: never the question's own words, and never who asked. */
export type Done = {
  command: string
  outcome: Answer['outcome'] | 'shared' | 'not shared' | 'perhaps shared' | 'shown'
  /** The platform's own code for what went wrong. */
  why?: string
  /** Not logged. */
  answer?: Answer
}

/** One thing somebody did: where, how to answer them, and what to do about it. */
export type Turn<Message> = {
  at: 'command' | 'mention' | 'message' | 'button' | 'home'
  reply: Reply<Message>
  act: () => Promise<Done>
  /** What to say that we know, or do not know, when it fails. */
  known?: string
  /** What may come later, such as a picture; given what was answered. It never throws. */
  after?: (answer: Answer) => Promise<void>
}

/** Never throws: what goes wrong is logged under a reference number, and the one who asked is told that number. */
export type TakeTurn<Message> = (turn: Turn<Message>) => Promise<void>

export type TurnKeeper<Message> = {
  log: Log
  running: Running
  now: () => number
  /** A short number to find an error again in the log. */
  reference: () => string
  /** What is said when something failed; `known` is what we know, or do not know, of what was done. */
  apology: (reference: string, known?: string) => Message
}

export function keepTurns<Message>(keeper: TurnKeeper<Message>): TakeTurn<Message> {
  return (turn) => keeper.running.track(taken(turn, keeper))
}

/** `twins · found` */
export function done(answer: Answer): Done {
  return { command: answer.command, outcome: answer.outcome, answer }
}

async function taken<Message>(
  { at, reply, act, known, after }: Turn<Message>,
  { log, now, reference, apology }: TurnKeeper<Message>,
): Promise<void> {
  const start = now()
  const ms = () => Math.round(now() - start)
  try {
    // Nothing here keeps the answer while what comes after it waits for its turn: of a hundred large ones that is much.
    await act().then(({ answer, ...what }) => {
      log.info({ at, ...what, ms: ms() }, 'answered')
      return answer && after?.(answer)
    })
  } catch (err) {
    const number = reference()
    log.error({ at, reference: number, ms: ms(), err }, 'a turn failed')
    await reply(apology(number, known)).catch((err) =>
      log.error({ at, reference: number, err }, 'nor could we apologise'),
    )
  }
}

/** Counts what is being worked on, so that a stop can wait for it. */
export type Running = {
  track<T>(work: Promise<T>): Promise<T>
  count(): number
  /** True when all that runs ended within `ms`. */
  drained(ms: number): Promise<boolean>
}

export function trackRunning(): Running {
  const all = new Set<Promise<unknown>>()
  return {
    track(work) {
      all.add(work)
      const forget = () => all.delete(work)
      work.then(forget, forget)
      return work
    },
    count: () => all.size,
    async drained(ms) {
      const { promise: late, resolve } = Promise.withResolvers<false>()
      const timer = setTimeout(resolve, ms, false)
      const done = Promise.allSettled(all).then(() => true)
      return Promise.race([done, late]).finally(() => clearTimeout(timer))
    },
  }
}

/** A store shared by instances can stand in. */
export type Seen = {
  /** Was this delivery handled before? Remembers it. */
  before(id: string): boolean | Promise<boolean>
  /** It is answered: others need not do so, should this process end. */
  answered(id: string): void | Promise<void>
}

/**
 * Remembers deliveries for `minutes`, at most `most` of them, oldest forgotten first. A platform repeats what it thinks was
 * not received, and a captured request could be sent again within the five minutes its signature lasts.
 */
export function rememberSeen({ now = Date.now, minutes = 10, most = 100_000 } = {}): Seen {
  const times = new Map<string, number>()
  return {
    before(id) {
      const [oldest, since = 0] = times.entries().next().value ?? []
      if (oldest !== undefined && (times.size >= most || now() - since > minutes * 60_000))
        times.delete(oldest)
      const before = times.get(id)
      if (before !== undefined && now() - before <= minutes * 60_000) return true
      times.delete(id)
      times.set(id, now())
      return false
    },
    answered: () => {},
  }
}

/** Whether a delivery is handled for the first time. Answering twice is better than not at all. */
export function firstTimeOnly(seen: Seen, log: Log) {
  return {
    async isFirst(id: string): Promise<boolean> {
      try {
        return !(await seen.before(id))
      } catch (err) {
        log.error({ err }, 'cannot tell whether a delivery came before')
        return true
      }
    },
    async answered(id: string): Promise<void> {
      try {
        await seen.answered(id)
      } catch (err) {
        log.error({ err }, 'cannot note that a delivery was answered')
      }
    },
  }
}

/** The weekly digest and the memory behind it, as far as a chat has to do with them. `Who` is an asker as it knows them. */
export type DigestSide<Who extends Asker = Asker> = {
  desk: DigestDesk
  /** How people are told of changes that somebody makes to a digest. */
  voice(asker: Who): Voice
  /** Who is told in a workspace of errors people report there, and of what they propose. */
  curators?: Curators
}

/** The ids of channels and of people, in the workspaces that have some. */
export type Curators = (workspace: string) => readonly string[]

/** Whoever reads a channel of curators is one. */
export function isCurator({ workspace, channel, user }: Asker, curators?: Curators): boolean {
  return curators?.(workspace).some((one) => one === channel || one === user) === true
}

/** Asks what needs an asker there, such as the digest of a channel, and anything else at the desk. */
export type AskAs<Who extends Asker = Asker> = (question: string, asker: Who) => Promise<Answer>

export function askAs<Who extends Asker>(desk: Desk, digest: DigestSide<Who> | undefined): AskAs<Who> {
  return async (question, asker) => {
    const answer = desk.answer(question)
    const channel = answer.query?.channel
    if (digest && channel) return { ...(await withAsker(channel, asker, digest)), query: answer.query }
    // People from outside add nothing to what lists and digests count.
    if (!asker.outside) digest?.desk.recordGap(answer, asker)
    return digest ? digest.desk.suited(answer, asker) : answer
  }
}

function withAsker<Who extends Asker>(
  { command, words }: ChannelCommand,
  asker: Who,
  { desk, voice }: DigestSide<Who>,
): Promise<Answer> | Answer {
  if (command === 'digest') return desk.answer(words, asker, voice(asker))
  if (command === 'settings') return desk.answer(`settings ${words}`, asker, voice(asker))
  return may(asker, 'list gaps') ? desk.gaps(asker) : notForOutsiders('ask', 'ask gaps', asker)
}
