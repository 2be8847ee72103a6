import type { Day } from '../../answer/answer.ts'
import type { Draft } from '../draft.ts'
import type { Fault } from '../file/spot.ts'
import type { Gazetteer } from '../gazetteer.ts'
import type { WrittenPlace } from '../kinds/place.ts'

/** What a rule sees: the folder as written, the day it is read, and who a place name means. Any field can be missing. */
export type Folder = Omit<Draft, 'whole'> & { today: Day; placesNamed: Gazetteer<Partial<WrittenPlace>> }

/** Something that must be true of a folder. */
export type Rule = {
  /** The rule's file name; printed with each problem. */
  name: string
  /** Why the rule is there: one sentence. */
  why: string
  /** A warning is printed and blocks nothing. */
  severity?: 'warning'
  check(folder: Folder): Generator<Fault>
}
