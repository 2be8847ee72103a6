import { z } from 'zod'

/**
 * The shapes of what Slack sends, as far as Bolt looks into them: it takes them for granted, and a signed `null` where it
 * expects an object would end the process. Anything else that is signed is none of our business, and harmless.
 */
const id = z.string().min(1).max(255)
const object = z.looseObject({})
const named = z.looseObject({ id })

const event = z.looseObject({
  event: z.looseObject({
    type: z.string(),
    channel: z.union([id, named]).optional(),
    channel_id: id.optional(),
    user: z.union([id, named]).optional(),
    text: z.string().optional(),
    ts: z.string().optional(),
    thread_ts: z.string().optional(),
    tab: z.string().optional(),
    channel_type: z.string().optional(),
    subtype: z.string().optional(),
    bot_id: z.string().nullish(),
    item: object.optional(),
    subteam: object.optional(),
    message: object.optional(),
    previous_message: object.optional(),
    assistant_thread: object.optional(),
  }),
  event_id: id,
  team_id: z.string().nullish(),
  authorizations: z.array(object).optional(),
})

const command = z.looseObject({
  event: z.undefined().optional(),
  command: z.string().regex(/^\/\S/).max(255),
  text: z.string().optional(),
  user_id: id,
  channel_id: id,
  channel_name: z.string().optional(),
  team_id: z.string().nullish(),
  trigger_id: id,
  response_url: z.url(),
})

const action = z.looseObject({
  event: z.undefined().optional(),
  command: z.undefined().optional(),
  name: z.undefined().optional(),
  type: z.literal('block_actions'),
  actions: z.tuple([action_()], action_()),
  user: z.looseObject({ id, team_id: z.string().nullish() }),
  team: named.nullish(),
  enterprise: named.nullish(),
  channel: named.optional(),
  container: object,
  message: object.optional(),
  view: named.optional(),
  trigger_id: id,
  response_url: z.url().optional(),
  response_urls: z.array(object).optional(),
  function_data: z.undefined().optional(),
})

function action_() {
  return z.looseObject({
    type: z.string(),
    action_id: id,
    block_id: z.string().optional(),
    value: z.string().optional(),
    selected_option: z.looseObject({ value: z.string() }).nullish(),
  })
}

const value = z.looseObject({ type: z.string(), value: z.string().nullish() })

const submission = z.looseObject({
  event: z.undefined().optional(),
  command: z.undefined().optional(),
  name: z.undefined().optional(),
  actions: z.undefined().optional(),
  type: z.literal('view_submission'),
  user: z.looseObject({ id, team_id: z.string().nullish() }),
  team: named.nullish(),
  enterprise: named.nullish(),
  trigger_id: id.optional(),
  view: z.looseObject({
    id,
    type: z.string(),
    callback_id: z.string().max(255),
    private_metadata: z.string().optional(),
    app_installed_team_id: z.string().nullish(),
    state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), value)) }),
  }),
  response_urls: z.array(object).optional(),
  function_data: z.undefined().optional(),
})

const messageShortcut = z.looseObject({
  event: z.undefined().optional(),
  command: z.undefined().optional(),
  name: z.undefined().optional(),
  actions: z.undefined().optional(),
  view: z.undefined().optional(),
  type: z.literal('message_action'),
  callback_id: z.string().max(255),
  user: z.looseObject({ id, team_id: z.string().nullish() }),
  team: named.nullish(),
  enterprise: named.nullish(),
  channel: named,
  message: z.looseObject({ text: z.string().nullish() }),
  trigger_id: id,
  response_url: z.url().optional(),
  response_urls: z.array(object).optional(),
  function_data: z.undefined().optional(),
})

const suggestion = z.looseObject({
  event: z.undefined().optional(),
  command: z.undefined().optional(),
  name: z.undefined().optional(),
  actions: z.undefined().optional(),
  type: z.literal('block_suggestion'),
  action_id: id,
  block_id: z.string(),
  value: z.string(),
  user: z.looseObject({ id, team_id: z.string().nullish() }),
  team: named.nullish(),
  enterprise: named.nullish(),
  channel: named.optional(),
  container: object.optional(),
  view: named.optional(),
  function_data: z.undefined().optional(),
})

const address = z.looseObject({ type: z.literal('url_verification'), challenge: z.string() })

/** `ours`: to be handed to Bolt. `other`: signed, but nothing we asked for. `broken`: nobody can read it. */
export type Kind = 'ours' | 'other' | 'broken'

export function kindOf(body: unknown): Kind {
  if (!object.safeParse(body).success || Array.isArray(body)) return 'broken'
  const wanted = shapeFor(body as object)
  if (typeof wanted === 'string') return wanted
  return wanted.safeParse(body).success ? 'ours' : 'broken'
}

const BY_TYPE: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['view_submission', submission],
  ['message_action', messageShortcut],
  ['block_suggestion', suggestion],
  ['url_verification', address],
])

function shapeFor(body: object): z.ZodType | 'other' | 'broken' {
  if (Object.hasOwn(body, 'event')) return event
  if (Object.hasOwn(body, 'command')) return command
  if (Object.hasOwn(body, 'actions')) return action
  if (!('type' in body)) return 'other'
  return typeof body.type === 'string' ? (BY_TYPE.get(body.type) ?? 'other') : 'broken'
}
