import type { SlackSettings } from '../chat/slack/transport/settings.ts'
import type { TeamsSettings } from '../chat/teams/transport/settings.ts'
import { type Environment, type LOG_LEVELS, readEnvironment, wordsIn } from './environment.ts'

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
  /** Names by which the playground may be asked for, beside this machine's own and `host`. */
  hosts: readonly string[]
  /** Whether the playground is served though others can reach `host`. */
  playgroundOpen: boolean
  /** Whether it is served beside Slack. */
  playgroundBeside: boolean
  logLevel: (typeof LOG_LEVELS)[number]
  /** Absent without any `SLACK_…` setting: then the playground is served. */
  slack?: SlackSettings
  /** Whether assistants are answered over HTTP, and what they must show. */
  mcp?: { token: string }
  /** Days for which is kept who changed what. */
  keepChanges: number
  /** Where figures are told to whoever collects them; absent: nowhere. */
  metricsPort?: number
  /** Absent without any `TEAMS_…` setting. */
  teams?: TeamsSettings
  /** Where others reach this machine: https, without a path. */
  url?: string
  /** Seals the tokens of workspaces, and addresses under `url`; the one before still opens what it sealed. */
  secret?: string
  secretBefore?: string
  /** Days for which what people asked, thought of answers and reported is kept. */
  keepQuestions: number
  /** Whether questions nobody could answer are kept in words, for the terminal; never those of direct messages. */
  keepWords: boolean
  /** Where people can propose new knowledge: the address of a new issue. */
  contributeUrl?: string
  /** Who is told of errors people report, and decides on proposals: ids of channels and people, `T…/C…` with several workspaces. */
  curators?: string
  /** Ids of the people who may change every channel’s digest, besides who set it. */
  digestEditors: readonly string[]
}

/** The settings, or every reason why there are none: a sentence each. Blank variables count as not set. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
): Settings | { missing: readonly string[] } {
  const given = givenIn(env)
  const { set, wrong } = readEnvironment(given)
  const missing = [
    ...wrong.values(),
    ...missingForSlack(given),
    ...missingForMcp(given),
    ...missingForTeams(given),
  ]
  if (missing.length > 0) return { missing }
  return {
    knowledge: set.HANSA_KNOWLEDGE,
    data: set.HANSA_DATA,
    databaseUrl: set.DATABASE_URL,
    timezone: set.HANSA_TIMEZONE,
    host: set.HOST,
    port: Number(set.PORT),
    hosts: wordsIn(set.HANSA_HOSTS),
    ...playgroundIn(set),
    logLevel: set.LOG_LEVEL as Settings['logLevel'],
    keepQuestions: Number(set.HANSA_KEEP_QUESTIONS),
    keepChanges: Number(set.HANSA_KEEP_CHANGES),
    keepWords: set.HANSA_KEEP_WORDS === '1',
    contributeUrl: set.HANSA_CONTRIBUTE_URL,
    curators: set.HANSA_CURATORS,
    digestEditors: set.HANSA_DIGEST_EDITORS?.split(',').map((id) => id.trim()) ?? [],
    ...(set.HANSA_METRICS_PORT !== undefined && { metricsPort: Number(set.HANSA_METRICS_PORT) }),
    mcp: set.HANSA_MCP === '1' && set.HANSA_MCP_TOKEN ? { token: set.HANSA_MCP_TOKEN } : undefined,
    slack: set.SLACK_BOT_TOKEN || set.SLACK_CLIENT_ID ? slackIn(set) : undefined,
    teams: teamsIn(set),
    url: originOf(set),
    secret: set.HANSA_SECRET,
    secretBefore: set.HANSA_SECRET_BEFORE,
  }
}

/** What can be tried out, one by one, though other settings are wrong or missing. */
export type Sound = Pick<Settings, 'knowledge' | 'host' | 'playgroundOpen' | 'playgroundBeside'> & {
  port?: number
  slack: SlackSettings
  teams?: TeamsSettings
  /** Whether Hansa has an address of its own, and a secret to seal what it gives out under it. */
  own: boolean
  /** Whether any setting of Teams is there, right or wrong. */
  teamsWanted: boolean
  /** Whether any setting of Slack is there, right or wrong. */
  slackWanted: boolean
}

export function soundSettings(env: Readonly<Record<string, string | undefined>>): Sound {
  const given = givenIn(env)
  const { set, wrong } = readEnvironment(given)
  const port = wrong.has('PORT') ? undefined : Number(set.PORT)
  const { HANSA_KNOWLEDGE: knowledge, HOST: host } = set
  const slack = { slack: slackIn(set), slackWanted: wants(given, 'SLACK_') }
  const teams = { teams: teamsIn(set), teamsWanted: wants(given, 'TEAMS_') }
  const own = Boolean(set.HANSA_URL && set.HANSA_SECRET)
  return { knowledge, host, port, own, ...playgroundIn(set), ...slack, ...teams }
}

function givenIn(env: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
}

