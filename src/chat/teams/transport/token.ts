import type { Log } from '../../../answer/log.ts'
import { isOfToken } from './connector.ts'

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
export function watchToken(get: () => Promise<unknown>, log: Pick<Log, 'warn'>, every = EVERY): TokenWatch {
  let trouble: string | undefined
  let timer: NodeJS.Timeout | undefined

  async function ask(): Promise<void> {
    const found = await tokenTrouble(get)
    trouble = found
    if (trouble) log.warn({}, trouble)
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

/** Why no token is given, in a sentence; undefined where one is. */
export async function tokenTrouble(get: () => Promise<unknown>): Promise<string | undefined> {
  try {
    const token = await get()
    return token ? undefined : 'Entra gave no token for TEAMS_CLIENT_ID: check the three TEAMS_ settings.'
  } catch (error) {
    return inWords(error)
  }
}

/** Entra's own codes: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
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
    : 'Entra could not be asked for a token: check that this machine reaches https://login.microsoftonline.com.'
}
