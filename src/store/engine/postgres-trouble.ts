import type { PoolOptions } from 'pg'
import { StoreTrouble } from '../trouble.ts'

/** SQLSTATE classes and system errors that are the world's, not ours (PostgreSQL manual, appendix A). */
const PASSING = /^(08|53|55P03|57|58|40|XX|25006)/
const SETUP: Readonly<Record<string, string>> = {
  '28P01': 'refuses the password of DATABASE_URL. Correct it.',
  '28000': 'refuses the user of DATABASE_URL. Correct it.',
  '3D000': 'has no database of the name in DATABASE_URL. Create it, or correct the name.',
  // To make them anew would be to take a loss for a beginning.
  '42P01':
    'has lost tables of Hansa. Put back a copy, or start Hansa again to begin anew where there is none of them.',
  '3F000':
    'has lost the schema of Hansa’s tables. Put back a copy, or create it and start Hansa again to begin anew.',
  '42501': 'does not let this user write. Grant it the right to create tables.',
  '53100': 'has a full disk. Free some space; Hansa tries again by itself.',
  '25006': 'only reads at the moment. Hansa tries again by itself.',
}
const ONLY_WRITES = ['53100', '25006', '42501']
const NETWORK = /^(ECONN|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE)/
const BROKEN = /terminat|timeout|connection error|closed|not queryable/i

/** The error as a sentence when it is the world's; unchanged when it is our own. Never holds the password. */
export function postgresTrouble(error: unknown, { host, port, connectionString }: PoolOptions): unknown {
  if (error instanceof StoreTrouble || !(error instanceof Error)) return error
  const { code = '' } = error as { code?: string }
  const server = `PostgreSQL at ${where(host, port, connectionString)}`
  const says =
    SETUP[code] ?? (isGone(error, code) ? 'does not answer. Hansa tries again by itself.' : undefined)
  const onlyWrites = ONLY_WRITES.includes(code)
  return says ? new StoreTrouble(`${server} ${says}`, { lost: false, onlyWrites, cause: error }) : error
}

function isGone(error: Error, code: string): boolean {
  return PASSING.test(code) || NETWORK.test(code) || (code === '' && BROKEN.test(error.message))
}

function where(host: string | undefined, port: number | undefined, url: string | undefined): string {
  if (!url || !URL.canParse(url)) return `${host ?? 'localhost'}:${port ?? 5432}`
  const { hostname, port: written } = new URL(url)
  return `${hostname || 'localhost'}:${written || 5432}`
}
