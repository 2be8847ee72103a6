import type {
  BlockAction,
  Context,
  EnvelopedEvent,
  MessageShortcut,
  SlashCommand,
  ViewSubmitAction,
} from '@slack/bolt'
import type { Asker } from '../../../answer/rights.ts'

/** `channelName` as Slack has it: `directmessage`, `mpdm-…` for several people, `privategroup`, or the channel's own. */
export type SlackAsker = Asker & { channelName?: string }

/** Where we are installed, as `authorize` said; never as a payload says, which comes from whoever sent it. */
type Home = Pick<Context, 'teamId' | 'enterpriseId'>

/** A command tells the workspace it was typed in, and not whether its channel is shared. */
export function askerOfCommand(command: SlashCommand, home: Home): SlackAsker {
  const { team_id, enterprise_id, channel_id, channel_name, user_id } = command
  const colleague = isText(enterprise_id) && enterprise_id === home.enterpriseId
  return asker(home, {
    user: user_id,
    channel: channel_id,
    channelName: channel_name,
    outside: fromOutside(home, colleague ? [] : [team_id]),
  })
}

/** A message or a mention, or a home tab that was opened, which is no place to write in. */
export function askerOfEvent(
  body: Pick<EnvelopedEvent, 'is_ext_shared_channel'>,
  event: { user?: string; channel?: string; team?: unknown; user_team?: unknown; source_team?: unknown },
  home: Home,
): SlackAsker {
  const { user, channel, team, user_team, source_team } = event
  const { is_ext_shared_channel: shared } = body
  return {
    ...asker(home, { user, channel, outside: fromOutside(home, [user_team, source_team, team], shared) }),
    ...(shared && { shared }),
  }
}

/** A press, or a shortcut, tells the own team of who pressed; in a home tab or a window there is no channel. */
export function askerOfPress(
  { user, channel }: Pick<BlockAction | MessageShortcut, 'user' | 'channel'>,
  home: Home,
): SlackAsker {
  const outside = fromOutside(home, [user.team_id])
  return asker(home, { user: user.id, channel: channel?.id, channelName: channel?.name, outside })
}

export function askerOfView({ user }: Pick<ViewSubmitAction, 'user'>, home: Home): SlackAsker {
  return asker(home, { user: user.id, outside: fromOutside(home, [user.team_id]) })
}

type Seen = { user?: string; channel?: string; channelName?: string; outside: boolean }

function asker({ teamId = '' }: Home, { user, channel, channelName, outside }: Seen): SlackAsker {
  return {
    platform: 'slack',
    workspace: teamId,
    ...(channel && { channel }),
    ...(channelName && { channelName }),
    ...(user && { user }),
    private: !isChannel(channel, channelName),
    outside,
  }
}

/**
 * Only what is known to be a channel is one: a mention names none, and may stand in a message to a group of people, whose
 * id looks like a channel's.
 */
function isChannel(channel = 'D', channelName = 'mpdm-'): boolean {
  return !channel.startsWith('D') && !channelName.startsWith('mpdm-')
}

/**
 * `teams` are all that the payload names for the person; `shared` is whether it says that the channel is shared with
 * another organisation. In a channel that is not, also people of another workspace are of the same organisation. In one
 * that is, who names no team may be anybody.
 */
function fromOutside({ teamId, enterpriseId }: Home, teams: readonly unknown[], shared?: boolean): boolean {
  if (shared === false) return false
  const named = teams.filter(isText)
  if (named.length === 0) return shared === true
  return named.some((team) => team !== teamId && team !== enterpriseId)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
