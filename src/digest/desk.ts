import type { Answer, Naming } from '../answer/answer.ts'
import type { Asker } from '../answer/rights.ts'
import type { ChannelSettings } from './channel-settings.ts'
import type { Post } from './post.ts'
import type { Channel, Weekly } from './schedule/subscription.ts'

/**
 * What a place where people talk needs of the digest and of the memory behind it. Nothing here rejects: while the store
 * is in trouble, the answers say so.
 */
export type DigestDesk = {
  /** `/digest` and its words. What that changes is said through `voice`, where the asker is. */
  answer(words: string, asker: Asker, voice: Voice): Promise<Answer>
  /**
   * The answer as the channel wants it, by its settings: what is near its home first among choices, and no map where none is
   * wanted. It never chooses.
   */
  suited(answer: Answer, asker: Asker): Promise<Answer>
  /** What is set for the asker's channel; undefined while nobody can tell. */
  settingsOf(asker: Asker): Promise<ChannelSettings | undefined>
  /** When the digest of the asker's channel comes, or would by default; undefined while nobody can tell. */
  weeklyOf(asker: Asker): Promise<Weekly | undefined>
  /** The digests that the asker set. */
  ownDigests(asker: Asker): Promise<OwnDigests>
  /** What was asked for in this workspace on which nothing was found, most asked first. */
  gaps(asker: Asker): Promise<Answer>
  /** Remembers of an answer that found nothing what it says was missing; nobody's name, nobody's words. Returns at once. */
  recordGap(answer: Answer, asker: Asker): void
  /** What someone thought of an answer, or does not think any more. */
  recordJudgement(
    answer: Answer,
    judgement: 'helpful' | 'not helpful',
    asker: Asker,
    how?: 'taken back',
  ): Promise<Noted>
  /** Keeps an answer as it is shared, and gives the id of its receipt; undefined where it could not be kept. */
  keepReceipt(answer: Answer, asker: Pick<Asker, 'workspace'>): Promise<string | undefined>
  /** Remembers where an answer was shared, so that its thread is told of what is corrected later. */
  rememberShare(answer: Answer, where: Shared): Promise<void>
  /** Tells threads of the workspace what was corrected, each once, whichever process asks. Unlike the others it rejects with StoreTrouble. */
  tellCorrections(workspace: string, tell: (correction: Correction) => Promise<unknown>): Promise<void>
  /** An error that someone saw in a record. */
  report(record: string, says: string, asker: Asker): Promise<Noted>
}

/** The receipt of a shared answer, and the message that its thread stands under. */
export type Shared = Channel & { thread: string; receipt: string }

/** To be said in the thread of a shared answer; `ask` asks the same once more, where it may be shown. */
export type Correction = { channel: string; thread: string; sentence: string; ask: string }

/** `kept`: it is in the store. The sentence thanks them, or says why it is not. */
export type Noted = { kept: boolean; sentence: string }

export type OwnDigests = {
  /** That something is wrong with the store, in a sentence that names no file and no server. */
  trouble?: string
  channels: readonly {
    channel: string
    weekly: Weekly
    lines: readonly string[]
    doubtful: readonly Doubtful[]
  }[]
}

/** A digest of which nobody knows whether it was posted. */
export type Doubtful = { week: string; heading: string }

/** Begins to deliver digests through a platform, to the channels of the workspaces that it serves. */
export type StartDigest = (post: Post, served: Served) => DigestDesk

/** The workspaces that a process writes to at this moment. It rejects while nobody can tell. */
export type Served = () => Promise<ReadonlySet<string>>

/** One workspace, for as long as the process runs. */
export function onlyIn(workspace: string): Served {
  const served = Promise.resolve(new Set([workspace]))
  return () => served
}

/**
 * Whether a digest could be posted where somebody asks for it. `why` is a sentence, and says what to do.
 *
 * - `not yet`: people there can change it.
 * - `never`: nobody there can.
 * - `unknown`: the platform does not say.
 */
export type Reach = { can: 'post' | 'unknown' } | { can: 'not yet' | 'never'; why: string }

/** Guests change nothing; who manages a channel may change what it gets. */
export type Standing = 'guest' | 'member' | 'manager' | 'unknown'

/** Whether people were told. Nothing is said twice, so what is not known stays so. */
export type Told = 'told' | 'not told' | 'unknown'

/** What a digest's people are told of what others do to it, there and then. It never throws, and takes a second at most. */
export type Voice = {
  /** Of the place where the asker is. */
  reach(): Promise<Reach>
  /** What the asker is there; absent, or unknown, where the platform does not tell. */
  standing?(): Promise<Standing>
  /** Says it in a channel, for all to see. */
  announce(channel: Channel, says: Naming): Promise<Told>
  /** Says it to one person. */
  tell(person: string, says: Naming): Promise<Told>
}
