import { stringify } from 'yaml'
import type { CommandInfo } from '../../../answer/answer.ts'
import { DIGEST_COMMAND } from '../../../answer/query.ts'
import { cut } from '../blocks/text.ts'

/** `/hansa twins Leeds` asks like `/twins Leeds`, also where another app already has `/twins`. */
export const OWN_COMMAND = 'hansa'

/** What the bot may do: offer commands, write, be mentioned, read its own direct messages. Nothing else. */
export const SCOPES = ['commands', 'chat:write', 'app_mentions:read', 'im:history'] as const

const EVENTS = ['app_home_opened', 'app_mention', 'message.im'] as const

/**
 * Slack's own commands. A manifest that names one is refused as a whole, so they are asked as `/hansa help`.
 * https://slack.com/help/articles/201259356-Use-built-in-slash-commands
 */
const TAKEN = new Set(
  (
    'active apps archive away call collapse dm dnd expand feed feedback help invite join keys kick leave me msg mute ' +
    'open part prefs pro remind remove rename search share shortcuts shrug star status topic who'
  ).split(' '),
)

/** What Slack allows an app: https://docs.slack.dev/reference/app-manifest. What has no room is asked as `/hansa …`. */
const MOST_COMMANDS = 50

const INTRODUCTION =
  '# What Slack has to know of Hansa: at https://api.slack.com/apps choose "Create New App", "From a manifest", and paste\n' +
  '# this file. Written by "npx hansa manifest"; change the commands or src/chat/slack/install/manifest.ts, not this file.\n' +
  '# Without Socket Mode: set socket_mode_enabled to false, and give your address (https://…/slack/events) as the url of\n' +
  '# each command and as the request_url of event_subscriptions and interactivity.\n'

/** `manifest.yml`, ready to paste at api.slack.com. */
export function manifest(commands: readonly CommandInfo[]): string {
  return INTRODUCTION + stringify(app(commands), { lineWidth: 0 })
}

function app(commands: readonly CommandInfo[]): object {
  return {
    display_information: {
      name: 'Hansa',
      description: 'Partner cities and cited findings for regional policy teams',
      background_color: '#1d3d5c',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: OWN_COMMAND, always_online: true },
      slash_commands: slashCommands(commands),
    },
    oauth_config: { scopes: { bot: SCOPES } },
    settings: {
      event_subscriptions: { bot_events: EVENTS },
      interactivity: { is_enabled: true },
      org_deploy_enabled: false,
      socket_mode_enabled: true,
      token_rotation_enabled: false,
    },
  }
}

function slashCommands(commands: readonly CommandInfo[]): readonly object[] {
  const own = {
    name: OWN_COMMAND,
    description: 'Anything Hansa can answer; alone, what that is',
    usage: 'help | twins Leeds | …',
  }
  const always = [DIGEST_COMMAND, own]
  const others = commands.filter(({ name }) => !TAKEN.has(name)).slice(0, MOST_COMMANDS - always.length)
  return [...others, ...always].map(({ name, description, usage }) => ({
    command: `/${name}`,
    description: cut(description, 2000),
    ...(usage && { usage_hint: cut(usage, 1000) }),
    should_escape: false,
  }))
}
