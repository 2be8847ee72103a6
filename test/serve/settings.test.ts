import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSettings, soundSettings } from '../../src/serve/settings.ts'

test('without any setting Hansa serves the playground on this machine only', () => {
  assert.deepEqual(readSettings({}), {
    knowledge: undefined,
    data: './data',
    databaseUrl: undefined,
    timezone: 'Europe/London',
    host: '127.0.0.1',
    port: 3000,
    hosts: [],
    playgroundOpen: false,
    playgroundBeside: false,
    logLevel: 'info',
    keepQuestions: 90,
    keepChanges: 365,
    keepWords: false,
    contributeUrl: undefined,
    curators: undefined,
    digestEditors: [],
    mcp: undefined,
    teams: undefined,
    secret: undefined,
    secretBefore: undefined,
    url: undefined,
    slack: undefined,
  })
})

test('one message names all that is wrong and all that is missing', () => {
  assert.deepEqual(
    readSettings({
      PORT: '70000',
      HANSA_TIMEZONE: 'Leeds',
      SLACK_SIGNING_SECRET: '0123456789',
      LOG_LEVEL: 'loud',
    }),
    {
      missing: [
        'HANSA_TIMEZONE must be a time zone’s name, like Europe/London (found "Leeds").',
        'PORT must be a number from 0 to 65535 (found "70000").',
        'LOG_LEVEL must be one of debug, info, warn, error, silent (found "loud").',
        'SLACK_BOT_TOKEN is missing: copy the Bot User OAuth Token of the app’s OAuth page.',
      ],
    },
  )
})

test('names that may be asked for are a list without http:// and ports', () => {
  const read = readSettings({
    HANSA_HOSTS: 'Hansa.example.org, 192.0.2.7,,[2001:db8::1]',
    HANSA_PLAYGROUND: 'open',
  })
  assert.ok(!('missing' in read))
  assert.deepEqual(read.hosts, ['hansa.example.org', '192.0.2.7', '[2001:db8::1]'])
  assert.equal(read.playgroundOpen, true)
  const both = readSettings({ HANSA_PLAYGROUND: 'beside, open' })
  assert.ok(!('missing' in both) && both.playgroundBeside && both.playgroundOpen)
  for (const HANSA_HOSTS of ['https://hansa.example.org', 'hansa.example.org:3000', '*', 'a b'])
    assert.deepEqual(readSettings({ HANSA_HOSTS }), {
      missing: [
        `HANSA_HOSTS must be names without http:// and port, separated by commas, like hansa.example.org, 192.0.2.7 (found "${HANSA_HOSTS}").`,
      ],
    })
  assert.deepEqual(readSettings({ HANSA_PLAYGROUND: 'yes' }), {
    missing: [
      'HANSA_PLAYGROUND must be open, beside, or both with a comma between them, or not be set (found "yes").',
    ],
  })
})

test('assistants are answered only where a token is set that nobody guesses', () => {
  assert.deepEqual(readSettings({ HANSA_MCP: '1' }), {
    missing: ['HANSA_MCP_TOKEN is missing: assistants must show it; “openssl rand -hex 24” makes one.'],
  })
  assert.deepEqual(readSettings({ HANSA_MCP: '1', HANSA_MCP_TOKEN: 'secret' }), {
    missing: [
      'HANSA_MCP_TOKEN must have 24 characters or more, letters and digits: “openssl rand -hex 24” makes one.',
    ],
  })
})

test('an offset is no time zone: it knows no summer time', () => {
  assert.deepEqual(readSettings({ HANSA_TIMEZONE: '+01:00' }), {
    missing: ['HANSA_TIMEZONE must be a time zone’s name, like Europe/London (found "+01:00").'],
  })
})

test('a bot token alone does not reach Slack: one of Socket Mode and HTTP is needed', () => {
  assert.deepEqual(readSettings({ SLACK_BOT_TOKEN: 'xoxb-1' }), {
    missing: [
      'SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing: one of the two is needed.',
    ],
  })
})

test('words of questions are kept only where that is said with a 1', () => {
  const keeps = (value: string) => {
    const settings = readSettings({ HANSA_KEEP_WORDS: value })
    return 'missing' in settings ? settings.missing : settings.keepWords
  }
  assert.equal(keeps('1'), true)
  assert.equal(keeps('0'), false)
  assert.equal(keeps(''), false)
  assert.deepEqual(keeps('yes'), ['HANSA_KEEP_WORDS must be 1 or 0 (found "yes").'])
})

test('a blank variable counts as not set', () => {
  const settings = readSettings({ PORT: ' ', SLACK_BOT_TOKEN: '' })
  assert.ok(!('missing' in settings))
  assert.equal(settings.port, 3000)
})

