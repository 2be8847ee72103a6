import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Asker } from '../../../answer/rights.ts'

/** Longer texts are cut before they are read; a question has far fewer characters. */
const LONGEST = 2000
/** So much of a message is searched for an address. */
const MOST_READ = 28_000

const id = z.string().min(1).max(500)
/** Stands in the path of addresses that are called. */
const conversationId = id.regex(/^[^\s/\\?#%]*[^\s/\\?#%.][^\s/\\?#%]*$/)
const tenant = z.looseObject({ id: z.string().optional() }).nullish()
const account = z.looseObject({ id, name: z.string().nullish(), aadObjectId: z.string().nullish() })

/** What Teams delivers, as far as it is looked at. */
const ACTIVITY = z.looseObject({
  type: id,
  name: z.string().nullish(),
  id: id.nullish(),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(500),
  from: account,
  recipient: z.looseObject({ id }),
  conversation: z.looseObject({
    id: conversationId,
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  channelData: z.looseObject({ tenant }).nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  action: z.string().nullish(),
  replyToId: z.string().nullish(),
  membersRemoved: z.array(z.looseObject({ id })).nullish(),
  membersAdded: z.array(z.looseObject({ id })).nullish(),
})

export type Activity = z.infer<typeof ACTIVITY>

/** A conversation of a tenant, and where the platform is called to write in it. */
export type Place = { serviceUrl: string; conversation: string; tenant: string }

export type TeamsAsker = Asker & { user: string; channel: string; name?: string }

/** What came in, in our words. */
export type Incoming = {
  /** The same for the same delivery, however often it comes. */
  key: string
  place: Place
  /** The platform's own id of who did it, to write to. */
  account: string
  asker: TeamsAsker
} & (
  | { is: 'said'; words: string }
  | { is: 'pressed'; verb: string; data: unknown; message: string }
  | { is: 'searched'; words: string; skip: number }
  /** “Keep this for Hansa” on a message: what it says, and the first address in it; then the form that came of it. */
  | { is: 'kept'; said: string; source: string }
  | { is: 'filled in'; data: unknown }
  | { is: 'added' }
  | { is: 'removed' }
  | { is: 'other' }
)

/** Undefined where it is nothing that Teams delivers. */
export function activityIn(body: unknown): Activity | undefined {
  return ACTIVITY.safeParse(body).data
}

/** Every tenant that a delivery names. */
export function tenantsOf({ conversation, channelData }: Activity): readonly string[] {
  return [conversation.tenantId, channelData?.tenant?.id].flatMap((one) => (one ? [one.toLowerCase()] : []))
}

/** A thread of a channel belongs to the channel. */
export function channelOf(conversation: string): string {
  return conversation.replace(/;messageid=.*$/, '')
}

export function incoming(activity: Activity, workspace: string): Incoming {
  const { conversation, from, serviceUrl } = activity
  const name = from.name?.slice(0, 100)
  const common = {
    key: keyOf(activity),
    place: {
      serviceUrl: serviceUrl.replace(/\/+$/, ''),
      conversation: conversation.id,
      tenant: workspace,
    },
    account: from.id,
    asker: {
      platform: 'teams' as const,
      workspace,
      channel: channelOf(conversation.id),
      user: from.aadObjectId || from.id,
      private: !['groupChat', 'channel'].includes(conversation.conversationType ?? 'personal'),
      outside: false,
      ...(name && { name }),
    },
  }
  return { ...common, ...whatCame(activity) }
}

/** The platform's ids of messages are only moments. A delivery without one is known by what it says. */
function keyOf(activity: Activity): string {
  const mark = activity.id ?? createHash('sha256').update(JSON.stringify(activity)).digest('hex')
  return `teams ${activity.conversation.id} ${activity.type} ${mark}`
}

type Came = Incoming extends infer One
  ? One extends Incoming
    ? Omit<One, 'key' | 'place' | 'account' | 'asker'>
    : never
  : never

const PRESSED = z.looseObject({
  action: z.looseObject({ verb: z.string().max(50).catch(''), data: z.unknown().optional() }),
})
const SEARCHED = z.looseObject({
  parameters: z.array(z.looseObject({ name: z.string(), value: z.unknown().optional() })).catch([]),
  queryOptions: z.looseObject({ skip: z.number().int().min(0).max(10_000).catch(0) }).catch({ skip: 0 }),
})
const KEPT = z.looseObject({
  messagePayload: z.looseObject({ body: z.looseObject({ content: z.string() }) }),
})
const FILLED_IN = z.looseObject({ data: z.unknown() })

function whatCame(activity: Activity): Came {
  const { type, name, value, recipient, replyToId } = activity
  const message = replyToId ?? ''
  if (type === 'message') {
    // A press as older clients send it.
    if (typeof value === 'object' && value !== null && !activity.text)
      return { is: 'pressed', verb: 'ask', data: value, message }
    return { is: 'said', words: typedIn(activity.text ?? '') }
  }
  if (type === 'invoke' && name === 'adaptiveCard/action') {
    const { data } = PRESSED.safeParse(value)
    return { is: 'pressed', verb: data?.action.verb ?? '', data: data?.action.data, message }
  }
  if (type === 'invoke' && name === 'composeExtension/query') {
    const { data } = SEARCHED.safeParse(value)
    const words = data?.parameters.find(({ name }) => name === 'words')?.value
    return {
      is: 'searched',
      words: typeof words === 'string' ? words.slice(0, LONGEST) : '',
      skip: data?.queryOptions.skip ?? 0,
    }
  }
  if (type === 'invoke' && name === 'composeExtension/fetchTask') {
    const { data } = KEPT.safeParse(value)
    return { is: 'kept', ...saidIn(data?.messagePayload.body.content ?? '') }
  }
  if (type === 'invoke' && name === 'composeExtension/submitAction') {
    const { data } = FILLED_IN.safeParse(value)
    return { is: 'filled in', data: data?.data }
  }
  if (type === 'installationUpdate')
    return { is: activity.action?.startsWith('remove') ? 'removed' : 'added' }
  const isMe = (members: Activity['membersAdded']) => members?.some(({ id }) => id === recipient.id) ?? false
  if (type === 'conversationUpdate' && isMe(activity.membersRemoved)) return { is: 'removed' }
  return { is: 'other' }
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
}

/** What a message says, and the first address that it leads to, whether it is a link or stands in its words. */
function saidIn(html: string): { said: string; source: string } {
  const said = typedIn(html)
  const [, linked] = /<a\s[^>]*href="(https?:[^"<>]{1,400})"/i.exec(html.slice(0, MOST_READ)) ?? []
  const [written = ''] = /https?:\/\/\S{1,400}/.exec(said) ?? []
  return { said, source: linked === undefined ? written : linked.replace(ENTITY, characterOf) }
}

/** What somebody typed: without mentions and tags, each entity as its character, in one line. */
export function typedIn(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/<at[^>]*>[^<]*<\/at>/gi, ' ')
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .replace(ENTITY, characterOf)
    .replace(/\s+/gu, ' ')
    .trim()
}

const ENTITY = /&(#?\w{1,8});/g

function characterOf(whole: string, name: string): string {
  return ENTITIES[name.toLowerCase()] ?? whole
}
