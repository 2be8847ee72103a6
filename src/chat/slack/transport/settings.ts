import type { Secret } from '../../../answer/log.ts'

export type SlackSettings = {
  /** The token of one workspace; absent where workspaces install Hansa themselves. */
  botToken?: string
  install?: InstallSettings
  /** Socket Mode. */
  appToken?: string
  /** HTTP at `/slack/events`. */
  signingSecret?: string
  /** Any Slack-compatible API; ends in a slash. */
  apiUrl?: string
}

/** What it takes for workspaces to install Hansa themselves, over HTTP. */
export type InstallSettings = {
  clientId: string
  clientSecret: string
  /** Where browsers reach us: `https://hansa.example.org`. */
  url: string
  /** Seals the workspaces' tokens; and the one before it, while keys are changed. */
  secret: string
  secretBefore?: string
  /** Whether it also asks for what maps and files take, and what it takes to know who manages a channel. */
  maps?: boolean
  managers?: boolean
}

/** Slack's tokens, and the addresses it gives us to respond to. */
export const SLACK_SECRETS: readonly Secret[] = [
  { looks: /xox[a-z]-[\w-]+|xapp-[\w-]+|xoxe\.[\w.-]+/g, shown: '[secret]' },
  { looks: /https:\/\/hooks\.slack\.com\/[^\s"']+/g, shown: '[response url]' },
]
