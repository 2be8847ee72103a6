import type { Desk } from '../../answer/answer.ts'
import type { RecordChange } from '../../answer/change.ts'
import type { Log } from '../../answer/log.ts'
import type { ProposalDesk } from '../../chat/core/proposals.ts'
import type { Edge } from '../../chat/core/serve-edges.ts'
import type { TakeAlong } from '../../chat/core/taking.ts'
import type { StartDigest } from '../../digest/desk.ts'
import type { Store } from '../../store/store.ts'
import type { LiveDesk } from '../live-desk.ts'
import type { Maps } from '../maps/picture-of.ts'
import type { Settings } from '../settings.ts'

/** What all edges of a process share: one desk, one store, one delivery of digests. */
export type Wired = {
  settings: Settings
  desk: Desk
  /** The folder behind it, for those who read it without a desk. */
  live: Omit<LiveDesk, 'close' | 'waits'>
  log: Log
  maps: Maps
  takeAlong: TakeAlong
  startDigest: StartDigest
  store: Store
  proposals: ProposalDesk
  /** Writes down who changed what. */
  record: RecordChange
  /** To be called when people cannot be heard any more, and only a new process can help. */
  onDeaf: () => void
}

/** One place where people can talk to Hansa, as `npm start` knows it. */
export type EdgeOfSettings = {
  name: string
  isOn(settings: Settings): boolean
  /** Loads the edge, and nothing before it is on. Throws a Refusal when something it needs is not installed. */
  load(wired: Wired): Promise<Edge>
}
