import { stringify } from 'yaml'
import type { CommandInfo } from '../../../answer/answer.ts'
import { app, type ManifestFor } from './app.ts'

const INTRODUCTION =
  '# What Slack has to know of Hansa: at https://api.slack.com/apps choose "Create New App", "From a manifest", and paste\n' +
  '# this file. Written by "npx hansa manifest"; change the commands or src/chat/slack/install/app.ts, not this file.\n' +
  '# Over HTTP, with maps, or with a prefix before commands: "npx hansa manifest --help" tells how.\n'

/** `manifest.yml`, ready to paste at api.slack.com. */
export function manifest(commands: readonly CommandInfo[], how: ManifestFor = {}): string {
  return INTRODUCTION + stringify(app(commands, how), { lineWidth: 0 })
}
