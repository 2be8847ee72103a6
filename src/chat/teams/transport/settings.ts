import type { Secret } from '../../../answer/log.ts'

export type TeamsSettings = {
  /** The client id of the app's registration, which is the bot's id as well. */
  clientId: string
  /** The tenant of the app's registration, which is served. */
  tenantId: string
  /** Others that are served, in small letters. */
  otherTenants?: readonly string[]
  /** The day on which the secret expires, as its owner noted it: `2027-05-30`. */
  secretExpires?: string
  clientSecret?: string
  /** `system`, or the client id of a managed identity. */
  managedIdentity?: string
  /** The id of the conversation that is told of errors people report. */
  curators?: string
}

/** Tokens, and client secrets as Entra makes them. */
export const TEAMS_SECRETS: readonly Secret[] = [
  { looks: /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, shown: '[secret]' },
  { looks: /[\w.~-]{3}\dQ~[\w.~-]{20,}/g, shown: '[secret]' },
]

/** What npm adds for Teams: an optional peer in package.json. */
export const TEAMS_PACKAGE = '@microsoft/teams.apps'
