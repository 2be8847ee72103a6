import { z } from 'zod'

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

/** What each variable must be; the sentences follow its name. */
export const ENVIRONMENT = z.object({
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
  HANSA_KEEP_CHANGES: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'must be a number of days, from 1 to 9999')
    .default('365'),
  HANSA_SECRET: secret(),
  HANSA_SECRET_BEFORE: secret(),
  HANSA_URL: z
    .string()
    .refine(
      isOwnAddress,
      'must be the https address at which browsers reach Hansa, without a path, like https://hansa.example.org',
    )
    .transform((url) => new URL(url).origin)
    .optional(),
  HANSA_KEEP_WORDS: z.enum(['0', '1'], 'must be 1 or 0').default('0'),
  HANSA_CONTRIBUTE_URL: z
    .string()
    .refine(
      isWebAddress,
      'must be an http or https address, like https://github.com/you/knowledge/issues/new',
    )
    .optional(),
  HANSA_CURATORS: z
    .string()
    .regex(
      /^\s*(T[A-Z0-9]+\/)?[CGDUW][A-Z0-9]+(\s*,\s*(T[A-Z0-9]+\/)?[CGDUW][A-Z0-9]+)*\s*$/,
      'must be the id of a channel or of people, like C0123456789 or U0123456789, U9876543210; with several workspaces T0123456789/C0123456789 for each, with commas between them',
    )
    .optional(),
  HANSA_DIGEST_EDITORS: z
    .string()
    .regex(
      /^\s*(?:(?:T[A-Z0-9]+\/)?[UW][A-Z0-9]+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(\s*,\s*(?:(?:T[A-Z0-9]+\/)?[UW][A-Z0-9]+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}))*\s*$/,
      'must be the ids of people, with commas between them, like U0123456789, U9876543210; with several workspaces T0123456789/U0123456789 for each',
    )
    .optional(),
  HANSA_HOSTS: z
    .string()
    .refine(
      (names) => wordsIn(names).every(isHostName),
      'must be names without http:// and port, separated by commas, like hansa.example.org, 192.0.2.7',
    )
    .default(''),
  HANSA_MCP: z.enum(['0', '1'], 'must be 1 or 0').default('0'),
  HANSA_MCP_TOKEN: z
    .string()
    .regex(
      /^[\w.~+/=-]{24,500}$/,
      'must have 24 characters or more, letters and digits: “openssl rand -hex 24” makes one',
    )
    .optional(),
  HANSA_METRICS_PORT: z
    .string()
    .refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65535, 'must be a number from 0 to 65535')
    .optional(),
  HANSA_PLAYGROUND: z
    .string()
    .refine(
      (words) => wordsIn(words).every((word) => word === 'open' || word === 'beside'),
      'must be open, beside, or both with a comma between them, or not be set',
    )
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65535, 'must be a number from 0 to 65535')
    .default('3000'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must begin with xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'must begin with xapp-').optional(),
  SLACK_CLIENT_ID: z.string().regex(/^\S+$/, 'must have no spaces').optional(),
  SLACK_CLIENT_SECRET: z.string().regex(/^\S+$/, 'must have no spaces').optional(),
  SLACK_ALSO: z
    .string()
    .refine(
      (words) => wordsIn(words).every((word) => word === 'maps' || word === 'managers'),
      'must be maps, managers, or both with a comma between them',
    )
    .default('')
    .transform((words): { maps?: true; managers?: true } =>
      Object.fromEntries(wordsIn(words).map((word) => [word, true])),
    ),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(
      /^\S{8,}$/,
      'must have 8 characters or more and no spaces: copy the Signing Secret of the app’s Basic Information page',
    )
    .optional(),
  TEAMS_CLIENT_ID: z.guid('must be the Application (client) ID of the app’s registration').optional(),
  TEAMS_TENANT_ID: z.guid('must be the Directory (tenant) ID of the app’s registration').optional(),
  TEAMS_CLIENT_SECRET: z
    .string()
    .regex(/^\S{8,}$/, 'must be the Value of a client secret')
    .optional(),
  TEAMS_OTHER_TENANTS: z
    .string()
    .refine(
      (ids) => wordsIn(ids).length > 0 && wordsIn(ids).every((id) => z.guid().safeParse(id).success),
      'must be Directory (tenant) IDs with commas between them',
    )
    .optional(),
  TEAMS_SECRET_EXPIRES: z.iso.date('must be a day, like 2027-05-30').optional(),
  TEAMS_MANAGED_IDENTITY: z
    .string()
    .regex(/^(system|[\da-f-]{36})$/i, 'must be system, or the client id of a managed identity')
    .optional(),
  TEAMS_CURATORS: z
    .string()
    .regex(/^\d+:\S+@\S+$/, 'must be the id of a conversation, like 19:abc@thread.tacv2')
    .optional(),
  SLACK_API_URL: z
    .string()
    .regex(/^https?:\/\/\S+\/$/, 'must be an http or https address that ends in a slash')
    .optional(),
})

/** What stands between commas, in small letters. */
export function wordsIn(list: string): readonly string[] {
  return list
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)
}

/** A name of the domain name system, or an address. */
function isHostName(name: string): boolean {
  return /^[a-z\d_]([a-z\d_.-]*[a-z\d_])?$/.test(name) || /^\[?[\da-f:.]*:[\da-f:.]*\]?$/.test(name)
}

/** As long as a key: what is shorter can be guessed. */
function secret() {
  return z
    .string()
    .min(32, 'must have 32 characters or more: make it with “openssl rand -base64 32”, and keep it')
    .optional()
}

/** A browser gives the cookie of an installation back over https alone, or on this machine. */
function isOwnAddress(text: string): boolean {
  if (!isWebAddress(text)) return false
  const { protocol, hostname, pathname } = new URL(text)
  return pathname === '/' && (protocol === 'https:' || ['localhost', '127.0.0.1'].includes(hostname))
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
