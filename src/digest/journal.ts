import type { Edition } from './edition.ts'
import type { Gap } from './items/gap.ts'
import type { Run } from './schedule/run.ts'

/** What a channel was told before, and what has been asked meanwhile. */
export type Journal = {
  /** The channel's runs, oldest first. */
  runs: readonly Run[]
  /** Knowledge as it was in the channel's last digest. */
  edition?: Edition
  /** What was asked for in the last month on which nothing was found, most asked first. */
  gaps: readonly Gap[]
}
