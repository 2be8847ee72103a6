import type { DigestDesk, Voice } from '../../../digest/desk.ts'
import type { SlackAsker } from '../listeners/asker.ts'

/** The weekly digest and the memory behind it, as far as Slack has to do with them. */
export type DigestSide = {
  desk: DigestDesk
  /** How people are told of changes that somebody makes to a digest. */
  voice(asker: SlackAsker): Voice
  /** The channel that is told of errors people report. */
  curators?: string
}
