import type { StartDigest } from '../../../digest/desk.ts'
import { digestClient } from '../../slack/digest/digest-client.ts'
import { slackPost } from '../../slack/digest/digest-post.ts'
import type { DigestSide } from '../../slack/digest/digest-side.ts'
import { slackVoice } from '../../slack/digest/digest-voice.ts'
import type { Workspace } from './workspace.ts'

/** Digests in the pretend workspace. What is scheduled there is shown when somebody looks at the clock. */
export function digestsIn({ state, clientOptions }: Workspace, start: StartDigest): DigestSide {
  const client = digestClient(state.bot.token, clientOptions)
  return { desk: start(slackPost(client), state.bot.teamId), voice: slackVoice(client) }
}
