import type { DigestDesk } from '../../../digest/desk.ts'

/** The weekly digest and the memory behind it, as far as Slack has to do with them. */
export type DigestSide = {
  desk: DigestDesk
  /** Whether we may post in a channel: tells `user` there that we may. Undefined when Slack does not say. */
  reaches(channel: string, user: string): Promise<boolean | undefined>
  /** The channel that is told of errors people report. */
  curators?: string
}
