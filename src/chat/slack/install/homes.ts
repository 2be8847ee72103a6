import type { Authorize, webApi } from '@slack/bolt'
import type { Served } from '../../../digest/desk.ts'
import { onlyIn, type Voice } from '../../../digest/desk.ts'
import type { Post, Sent } from '../../../digest/post.ts'
import type { Moment } from '../../../digest/schedule/moment.ts'
import type { Installations } from '../../core/installations.ts'
import type { Part } from '../../core/serve-edges.ts'
import { type DigestClient, digestClient } from '../digest/digest-client.ts'
import { slackPost, slackTyped } from '../digest/digest-post.ts'
import { slackVoice } from '../digest/digest-voice.ts'
import type { SlackAsker } from '../listeners/asker.ts'
import { type Identity, isRevoked } from '../transport/token.ts'

/** Where Hansa is at home in Slack: the one workspace of a token, or each that has installed it. */
export type Homes = {
  authorize: Authorize<boolean>
  /** Slack as the digest needs it there; undefined where we are not installed any more. The same one for the same token. */
  client(workspace: string): Promise<DigestClient | undefined>
  served: Served
  parts: readonly Part[]
  /** Deletes all there is of a workspace. Absent where the token is the operator's own. */
  left?(workspace: string, at: Moment): Promise<void>
  /** Asks Slack who left while no Hansa ran, and deletes all there is of them. */
  askWhoLeft?(): Promise<void>
  stop(): void
}

/** Where we are installed is what the token says, never what a delivery does: that tells who is from elsewhere. */
export function oneHome(
  { botId, userId, teamId, enterpriseId }: Identity,
  botToken: string,
  options: webApi.WebClientOptions,
): Homes {
  const client = digestClient(botToken, options)
  return {
    authorize: async () => ({ botToken, botId, botUserId: userId, enterpriseId, ...(teamId && { teamId }) }),
    client: async () => client,
    served: onlyIn(teamId),
    parts: [],
    stop() {},
  }
}

/** What we keep of an installation, sealed: how to write there, and who we are there. */
export type SlackHome = {
  botToken: string
  botId: string
  botUserId: string
  enterpriseId: string
  scopes: readonly string[]
}

/** A delivery from a workspace in which Hansa is not installed. */
export class NotInstalled extends Error {
  readonly workspace: string

  constructor(workspace: string) {
    super('Hansa is not installed in this workspace')
    this.name = 'NotInstalled'
    this.workspace = workspace
  }
}

export function manyHomes(installed: Installations<SlackHome>, options: webApi.WebClientOptions): Homes {
  const clients = new Map<string, { token: string; client: DigestClient }>()
  return {
    async authorize({ teamId = '' }) {
      const home = await installed.get(teamId)
      if (!home) throw new NotInstalled(teamId)
      const { botToken, botId, botUserId, enterpriseId } = home
      return { botToken, botId, botUserId, enterpriseId, teamId }
    },
    async client(workspace) {
      // Read at each call: who installs anew gets another token.
      const token = (await installed.get(workspace))?.botToken
      if (token === undefined) {
        clients.delete(workspace)
        return undefined
      }
      const made = clients.get(workspace)
      if (made?.token === token) return made.client
      const client = digestClient(token, options)
      clients.set(workspace, { token, client })
      return client
    },
    served: installed.workspaces,
    parts: [],
    async left(workspace, at) {
      clients.delete(workspace)
      await installed.left(workspace, at)
    },
    askWhoLeft: () => installed.askWhoLeft(({ botToken }) => isRevoked(botToken, options)),
    stop: installed.stop,
  }
}

const GONE: Sent = {
  how: 'refused',
  why: 'Hansa is not installed in this workspace any more. Whoever manages it can install it again.',
  forever: true,
}

/** Digests in each of them, with its own token. */
export function postIn(client: Homes['client']): Post {
  const posts = new WeakMap<DigestClient, Post>()
  async function inWorkspace<T>(
    workspace: string,
    act: (post: Post) => Promise<T>,
    gone: T,
    unknown: T,
  ): Promise<T> {
    let found: DigestClient | undefined
    try {
      found = await client(workspace)
    } catch {
      return unknown
    }
    if (!found) return gone
    const post = posts.get(found) ?? slackPost(found)
    posts.set(found, post)
    return act(post)
  }
  const lost = { how: 'unknown', why: 'the store is away' } as const
  // Nothing left this machine.
  const unsent: Sent = { how: 'refused', why: lost.why, forever: false }
  return {
    typed: slackTyped,
    schedule: (message, postAt) =>
      inWorkspace(message.workspace, (post) => post.schedule(message, postAt), GONE, unsent),
    scheduled: (channel) => inWorkspace(channel.workspace, (post) => post.scheduled(channel), lost, lost),
    withdraw: (channel, id) =>
      inWorkspace(channel.workspace, (post) => post.withdraw(channel, id), false, false),
    post: (message) => inWorkspace(message.workspace, (post) => post.post(message), GONE, unsent),
    tellStopped: (person, channel, why) =>
      inWorkspace(channel.workspace, (post) => post.tellStopped(person, channel, why), GONE, unsent),
  }
}

/** What is said of changes to digests, where the asker is. */
export function voiceIn(client: Homes['client']): (asker: SlackAsker) => Voice {
  return (asker) => {
    const voice = async () => {
      const found = await client(asker.workspace).catch(() => undefined)
      return found && slackVoice(found)(asker)
    }
    return {
      reach: async () => (await voice())?.reach() ?? { can: 'unknown' },
      standing: async () => (await voice())?.standing?.() ?? 'unknown',
      announce: async (channel, says) => (await voice())?.announce(channel, says) ?? 'not told',
      tell: async (person, says) => (await voice())?.tell(person, says) ?? 'not told',
    }
  }
}
