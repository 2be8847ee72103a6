import type { CommandInfo } from './answer.ts'

/** `/digest`, for lists of commands. */
export const DIGEST_COMMAND: CommandInfo = {
  name: 'digest',
  description: 'A weekly digest for this channel: how it stands, on, off, a preview',
  usage: 'on monday 09:00 Europe/London | off | now | about yorkshire',
}
