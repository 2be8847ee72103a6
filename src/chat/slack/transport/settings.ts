import type { Secret } from '../../../answer/log.ts'

export type SlackSettings = {
  botToken: string
  /** Socket Mode. */
  appToken?: string
  /** HTTP at `/slack/events`. */
  signingSecret?: string
  /** Any Slack-compatible API; ends in a slash. */
  apiUrl?: string
}

/** Slack's tokens, and the addresses it gives us to respond to. */
export const SLACK_SECRETS: readonly Secret[] = [
  { looks: /xox[a-z]-[\w-]+|xapp-[\w-]+|xoxe\.[\w.-]+/g, shown: '[secret]' },
  { looks: /https:\/\/hooks\.slack\.com\/[^\s"']+/g, shown: '[response url]' },
]
