import type { Day } from '../answer/answer.ts'
import type { Edition } from '../digest/edition.ts'
import type { Gap } from '../digest/items/gap.ts'
import type { Moment } from '../digest/schedule/moment.ts'
import type { Due, Run, RunHead, RunState } from '../digest/schedule/run.ts'
import type { Channel, Subscription } from '../digest/schedule/subscription.ts'

/**
 * What must survive a restart. A fulfilled promise means: it is on disk. Every verb rejects with StoreTrouble, and
 * nothing is half done, while the store is in trouble.
 */
export type Store = Subscriptions & Journals & Memory & Reports & Moving & Opened

export type Subscriptions = {
  /** One subscription a channel: replaces what it had. */
  subscribe(subscription: Subscription): Promise<void>
  unsubscribe(channel: Channel): Promise<void>
  /** Stops a digest that cannot go on, where it is still wanted. */
  stop(channel: Channel, stopped: NonNullable<Subscription['stopped']>): Promise<void>
  /** Notes that people were told of this stop; of a later one, or of a digest that is on again, it says nothing. */
  stopTold(channel: Channel, stopped: NonNullable<Subscription['stopped']>): Promise<void>
  subscriptions(): Promise<readonly Subscription[]>
}

export type RunKey = Channel & { week: string }

/** Who works on a run, and until when nobody else does. */
export type Holder = { name: string; now: Moment; until: Moment }

export type Journals = {
  /** Runs due at `since` or later. */
  runs(since: Moment): Promise<readonly RunHead[]>
  /** All that a channel was told, oldest first, and knowledge as it was the last time. */
  told(channel: Channel): Promise<{ runs: readonly Run[]; edition?: Edition }>
  run(key: RunKey): Promise<Run | undefined>
  /**
   * Makes `run` the one of its channel and week, held by `holder`, together with the weeks missed before it; older runs
   * that are not finished give way. False when somebody was faster, or the channel does not want it any more.
   */
  claim(run: Run, also: Claimed): Promise<boolean>
  /** Takes a run that nobody works on: only claimed ones and such as were being tried. */
  hold(key: RunKey, holder: Holder): Promise<Run | undefined>
  /** Keeps how the run stands. False, and nothing is kept, when another holder has taken it meanwhile. */
  record(run: Run, holder: Holder): Promise<boolean>
  /** Puts a run from one of the states `from` into `to`, whoever holds it; undefined when it is in none of them. */
  turn(key: RunKey, from: readonly RunState[], to: RunState): Promise<Run | undefined>
}

export type Claimed = {
  holder: Holder
  edition?: Edition
  missed: readonly Due[]
}

export type Memory = {
  /** Counts questions nobody could answer: words → how often. */
  missed(words: ReadonlyMap<string, number>, day: Day): Promise<void>
  /** Asked on `since` or later, most asked first. */
  gaps(since: Day): Promise<readonly Gap[]>
  /**
   * Forgets questions last asked before `before`, also where a digest showed them, and judgements as old; without a day,
   * all of them. Says how many questions.
   */
  forget(before?: Day): Promise<number>
  judged(ask: string, helpful: boolean, day: Day): Promise<void>
  judgements(): Promise<readonly Judgement[]>
  /** True the first time in any process that `id` is seen before `until`. */
  firstTime(id: string, now: Moment, until: Moment): Promise<boolean>
}

/** What people thought of an answer; nobody's name. */
export type Judgement = { ask: string; helpful: number; unhelpful: number; last: Day }

/** An error someone reported in a record. */
export type Report = { id: string; record: string; says: string; at: Moment }

export type Reports = {
  report(report: Report): Promise<void>
  /** Oldest first. */
  reports(): Promise<readonly Report[]>
}

/** A row of a table, as it travels between engines. */
export type Line = { table: string; row: Readonly<Record<string, string | number | null>> }

export type Moving = {
  export(): Promise<readonly Line[]>
  /** Into an empty store, all or nothing. Throws ImportProblem with a sentence. Says how many rows. */
  import(lines: readonly Line[]): Promise<number>
}

export type Opened = {
  /** What is wrong with the store at the moment, in a sentence. */
  trouble(): string | undefined
  /** Opens it, where that was not yet possible, and writes, so that trouble which is over is seen to be over. */
  ready(): Promise<void>
  close(): Promise<void>
}
