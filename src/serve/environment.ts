/** What a variable must be, with what follows its name where it is something else; and what it counts as where it is not set. */
type Variable = { is?: (text: string) => boolean; must?: string; otherwise?: string }

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

const DAYS = { is: isLike(/^[1-9]\d{0,3}$/), must: 'must be a number of days, from 1 to 9999' }
const PORT = {
  is: (port: string) => /^\d{1,5}$/.test(port) && Number(port) <= 65535,
  must: 'must be a number from 0 to 65535',
}
const YES_OR_NO = { is: isOneOf(['0', '1']), must: 'must be 1 or 0', otherwise: '0' }
/** As long as a key: what is shorter can be guessed. */
const SECRET = {
  is: (text: string) => text.length >= 32,
  must: 'must have 32 characters or more: make it with “openssl rand -base64 32”, and keep it',
}

/** Every variable that means something. */
export const ENVIRONMENT = {
  HANSA_KNOWLEDGE: {},
  HANSA_DATA: { otherwise: './data' },
  DATABASE_URL: { is: isLike(/^postgres(ql)?:\/\//), must: 'must begin with postgresql://' },
  HANSA_TIMEZONE: {
    is: isTimeZone,
    must: 'must be a time zone’s name, like Europe/London',
    otherwise: 'Europe/London',
  },
  HANSA_KEEP_QUESTIONS: { ...DAYS, otherwise: '90' },
  HANSA_KEEP_CHANGES: { ...DAYS, otherwise: '365' },
  HANSA_SECRET: SECRET,
  HANSA_SECRET_BEFORE: SECRET,
  HANSA_URL: {
    is: isOwnAddress,
    must: 'must be the https address at which browsers reach Hansa, without a path, like https://hansa.example.org',
  },
  HANSA_KEEP_WORDS: YES_OR_NO,
  HANSA_CONTRIBUTE_URL: {
    is: isWebAddress,
    must: 'must be an http or https address, like https://github.com/you/knowledge/issues/new',
  },
  HANSA_CURATORS: {
    is: isLike(/^\s*(T[A-Z0-9]+\/)?[CGDUW][A-Z0-9]+(\s*,\s*(T[A-Z0-9]+\/)?[CGDUW][A-Z0-9]+)*\s*$/),
    must: 'must be the id of a channel or of people, like C0123456789 or U0123456789, U9876543210; with several workspaces T0123456789/C0123456789 for each, with commas between them',
  },
  HANSA_DIGEST_EDITORS: {
    is: isLike(
      /^\s*(?:(?:T[A-Z0-9]+\/)?[UW][A-Z0-9]+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(\s*,\s*(?:(?:T[A-Z0-9]+\/)?[UW][A-Z0-9]+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}))*\s*$/,
    ),
    must: 'must be the ids of people, with commas between them, like U0123456789, U9876543210; with several workspaces T0123456789/U0123456789 for each',
  },
  HANSA_HOSTS: {
    is: (names) => wordsIn(names).every(isHostName),
    must: 'must be names without http:// and port, separated by commas, like hansa.example.org, 192.0.2.7',
    otherwise: '',
  },
  HANSA_MCP: YES_OR_NO,
  HANSA_MCP_TOKEN: {
    is: isLike(/^[\w.~+/=-]{24,500}$/),
    must: 'must have 24 characters or more, letters and digits: “openssl rand -hex 24” makes one',
  },
  HANSA_METRICS_PORT: PORT,
  HANSA_PLAYGROUND: {
    is: (words) => wordsIn(words).every(isOneOf(['open', 'beside'])),
    must: 'must be open, beside, or both with a comma between them, or not be set',
  },
  HOST: { otherwise: '127.0.0.1' },
  PORT: { ...PORT, otherwise: '3000' },
  LOG_LEVEL: {
    is: isOneOf(LOG_LEVELS),
    must: `must be one of ${LOG_LEVELS.join(', ')}`,
    otherwise: 'info',
  },
  SLACK_BOT_TOKEN: { is: isLike(/^xoxb-/), must: 'must begin with xoxb-' },
  SLACK_APP_TOKEN: { is: isLike(/^xapp-/), must: 'must begin with xapp-' },
  SLACK_CLIENT_ID: { is: isLike(/^\S+$/), must: 'must have no spaces' },
  SLACK_CLIENT_SECRET: { is: isLike(/^\S+$/), must: 'must have no spaces' },
  SLACK_ALSO: {
    is: (words) => wordsIn(words).every(isOneOf(['maps', 'managers'])),
    must: 'must be maps, managers, or both with a comma between them',
    otherwise: '',
  },
  SLACK_SIGNING_SECRET: {
    is: isLike(/^\S{8,}$/),
    must: 'must have 8 characters or more and no spaces: copy the Signing Secret of the app’s Basic Information page',
  },
  TEAMS_CLIENT_ID: { is: isGuid, must: 'must be the Application (client) ID of the app’s registration' },
  TEAMS_TENANT_ID: { is: isGuid, must: 'must be the Directory (tenant) ID of the app’s registration' },
  TEAMS_CLIENT_SECRET: { is: isLike(/^\S{8,}$/), must: 'must be the Value of a client secret' },
  TEAMS_OTHER_TENANTS: {
    is: (ids) => wordsIn(ids).length > 0 && wordsIn(ids).every(isGuid),
    must: 'must be Directory (tenant) IDs with commas between them',
  },
  TEAMS_SECRET_EXPIRES: { is: isDay, must: 'must be a day, like 2027-05-30' },
  TEAMS_MANAGED_IDENTITY: {
    is: isLike(/^(system|[\da-f-]{36})$/i),
    must: 'must be system, or the client id of a managed identity',
  },
  TEAMS_CURATORS: {
    is: isLike(/^\d+:\S+@\S+$/),
    must: 'must be the id of a conversation, like 19:abc@thread.tacv2',
  },
  SLACK_API_URL: {
    is: isLike(/^https?:\/\/\S+\/$/),
    must: 'must be an http or https address that ends in a slash',
  },
} as const satisfies Readonly<Record<string, Variable>>

/** Those that a message may show. The others are secrets, or addresses that can hold one. */
const SHOWN = new Set([
  'HANSA_TIMEZONE',
  'HANSA_KEEP_QUESTIONS',
  'HANSA_KEEP_WORDS',
  'HANSA_KEEP_CHANGES',
  'HANSA_URL',
  'HANSA_CURATORS',
  'HANSA_DIGEST_EDITORS',
  'HANSA_HOSTS',
  'HANSA_MCP',
  'HANSA_METRICS_PORT',
  'TEAMS_CLIENT_ID',
  'TEAMS_TENANT_ID',
  'TEAMS_OTHER_TENANTS',
  'TEAMS_SECRET_EXPIRES',
  'TEAMS_MANAGED_IDENTITY',
  'TEAMS_CURATORS',
  'HANSA_PLAYGROUND',
  'PORT',
  'LOG_LEVEL',
])

type Name = keyof typeof ENVIRONMENT

/** What is set, or what it counts as. */
export type Environment = {
  readonly [N in Name]: (typeof ENVIRONMENT)[N] extends { otherwise: string } ? string : string | undefined
}

/** What is given and right, and a sentence for each variable that is wrong. */
export function readEnvironment(given: Readonly<Record<string, string | undefined>>): {
  set: Environment
  wrong: ReadonlyMap<string, string>
} {
  const variables: readonly [string, Variable][] = Object.entries(ENVIRONMENT)
  const wrong = new Map(
    variables.flatMap(([name, { is = () => true, must = '' }]) => {
      const text = given[name]
      if (text === undefined || is(text)) return []
      const found = SHOWN.has(name) ? ` (found ${JSON.stringify(text)})` : ''
      return [[name, `${name} ${must}${found}.`] as const]
    }),
  )
  const set = variables.map(([name, { otherwise }]) => [
    name,
    wrong.has(name) ? otherwise : (given[name] ?? otherwise),
  ])
  return { set: Object.fromEntries(set), wrong }
}

function isLike(expression: RegExp) {
  return (text: string): boolean => expression.test(text)
}

function isOneOf(words: readonly string[]) {
  return (text: string): boolean => words.includes(text)
}

function isGuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
}

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

/** A browser gives the cookie of an installation back over https alone, or on this machine. */
function isOwnAddress(text: string): boolean {
  if (!isWebAddress(text)) return false
  const { protocol, hostname, pathname } = new URL(text)
  return pathname === '/' && (protocol === 'https:' || ['localhost', '127.0.0.1'].includes(hostname))
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text)
}

/** One that there is: no 30 February. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const day = new Date(text)
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text)
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