function playgroundIn({ HANSA_PLAYGROUND = '' }: Environment) {
  const words = wordsIn(HANSA_PLAYGROUND)
  return { playgroundOpen: words.includes('open'), playgroundBeside: words.includes('beside') }
}

function slackIn(set: Environment): SlackSettings {
  return {
    install: installIn(set),
    botToken: set.SLACK_BOT_TOKEN,
    appToken: set.SLACK_APP_TOKEN,
    signingSecret: set.SLACK_SIGNING_SECRET,
    apiUrl: set.SLACK_API_URL,
  }
}

function installIn(set: Environment): SlackSettings['install'] {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = set
  const { HANSA_SECRET: secret, HANSA_SECRET_BEFORE: secretBefore } = set
  const url = originOf(set)
  if (!clientId || !clientSecret || !url || !secret) return undefined
  const also: { maps?: true; managers?: true } = Object.fromEntries(
    wordsIn(set.SLACK_ALSO).map((word) => [word, true]),
  )
  return { clientId, clientSecret, url, secret, ...(secretBefore && { secretBefore }), ...also }
}

function originOf({ HANSA_URL: url }: Environment): string | undefined {
  return url && new URL(url).origin
}

function wants(given: object, platform: 'SLACK_' | 'TEAMS_'): boolean {
  return Object.keys(given).some((name) => name.startsWith(platform))
}

function teamsIn(set: Environment): TeamsSettings | undefined {
  const { TEAMS_CLIENT_ID: clientId, TEAMS_TENANT_ID: tenantId } = set
  if (!clientId || !tenantId) return undefined
  return {
    clientId,
    tenantId,
    clientSecret: set.TEAMS_CLIENT_SECRET,
    managedIdentity: set.TEAMS_MANAGED_IDENTITY,
    curators: set.TEAMS_CURATORS,
    ...(set.TEAMS_OTHER_TENANTS && { otherTenants: wordsIn(set.TEAMS_OTHER_TENANTS) }),
    ...(set.TEAMS_SECRET_EXPIRES && { secretExpires: set.TEAMS_SECRET_EXPIRES }),
  }
}

function missingForTeams(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  if (!wants(given, 'TEAMS_')) return []
  const { TEAMS_CLIENT_ID, TEAMS_TENANT_ID, TEAMS_CLIENT_SECRET, TEAMS_MANAGED_IDENTITY } = given
  const where = 'of the app’s registration in Entra'
  return [
    ...(TEAMS_CLIENT_ID ? [] : [`TEAMS_CLIENT_ID is missing: copy the Application (client) ID ${where}.`]),
    ...(TEAMS_TENANT_ID ? [] : [`TEAMS_TENANT_ID is missing: copy the Directory (tenant) ID ${where}.`]),
    ...(TEAMS_CLIENT_SECRET || TEAMS_MANAGED_IDENTITY
      ? []
      : ['TEAMS_CLIENT_SECRET or TEAMS_MANAGED_IDENTITY is missing: one of the two is needed.']),
  ]
}

function missingForSlack(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  if (!wants(given, 'SLACK_')) return []
  if (given.SLACK_CLIENT_ID || given.SLACK_CLIENT_SECRET) return missingForSeveral(given)
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

function missingForMcp({
  HANSA_MCP,
  HANSA_MCP_TOKEN,
}: Readonly<Record<string, string | undefined>>): readonly string[] {
  if (HANSA_MCP !== '1' || HANSA_MCP_TOKEN) return []
  return ['HANSA_MCP_TOKEN is missing: assistants must show it; “openssl rand -hex 24” makes one.']
}

/** What several workspaces take, and what does not go with them. */
const FOR_SEVERAL: Readonly<Record<string, string>> = {
  SLACK_CLIENT_ID: 'copy the Client ID of the app’s Basic Information page.',
  SLACK_CLIENT_SECRET: 'copy the Client Secret of the app’s Basic Information page.',
  SLACK_SIGNING_SECRET:
    'several workspaces need HTTP: copy the Signing Secret of the app’s Basic Information page.',
  HANSA_URL: 'set the https address at which browsers reach Hansa, like https://hansa.example.org.',
  HANSA_SECRET:
    'it seals the tokens of workspaces. Make one with “openssl rand -base64 32”, and keep it as you keep a password.',
}

function missingForSeveral(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const missing = Object.entries(FOR_SEVERAL).filter(([name]) => !given[name])
  const odd = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'].filter((name) => given[name])
  // Ids of Teams, where it is served beside, have no workspace.
  const bare = ['HANSA_CURATORS', 'HANSA_DIGEST_EDITORS'].filter((name) =>
    /(^|,)\s*[CGDUW]\w*\s*(,|$)/.test(given[name] ?? ''),
  )
  return [
    ...missing.map(([name, what]) => `${name} is missing: ${what}`),
    ...odd.map(
      (name) =>
        `${name} is of one workspace: leave it out, or leave out SLACK_CLIENT_ID and SLACK_CLIENT_SECRET, with which each workspace installs Hansa.`,
    ),
    ...bare.map((name) => `${name} must name the workspace of each, like T0123456789/U0123456789.`),
  ]
}
