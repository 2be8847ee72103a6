import { libraryLog } from '../transport/connector.ts'
import type { TeamsSettings } from '../transport/settings.ts'
import { expiry, tokenFromEntra, tokenTrouble } from '../transport/token.ts'

type Found = { ok: boolean; says: string; tip?: string }

/**
 * Asks Entra for a token as `npm start` does, and changes nothing. Gives a sentence each, and whether it is well. `own`: whether
 * Hansa has an address of its own; `today`: a day; `login`: Entra's address.
 */
export async function teamsDoctor(
  settings: TeamsSettings,
  { own, today, login }: { own: boolean; today: string; login?: string },
): Promise<readonly Found[]> {
  const { clientSecret, secretExpires, otherTenants = [] } = settings
  const trouble = await tokenTrouble(() =>
    clientSecret ? tokenFromEntra(settings, login) : tokenOfIdentity(settings),
  )
  const token = trouble
    ? { ok: false, says: trouble }
    : { ok: true, says: 'Entra gives a token for TEAMS_CLIENT_ID: Hansa can write in Teams.' }
  return [
    token,
    ...(clientSecret ? [secretExpires ? expiry(secretExpires, today) : UNKNOWN] : []),
    ...(otherTenants.length > 0 ? [SEVERAL] : []),
    own
      ? { ok: true, says: 'Maps and files are fetched from HANSA_URL.' }
      : { ok: true, says: 'Maps and files are left out in Teams: they take HANSA_URL and HANSA_SECRET.' },
    { ok: true, says: 'Teams must reach this machine at https://…/api/messages.' },
  ]
}

const UNKNOWN: Found = {
  ok: true,
  says: 'When the secret expires Entra tells no app: set TEAMS_SECRET_EXPIRES to the day that Certificates & secrets shows, and it is said here, and in the log from 30 days before.',
}

const SEVERAL: Found = {
  ok: true,
  says: 'Several tenants are served, each a workspace of its own: the app must be registered for accounts in any organisation, which Microsoft lets nobody do anew.',
}

async function tokenOfIdentity({ clientId, tenantId, managedIdentity }: TeamsSettings): Promise<unknown> {
  const { App } = await import('@microsoft/teams.apps')
  const app = new App({
    clientId,
    tenantId,
    ...(managedIdentity && { managedIdentityClientId: managedIdentity }),
    logger: libraryLog({ warn: () => undefined }),
    httpServerAdapter: { registerRoute: () => undefined },
  })
  return app.tokenProvider.getAppToken()
}
