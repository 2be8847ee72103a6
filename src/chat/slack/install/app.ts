import type { webApi } from '@slack/bolt'
import { type CommandInfo, DIGEST_COMMAND } from '../../../answer/answer.ts'
import { cut } from '../blocks/text.ts'

/** `/hansa twins Leeds` asks like `/twins Leeds`, also where another app already has `/twins`. */
export const OWN_COMMAND = 'hansa'

/** Where Slack sends people back to who install. */
export const REDIRECT = '/slack/oauth_redirect'

/** The message shortcut by which people propose what somebody wrote. */
export const KEEP = 'keep_for_hansa'

/** What the bot may do: offer commands, write, be mentioned, read its own direct messages. Nothing else. */
export const SCOPES = ['commands', 'chat:write', 'app_mentions:read', 'im:history'] as const

/** For pictures and files; and to know who manages a channel, and who is a guest. Nothing else needs them. */
export const FOR_MAPS = 'files:write'
export const FOR_MANAGERS = ['users:read', 'channels:read'] as const

/** The last two say that a workspace leaves. */
const EVENTS = ['app_home_opened', 'app_mention', 'message.im', 'app_uninstalled', 'tokens_revoked'] as const

/** The case at hand. Without `url` Slack is reached over Socket Mode, with it over HTTP. */
export type ManifestFor = {
  /** Where Slack and browsers reach us: `https://hansa.example.org`. */
  url?: string
  maps?: boolean
  managers?: boolean
  /** In front of every command but `/hansa`, where another app has `/ask`: `leeds-`. */
  prefix?: string
}

/** What is asked for: what is needed, and what it takes for what was chosen besides. */
export function scopesFor({ maps, managers }: Pick<ManifestFor, 'maps' | 'managers'>) {
  return [...SCOPES, ...(maps ? ([FOR_MAPS] as const) : []), ...(managers ? FOR_MANAGERS : [])]
}

type Manifest = NonNullable<webApi.AppsManifestCreateArguments['manifest']>

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

/** What Slack allows an app: https://docs.slack.dev/reference/app-manifest. What has no room, or is too long with its prefix, is asked as `/hansa …`. */
const MOST_COMMANDS = 50
/** With its slash. */
const LONGEST_COMMAND = 32

/** From 175 to 4,000 characters. */
const long = (prefix: string) =>
  `Ask /${prefix}twins Leeds and see Leeds’s partner cities, each with its kind, year, status and source. Ask what reports say on a ` +
  'topic, and copy the reference. Every answer is cited, and each quotation is shown as printed; where sources disagree, both are ' +
  'shown. Once a week a channel can have a digest of what is new. No language model writes anything, and what people type is not kept.'

/** What Slack has to know of Hansa, with the commands of its folder. */
export function app(commands: readonly CommandInfo[], how: ManifestFor): Manifest {
  const { url, prefix = '' } = how
  const events = url && { request_url: `${url}/slack/events` }
  return {
    display_information: {
      name: 'Hansa',
      description: 'Partner cities and cited findings for regional policy teams',
      long_description: long(prefix),
      // Also behind the icon, where the workspace has none.
      background_color: '#1d3d5c',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: OWN_COMMAND, always_online: true },
      slash_commands: slashCommands(commands, prefix, events ? { url: events.request_url } : {}),
      shortcuts: [
        {
          name: 'Keep this for Hansa',
          type: 'message',
          callback_id: KEEP,
          description: 'Proposes a link that this message tells of',
        },
      ],
    },
    oauth_config: { ...(url && { redirect_urls: [url + REDIRECT] }), scopes: { bot: scopesFor(how) } },
    settings: {
      event_subscriptions: { ...events, bot_events: [...EVENTS] },
      interactivity: {
        is_enabled: true,
        ...events,
        // Where the list of partners in a window asks for names.
        ...(events && { message_menu_options_url: events.request_url }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  }
}

function slashCommands(commands: readonly CommandInfo[], prefix: string, at: { url?: string }) {
  const own = {
    name: OWN_COMMAND,
    description: 'Anything Hansa can answer; alone, what that is',
    usage: 'help | twins Leeds | …',
  }
  const always = [DIGEST_COMMAND, own]
  const typed = ({ name }: CommandInfo) => `/${name === OWN_COMMAND ? '' : prefix}${name}`
  const others = commands
    .filter((one) => !TAKEN.has(one.name) && typed(one).length <= LONGEST_COMMAND)
    .slice(0, MOST_COMMANDS - always.length)
  return [...others, ...always].map(({ name, description, usage }) => ({
    command: typed({ name, description, usage }),
    ...at,
    description: cut(description, 2000),
    ...(usage && { usage_hint: cut(usage, 1000) }),
    should_escape: false,
  }))
}
