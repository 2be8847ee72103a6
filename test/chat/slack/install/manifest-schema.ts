/**
 * What Slack takes of a manifest without `_metadata`, for the parts that ours has: a key that does not stand here is one too
 * many. The bounds are those of https://github.com/slackapi/manifest-schema (schemas/manifest.schema.1.0.0.json).
 */
const text = (maxLength: number, minLength = 1) => ({ type: 'string', minLength, maxLength })
const texts = (maxItems: number, maxLength = 50) => ({
  type: 'array',
  maxItems,
  items: { type: 'string', maxLength },
})
const address = (maxLength: number) => ({ type: 'string', pattern: '^https?://', maxLength })
const flag = { type: 'boolean' }

function closed(properties: object, required: readonly string[] = []) {
  return { type: 'object', additionalProperties: false, properties, required }
}

function list(items: object, maxItems: number) {
  return { type: 'array', minItems: 1, maxItems, items }
}

const command = closed(
  {
    command: { ...text(32, 2), pattern: '^/' },
    url: address(3000),
    description: text(2000),
    usage_hint: text(1000),
    should_escape: flag,
  },
  ['command', 'description'],
)

const shortcut = closed(
  {
    name: text(24),
    type: { enum: ['message', 'global'] },
    callback_id: text(255),
    description: text(150),
  },
  ['name', 'type', 'callback_id', 'description'],
)

export const MANIFEST_SCHEMA = closed(
  {
    display_information: closed(
      {
        name: text(35),
        description: text(140),
        long_description: text(4000, 175),
        background_color: { type: 'string', pattern: '^#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$' },
      },
      ['name'],
    ),
    features: closed({
      app_home: closed({
        home_tab_enabled: flag,
        messages_tab_enabled: flag,
        messages_tab_read_only_enabled: flag,
      }),
      bot_user: closed({ display_name: text(80), always_online: flag }, ['display_name']),
      slash_commands: list(command, 50),
      shortcuts: list(shortcut, 10),
    }),
    oauth_config: closed({
      redirect_urls: { ...texts(1000, 2500), uniqueItems: true },
      scopes: closed({ bot: texts(255), user: texts(255) }),
    }),
    settings: closed({
      event_subscriptions: closed({
        request_url: address(3500),
        bot_events: { ...texts(100), uniqueItems: true },
      }),
      interactivity: closed(
        { is_enabled: flag, request_url: address(3500), message_menu_options_url: address(3500) },
        ['is_enabled'],
      ),
      org_deploy_enabled: flag,
      socket_mode_enabled: flag,
      token_rotation_enabled: flag,
    }),
  },
  ['display_information'],
)
