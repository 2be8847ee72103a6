import { z } from 'zod'

/** Everything the environment can set. Paths are as given: relative ones count from the current folder. */
export type Settings = {
  /** The knowledge folder; absent: the one that comes with Hansa. */
  knowledge?: string
  /** Folder of the embedded store. */
  data: string
  databaseUrl?: string
  /** IANA name. */
  timezone: string
  host: string
  port: number
  logLevel: (typeof LOG_LEVELS)[number]
  /** Absent without any `SLACK_…` setting: then the playground is served. */
  slack?: SlackSettings
  /** Days for which questions nobody could answer are kept. */
  keepQuestions: number
  /** Where people can propose new knowledge: the address of a new issue. */
  contributeUrl?: string
  /** The id of the channel that is told of errors people report. */
  curators?: string
}

export type SlackSettings = {
  botToken: string
  /** Socket Mode. */
  appToken?: string
  /** HTTP at `/slack/events`. */
  signingSecret?: string
  /** Any Slack-compatible API; ends in a slash. */
  apiUrl?: string
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

const ENVIRONMENT = z.object({
  HANSA_KNOWLEDGE: z.string().optional(),
  HANSA_DATA: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional(),
  HANSA_TIMEZONE: z
    .string()
    .refine(isTimeZone, 'must be a time zone’s name, like Europe/London')
    .default('Europe/London'),
  HANSA_KEEP_QUESTIONS: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'must be a number of days, from 1 to 9999')
    .default('90'),
  HANSA_CONTRIBUTE_URL: z
    .string()
    .refine(
      isWebAddress,
      'must be an http or https address, like https://github.com/you/knowledge/issues/new',
    )
    .optional(),
  HANSA_CURATORS: z
    .string()
    .regex(/^[CGD][A-Z0-9]+$/, 'must be the id of a channel, like C0123456789')
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65535, 'must be a number from 0 to 65535')
    .default('3000'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must begin with xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'must begin with xapp-').optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^\S{8,}$/, 'must be the Signing Secret of the app’s Basic Information page')
    .optional(),
  SLACK_API_URL: z
    .string()
    .regex(/^https?:\/\/\S+\/$/, 'must be an http or https address that ends in a slash')
    .optional(),
})

/** Those that a message may show. The others are secrets, or addresses that can hold one. */
const SHOWN = new Set(['HANSA_TIMEZONE', 'HANSA_KEEP_QUESTIONS', 'HANSA_CURATORS', 'PORT', 'LOG_LEVEL'])

/** The settings, or every reason why there are none: a sentence each. Blank variables count as not set. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
): Settings | { missing: readonly string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const parsed = ENVIRONMENT.safeParse(given)
  const wrong = parsed.error?.issues.map(({ path, message }) => {
    const name = path.join('.')
    return `${name} ${message}${SHOWN.has(name) ? ` (found ${JSON.stringify(given[name])})` : ''}.`
  })
  const missing = [...(wrong ?? []), ...missingForSlack(given)]
  if (!parsed.success || missing.length > 0) return { missing }
  const set = parsed.data
  return {
    knowledge: set.HANSA_KNOWLEDGE,
    data: set.HANSA_DATA,
    databaseUrl: set.DATABASE_URL,
    timezone: set.HANSA_TIMEZONE,
    host: set.HOST,
    port: Number(set.PORT),
    logLevel: set.LOG_LEVEL,
    keepQuestions: Number(set.HANSA_KEEP_QUESTIONS),
    contributeUrl: set.HANSA_CONTRIBUTE_URL,
    curators: set.HANSA_CURATORS,
    slack: set.SLACK_BOT_TOKEN
      ? {
          botToken: set.SLACK_BOT_TOKEN,
          appToken: set.SLACK_APP_TOKEN,
          signingSecret: set.SLACK_SIGNING_SECRET,
          apiUrl: set.SLACK_API_URL,
        }
      : undefined,
  }
}

function missingForSlack(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const wanted = Object.keys(given).some((name) => name.startsWith('SLACK_'))
  if (!wanted) return []
  return [
    ...(given.SLACK_BOT_TOKEN
      ? []
      : ['SLACK_BOT_TOKEN is missing: copy the Bot User OAuth Token of the app’s OAuth page.']),
    ...(given.SLACK_APP_TOKEN || given.SLACK_SIGNING_SECRET
      ? []
      : [
          'SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing: one of the two is needed.',
        ]),
  ]
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text)
}

/** An offset such as `+01:00` knows no summer time. */
function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
