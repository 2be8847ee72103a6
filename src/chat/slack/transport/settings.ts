export type SlackSettings = {
  botToken: string
  /** Socket Mode. */
  appToken?: string
  /** HTTP at `/slack/events`. */
  signingSecret?: string
  /** Any Slack-compatible API; ends in a slash. */
  apiUrl?: string
  host: string
  port: number
}
