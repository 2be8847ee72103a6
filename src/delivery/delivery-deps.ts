import type { Temporal } from 'temporal-polyfill'
import type { RecordChange } from '../answer/change.ts'
import type { Log } from '../answer/log.ts'
import type { Served } from '../digest/desk.ts'
import type { Post } from '../digest/post.ts'
import type { Library } from '../library/library.ts'
import type { Store } from '../store/store.ts'
import type { Pace } from './posting/timing.ts'

/** What delivering digests needs of the world. */
export type DeliveryDeps = {
  store: Store
  post: Post
  /** The workspaces whose channels this process can write to. */
  served: Served
  /** Writes down who changed what. */
  record: RecordChange
  /** The library as it is now. */
  library(): Library
  now(): Temporal.Instant
  /** Fulfils after so many seconds, or at once when the process stops. */
  sleep(seconds: number): Promise<void>
  /** Aborts when the process stops: then nothing more is sent. */
  stopping: AbortSignal
  /** From 0 (included) to 1 (excluded). */
  chance(): number
  /** Tells this process from every other that ever ran. */
  name: string
  pace: Pace
  /** Days for which what people asked, thought and reported is kept. */
  keepQuestions: number
  /** Days for which is kept who changed what. */
  keepChanges: number
  /** Whether the operator wants the words of questions nobody could answer, of channels. */
  keepWords: boolean
  log: Omit<Log, 'debug'>
}

export type DeskDeps = DeliveryDeps & {
  /** The zone of digests whose people name none. */
  timezone: string
  /** Where new knowledge can be proposed: the address of a new issue. */
  contributeUrl?: string
  /** What belongs in the folder, a sentence each. */
  guidelines?: readonly string[]
  /** Who may change every digest: the platform's ids of people, `U1`, or `T1/U1` of one workspace alone. */
  editors?: readonly string[]
}
