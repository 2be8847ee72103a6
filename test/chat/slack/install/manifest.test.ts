import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import { parse } from 'yaml'
import { manifest } from '../../../../src/chat/slack/install/manifest.ts'
import { MANIFEST_SCHEMA } from './manifest-schema.ts'

const COMMANDS = [
  { name: 'twins', description: 'Partner cities of a place', usage: 'Leeds | Dortmund' },
  { name: 'nesta', description: 'What the report says', usage: '' },
  { name: 'help', description: 'What can be asked', usage: '' },
  { name: 'status', description: 'A report that took a name of Slack’s own', usage: '' },
]

const written = parse(manifest(COMMANDS))

test('the manifest offers every command but those that Slack keeps for itself, and /hansa for all of them', () => {
  assert.deepEqual(
    written.features.slash_commands.map(({ command, usage_hint }: Record<string, string>) => [
      command,
      usage_hint,
    ]),
    [
      ['/twins', 'Leeds | Dortmund'],
      ['/nesta', undefined],
      ['/digest', 'on monday 09:00 Europe/London | off | now | about yorkshire'],
      ['/hansa', 'help | twins Leeds | …'],
    ],
  )
})

test('the manifest never names more commands than Slack allows an app, and /hansa is among them', () => {
  const many = Array.from({ length: 80 }, (_, n) => ({
    name: `report-${n}`,
    description: 'A report',
    usage: '',
  }))
  const names = parse(manifest(many)).features.slash_commands.map(
    ({ command }: { command: string }) => command,
  )
  assert.equal(names.length, 50)
  assert.deepEqual(names.slice(-2), ['/digest', '/hansa'])
})

test('the manifest asks for the least that is needed', () => {
  assert.deepEqual(written.oauth_config.scopes, {
    bot: ['commands', 'chat:write', 'app_mentions:read', 'im:history'],
  })
  assert.deepEqual(written.settings.event_subscriptions.bot_events, [
    'app_home_opened',
    'app_mention',
    'message.im',
    'app_uninstalled',
    'tokens_revoked',
  ])
  assert.equal(written.settings.interactivity.is_enabled, true)
  assert.equal(written.settings.socket_mode_enabled, true)
  assert.deepEqual(written.features.app_home, {
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  })
})

test('over HTTP every address is given, and with maps, managers and a prefix no more than these', () => {
  const how = { url: 'https://hansa.example.org', maps: true, managers: true, prefix: 'leeds-' }
  const { settings, oauth_config, features, display_information } = parse(manifest(COMMANDS, how))
  const events = 'https://hansa.example.org/slack/events'
  assert.equal(settings.socket_mode_enabled, false)
  assert.equal(settings.event_subscriptions.request_url, events)
  assert.equal(settings.interactivity.request_url, events)
  assert.equal(settings.interactivity.message_menu_options_url, events)
  assert.ok(!('message_menu_options_url' in written.settings.interactivity))
  assert.deepEqual(oauth_config.redirect_urls, ['https://hansa.example.org/slack/oauth_redirect'])
  assert.deepEqual(oauth_config.scopes.bot.slice(4), ['files:write', 'users:read', 'channels:read'])
  assert.deepEqual(
    features.slash_commands.map(({ command, url }: Record<string, string>) => [command, url]),
    ['/leeds-twins', '/leeds-nesta', '/leeds-digest', '/hansa'].map((command) => [command, events]),
  )
  assert.match(display_information.long_description, /^Ask \/leeds-twins Leeds and see/)
})

test('in every case it is one that Slack takes, by the schema that Slack published, whatever a folder’s reports are called', () => {
  const isTaken = new Ajv({ allErrors: true }).compile<Record<string, unknown>>(MANIFEST_SCHEMA)
  const long = {
    name: 'a'.repeat(31),
    description: 'What the report says. '.repeat(200),
    usage: 'x | '.repeat(400),
  }
  const many = Array.from({ length: 80 }, (_, n) => ({
    name: `report-${n}`,
    description: 'A report',
    usage: '',
  }))
  for (const commands of [[], COMMANDS, [long], many])
    for (const url of [undefined, 'https://hansa.example.org'])
      for (const maps of [false, true])
        for (const managers of [false, true])
          for (const prefix of [undefined, 'leeds-', 'abcdefghijkl-']) {
            const how = { maps, managers, ...(url && { url }), ...(prefix && { prefix }) }
            const whole = parse(manifest(commands, how))
            assert.equal(isTaken(whole), true, JSON.stringify([how, isTaken.errors]))
            const names = whole.features.slash_commands.map(({ command }: { command: string }) => command)
            assert.equal(new Set(names).size, names.length)
          }
  const missing = parse(manifest(COMMANDS))
  delete missing.features.slash_commands[0].description
  assert.equal(isTaken(missing), false)
})
