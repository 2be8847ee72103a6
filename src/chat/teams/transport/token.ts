import { count, dateInWords } from '../../../answer/in-words.ts'
import type { Log } from '../../../answer/log.ts'
import { jsonIn } from '../../core/http-server.ts'
import { isOfToken } from './connector.ts'
import type { TeamsSettings } from './settings.ts'

/** Every so often Entra is asked whether it still gives a token. Milliseconds. */
const EVERY = 3_600_000

export type TokenWatch = {
  /** What is wrong, in a sentence; undefined while a token is given, or nobody knows. */
  trouble(): string | undefined
  /** Asks now, and again each hour. */
  begin(): Promise<void>
  stop(): void
}

/** A secret expires one day, and then Hansa would fall silent: it is said each hour, and in the health. */
export function watchToken(
  get: () => Promise<unknown>,
  log: Pick<Log, 'warn'>,
  { every = EVERY, expires, today = dayNow }: { every?: number; expires?: string; today?: () => string } = {},
): TokenWatch {
  let trouble: string | undefined
  let timer: NodeJS.Timeout | undefined
  let toldOn = ''

  async function ask(): Promise<void> {
    const found = await tokenTrouble(get)
    trouble = found
    if (trouble) log.warn({}, trouble)
    const day = today()
    const soon = expires && expiry(expires, day)
    if (soon && !soon.ok && toldOn !== day) log.warn({}, soon.says)
    toldOn = day
  }

  return {
    trouble: () => trouble,
    async begin() {
      timer = setInterval(() => void ask(), every)
      timer.unref()
      await ask()
    },
    stop: () => clearInterval(timer),
  }
}

/** Days before a secret expires from which it is said once a day. */
const SOON = 30

const dayNow = () => new Date().toISOString().slice(0, 10)

/** When the secret expires, as its owner noted it, and whether that is still far off. */
export function expiry(expires: string, today: string): { ok: boolean; says: string } {
  const days = Math.round((Date.parse(expires) - Date.parse(today)) / 86_400_000)
  const when = `TEAMS_CLIENT_SECRET ${days < 0 ? 'expired' : 'expires'} on ${dateInWords(expires)}`
  if (days > SOON) return { ok: true, says: `${when}, in ${count(days, 'day')}.` }
  const left = days < 0 ? '' : days === 0 ? ', today' : `, in ${count(days, 'day')}`
  return {
    ok: false,
    says: `${when}${left}: make a new one at the app’s registration, Certificates & secrets, and set it and TEAMS_SECRET_EXPIRES.`,
  }
}

type Credentials = Pick<TeamsSettings, 'clientId' | 'tenantId' | 'otherTenants' | 'clientSecret'>

/** Asks Entra's token endpoint once, as the library does for a secret; rejects with what `tokenTrouble` reads. */
export async function tokenFromEntra(
  { clientId, tenantId, otherTenants = [], clientSecret = '' }: Credentials,
  login = 'https://login.microsoftonline.com',
): Promise<unknown> {
  const tenant = otherTenants.length === 0 ? tenantId : 'botframework.com'
  const response = await fetch(`${login}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    signal: AbortSignal.timeout(10_000),
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'https://api.botframework.com/.default',
    }),
  })
  const said = jsonIn(await response.text()) as Readonly<Record<string, unknown>> | undefined
  if (response.ok) return said?.access_token
  const { error = `HTTP ${response.status}`, error_description = '' } = said ?? {}
  throw Object.assign(new Error(String(error_description)), { errorCode: String(error) })
}

/** Why no token is given, in a sentence; undefined where one is. */
export async function tokenTrouble(get: () => Promise<unknown>): Promise<string | undefined> {
  try {
    const token = await get()
    return token ? undefined : 'Entra gave no token for TEAMS_CLIENT_ID: check the three TEAMS_ settings.'
  } catch (error) {
    return inWords(error)
  }
}

const NOT_REACHED =
  'Entra could not be asked for a token: check that this machine reaches https://login.microsoftonline.com.'

/** Entra's own codes: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/network_error|endpoints_resolution_error/, NOT_REACHED],
  [
    /AADSTS7000222/,
    'TEAMS_CLIENT_SECRET has expired: make a new one at the app’s registration, Certificates & secrets, and set it.',
  ],
  [
    /AADSTS7000215/,
    'TEAMS_CLIENT_SECRET is not right: copy the secret’s Value, not its ID, from Certificates & secrets.',
  ],
  [
    /AADSTS700016/,
    'TEAMS_CLIENT_ID names no app of this tenant: copy the Application (client) ID of the app’s registration.',
  ],
  [
    /AADSTS9000[0-9]/,
    'TEAMS_TENANT_ID names no tenant: copy the Directory (tenant) ID of the app’s registration.',
  ],
  [
    /managed_identity/,
    'The managed identity gave no token: check TEAMS_MANAGED_IDENTITY, and that this machine has it.',
  ],
]

function inWords(error: unknown): string {
  const { message, errorCode } = (error ?? {}) as { message?: string; errorCode?: string }
  const said = `${errorCode ?? ''} ${message ?? ''}`
  const known = SENTENCES.find(([looks]) => looks.test(said))
  if (known) return known[1]
  const [code = errorCode ?? 'no reply'] = /AADSTS\d+/.exec(said) ?? []
  return isOfToken(error)
    ? `Entra gave no token (${code}): check TEAMS_CLIENT_ID, TEAMS_TENANT_ID and the secret.`
    : NOT_REACHED
}