test('what is secret, or may hold a secret, is never shown', () => {
  const secret = 'hunter2 hunter2'
  const names = [
    'DATABASE_URL',
    'HANSA_CONTRIBUTE_URL',
    'SLACK_API_URL',
    'SLACK_APP_TOKEN',
    'SLACK_BOT_TOKEN',
  ]
  const all = [...names, 'SLACK_SIGNING_SECRET']
  const read = readSettings(Object.fromEntries(all.map((name) => [name, secret])))
  assert.ok('missing' in read)
  assert.equal(read.missing.length, all.length)
  assert.doesNotMatch(read.missing.join('\n'), /hunter2/)
})

test('a setting that is wrong in two ways is told of once', () => {
  assert.deepEqual(readSettings({ PORT: 'many' }), {
    missing: ['PORT must be a number from 0 to 65535 (found "many").'],
  })
})

test('a signing secret that is too short is told how long one is', () => {
  assert.deepEqual(readSettings({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'short' }), {
    missing: [
      'SLACK_SIGNING_SECRET must have 8 characters or more and no spaces: copy the Signing Secret of the app’s Basic Information page.',
    ],
  })
})

test('what is right can be tried out while something else is wrong', () => {
  const { host, port, slack } = soundSettings({
    PORT: 'abc',
    SLACK_BOT_TOKEN: 'xoxp-1',
    SLACK_APP_TOKEN: 'xapp-1',
  })
  assert.deepEqual(
    [host, port, slack.botToken, slack.appToken],
    ['127.0.0.1', undefined, undefined, 'xapp-1'],
  )
})

test('who may change every digest is a list of people’s ids', () => {
  const settings = readSettings({ HANSA_DIGEST_EDITORS: ' U0123456789, W1 ,U2' })
  assert.ok(!('missing' in settings))
  assert.deepEqual(settings.digestEditors, ['U0123456789', 'W1', 'U2'])
  const inTeams = readSettings({ HANSA_DIGEST_EDITORS: 'aaaaaaaa-0000-0000-0000-000000000001,U1' })
  assert.ok(!('missing' in inTeams))
  for (const wrong of ['@robin', 'U1 U2', 'U1,', 'C0123456789']) {
    assert.deepEqual(readSettings({ HANSA_DIGEST_EDITORS: wrong }), {
      missing: [
        `HANSA_DIGEST_EDITORS must be the ids of people, with commas between them, like U0123456789, U9876543210; with several workspaces T0123456789/U0123456789 for each (found "${wrong}").`,
      ],
    })
  }
})

test('several workspaces need a secret, an address and HTTP, and each that lacks is one sentence', () => {
  const several = {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'c',
    SLACK_SIGNING_SECRET: 'signing-secret',
    HANSA_URL: 'https://hansa.example.org',
    HANSA_SECRET: 'a secret of thirty-two characters',
  }
  const said = (own: Record<string, string>) => {
    const read = readSettings({ ...several, ...own })
    return 'missing' in read ? read.missing.join('\n') : read.slack?.install
  }
  assert.deepEqual(said({}), {
    clientId: '1.2',
    clientSecret: 'c',
    url: 'https://hansa.example.org',
    secret: several.HANSA_SECRET,
  })
  assert.deepEqual(Object.entries(said({ SLACK_ALSO: 'maps, managers' }) ?? {}).slice(-2), [
    ['maps', true],
    ['managers', true],
  ])
  assert.match(String(said({ SLACK_ALSO: 'files' })), /^SLACK_ALSO must be maps, managers, or both [^\n]*$/)
  assert.match(String(said({ HANSA_SECRET: '' })), /^HANSA_SECRET is missing: it seals the tokens [^\n]*$/)
  assert.match(
    String(said({ HANSA_SECRET: 'short' })),
    /^HANSA_SECRET must have 32 characters or more[^\n]*$/,
  )
  assert.doesNotMatch(String(said({ HANSA_SECRET: 'short' })), /found/)
  assert.match(
    String(said({ HANSA_URL: 'http://hansa.example.org' })),
    /^HANSA_URL must be the https address/,
  )
  assert.match(String(said({ SLACK_BOT_TOKEN: 'xoxb-1' })), /^SLACK_BOT_TOKEN is of one workspace[^\n]*$/)
  assert.match(String(said({ HANSA_CURATORS: 'C1' })), /^HANSA_CURATORS must name the workspace/)
  assert.match(String(said({ HANSA_DIGEST_EDITORS: 'T1/U1,U2' })), /^HANSA_DIGEST_EDITORS must name the work/)
  const inTeams = 'aaaaaaaa-0000-0000-0000-000000000001'
  assert.deepEqual(said({ HANSA_DIGEST_EDITORS: `T1/U1, ${inTeams}`, HANSA_CURATORS: 'T1/C1' }), said({}))
})
