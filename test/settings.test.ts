import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSettings } from '../src/settings.ts'

test('without any setting Hansa serves the playground on this machine only', () => {
  assert.deepEqual(readSettings({}), {
    knowledge: undefined,
    data: './data',
    databaseUrl: undefined,
    timezone: 'Europe/London',
    host: '127.0.0.1',
    port: 3000,
    logLevel: 'info',
    keepQuestions: 90,
    contributeUrl: undefined,
    curators: undefined,
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
        'HANSA_TIMEZONE is a time zone’s name, like Europe/London.',
        'PORT is a number from 0 to 65535.',
        'LOG_LEVEL is one of debug, info, warn, error, silent.',
        'SLACK_BOT_TOKEN is missing: copy the Bot User OAuth Token of the app’s OAuth page.',
      ],
    },
  )
})

test('an offset is no time zone: it knows no summer time', () => {
  assert.deepEqual(readSettings({ HANSA_TIMEZONE: '+01:00' }), {
    missing: ['HANSA_TIMEZONE is a time zone’s name, like Europe/London.'],
  })
})

test('a bot token alone does not reach Slack: one of Socket Mode and HTTP is needed', () => {
  assert.deepEqual(readSettings({ SLACK_BOT_TOKEN: 'xoxb-1' }), {
    missing: [
      'SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing: one of the two is needed.',
    ],
  })
})

test('a blank variable counts as not set', () => {
  const settings = readSettings({ PORT: ' ', SLACK_BOT_TOKEN: '' })
  assert.ok(!('missing' in settings))
  assert.equal(settings.port, 3000)
})
