import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { type Edge, serveEdges } from '../../../src/chat/core/serve-edges.ts'
import type { TIMES } from '../../../src/chat/teams/listeners/on-delivery.ts'
import { type TeamsOptions, teamsEdge } from '../../../src/chat/teams/transport/serve-teams.ts'
import { realFolder } from '../../real-folder.ts'
import { LIMIT } from '../../until.ts'

export const CLIENT = '11111111-2222-3333-4444-555555555555'
export const TENANT = '99999999-8888-7777-6666-555555555555'
export const ISSUER = 'https://issuer.example'

type Json = Readonly<Record<string, unknown>>
/** A message that was posted: where, whether for one person alone, and what. */
export type Posted = { conversation: string; targeted: boolean; activity: Json }
type Fate = number | 'lost' | 'lost before' | undefined
export type Answering = (request: { path: string; body: Json }) => Fate | Promise<Fate>

export type PretendTeams = {
  url: string
  posted: Posted[]
  /** Decides what becomes of a call; `lost` is taken, and not answered. */
  answering?: Answering
  retryAfter?: number
  guests: Set<string>
  token(claims?: Json, key?: 'ours' | 'another'): string
}

const keys = { ours: keyPair(), another: keyPair() }

function keyPair(): { privateKey: KeyObject; publicKey: KeyObject } {
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
}

/** Teams on loopback: its keys, and a connector that takes messages. */
export async function pretendTeams(t: Pick<TestContext, 'after'>): Promise<PretendTeams> {
  const teams: Partial<PretendTeams> & Pick<PretendTeams, 'posted' | 'guests'> = {
    posted: [],
    guests: new Set(),
  }
  let count = 0
  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    const reply = (status: number, body: object = {}) => {
      const patience = status === 429 ? { 'retry-after': String(teams.retryAfter ?? 1) } : {}
      response
        .writeHead(status, { 'content-type': 'application/json', ...patience })
        .end(JSON.stringify(body))
    }
    if (path === '/v1/.well-known/keys') return reply(200, { keys: [jwk()] })
    const body = JSON.parse((await textOf(request)) || '{}')
    const fate = await teams.answering?.({ path, body })
    if (fate === 'lost before') return void request.destroy()
    const [, conversation = '', rest = ''] =
      /^\/v3\/conversations\/([^/]+)\/(activities|members)/.exec(path) ?? []
    if (typeof fate === 'number') return reply(fate, { error: { code: 'No', message: 'no' } })
    if (rest === 'members') {
      const id = decodeURIComponent(path.split('/').at(-1) ?? '')
      return reply(200, { id, userRole: teams.guests.has(id) ? 'guest' : 'user', tenantId: TENANT })
    }
    if (path === '/v3/conversations')
      return reply(201, { id: `a:personal-${(body.members as Json[])[0]?.id}` })
    if (rest !== 'activities') return reply(404)
    teams.posted.push({
      conversation: decodeURIComponent(conversation),
      targeted: path.includes('isTargetedActivity=true'),
      activity: body,
    })
    if (fate === 'lost') return void request.destroy()
    reply(201, { id: `m${++count}` })
  })
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  t.after(() => closed(server))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const token = (claims: Json = {}, key: 'ours' | 'another' = 'ours') => {
    const now = Math.floor(Date.now() / 1000)
    return jwt(
      { iss: ISSUER, aud: CLIENT, nbf: now - 60, exp: now + 600, serviceurl: url, ...claims },
      keys[key].privateKey,
    )
  }
  return Object.assign(teams, { url, token }) as PretendTeams
}

function jwk(): object {
  return { ...keys.ours.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }
}

function jwt(claims: object, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'one' })}.${part(claims)}`
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** The edge of Hansa that a pretend Teams reaches. It waits for what comes of a press as long as a test does. */
export function teamsIn(
  teams: PretendTeams,
  given: Partial<TeamsOptions>,
  times = { reply: LIMIT, member: LIMIT },
): Edge {
  return teamsEdge({
    settings: { clientId: CLIENT, tenantId: TENANT },
    desk: given.desk ?? realFolder().desk,
    addresses: { note: async () => {}, of: async () => undefined, forget: async () => {} },
    pretend: {
      cloud: { tokenIssuer: ISSUER, openIdMetadataUrl: `${teams.url}/v1/.well-known/openidconfiguration` },
      token: async () => teams.token(),
      times,
    },
    ...given,
  })
}

/** Hansa served to a pretend Teams. */
export async function servedIn(
  t: Pick<TestContext, 'after'>,
  teams: PretendTeams,
  options: Partial<TeamsOptions> & { log?: typeof SILENT; times?: typeof TIMES } = {},
) {
  const { log = SILENT, times, ...given } = options
  const addresses = new Map<string, string>()
  const edge = teamsIn(
    teams,
    {
      addresses: {
        note: async (_, channel, address) => void addresses.set(channel, address),
        of: async (_, channel) => addresses.get(channel),
        forget: async (_, channel) => void addresses.delete(channel),
      },
      ...given,
    },
    times,
  )
  const served = await serveEdges([edge], { log, host: '127.0.0.1', port: 0 })
  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= served.stop()
    return stopping
  }
  t.after(stop)
  return { ...served, stop, addresses }
}

let moment = 1_795_983_726_413

export const PERSONAL = { id: 'a:1-personal', conversationType: 'personal', tenantId: TENANT }
export const GROUP = {
  id: '19:group@thread.v2',
  conversationType: 'groupChat',
  isGroup: true,
  tenantId: TENANT,
}
export const CHANNEL = {
  id: '19:channel@thread.tacv2;messageid=1795983720000',
  conversationType: 'channel',
  isGroup: true,
  tenantId: TENANT,
}

/** A delivery as Teams makes it. */
export function delivery(teams: PretendTeams, of: Json): Json {
  return {
    type: 'message',
    id: String(moment++),
    timestamp: '2026-11-30T09:00:00Z',
    channelId: 'msteams',
    serviceUrl: teams.url,
    from: { id: '29:robin', name: 'Robin', aadObjectId: 'aaaaaaaa-0000-0000-0000-000000000001' },
    recipient: { id: `28:${CLIENT}`, name: 'Hansa' },
    conversation: PERSONAL,
    channelData: { tenant: { id: TENANT } },
    ...of,
  }
}

export function typed(teams: PretendTeams, text: string, conversation: Json = PERSONAL): Json {
  return delivery(teams, { text, textFormat: 'plain', conversation })
}

export function pressOf(teams: PretendTeams, action: Json, conversation: Json = PERSONAL): Json {
  const { verb, data, ...chosen } = action
  return delivery(teams, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    conversation,
    replyToId: 'm1',
    value: {
      action: { type: 'Action.Execute', verb, data: { ...(data as Json), ...chosen } },
      trigger: 'manual',
    },
  })
}

export function searched(teams: PretendTeams, words: string): Json {
  return delivery(teams, {
    type: 'invoke',
    name: 'composeExtension/query',
    value: {
      commandId: 'find',
      parameters: [{ name: 'words', value: words }],
      queryOptions: { skip: 0, count: 25 },
    },
  })
}

export async function deliver(
  url: string,
  body: unknown,
  token: string | undefined,
): Promise<{ status: number; body: Json }> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : {} }
}

/** The card of a posted message, or of a reply to a press. */
export function cardIn(from: Posted | { body: Json } | undefined): unknown {
  if (!from) return undefined
  if ('body' in from) return from.body.value
  return ((from.activity.attachments ?? []) as Json[])[0]?.content
}
