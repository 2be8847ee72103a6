import { directMessage, type Post, type WorkspaceState } from './workspace/workspace-state.ts'

/** Arguments as a web client sends them: texts, with JSON for what is nested. */
export type Args = Readonly<Record<string, string>>
export type Method = (args: Args, state: WorkspaceState) => object

/** Refuses with a code of Slack's own. */
export class SlackRefusal extends Error {}

/** Looks at each call before it is carried out; a code that it returns is Slack's refusal. */
export type Inspect = (method: string, args: Args) => string | undefined

/** The message that the arguments describe, if the bot may post it there. */
export function post(args: Args, state: WorkspaceState): Omit<Post, 'ts'> {
  const to = args.channel ?? ''
  const channel = state.channels.get(to.startsWith('U') ? directMessage(state, to).id : to)
  if (!channel) throw new SlackRefusal('channel_not_found')
  if (!channel.members.has(state.bot.userId)) throw new SlackRefusal('not_in_channel')
  if (!args.text && !args.blocks) throw new SlackRefusal('no_text')
  return {
    channel: channel.id,
    by: state.bot.userId,
    text: args.text ?? '',
    blocks: args.blocks ? JSON.parse(args.blocks) : [],
    ...(args.thread_ts && { thread: args.thread_ts }),
  }
}
