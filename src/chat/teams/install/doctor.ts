import { libraryLog } from '../transport/library-log.ts'
import type { TeamsSettings } from '../transport/settings.ts'
import { tokenTrouble } from '../transport/token.ts'

/** Asks Entra for a token as `npm start` does, and changes nothing. Gives a sentence each, and whether it is well. */
export async function teamsDoctor(
  settings: TeamsSettings,
): Promise<readonly { ok: boolean; says: string; tip?: string }[]> {
  const { App } = await import('@microsoft/teams.apps')
  const { clientId, tenantId, clientSecret, managedIdentity } = settings
  const app = new App({
    clientId,
    tenantId,
    ...(clientSecret && { clientSecret }),
    ...(managedIdentity && { managedIdentityClientId: managedIdentity }),
    logger: libraryLog({ warn: () => undefined }),
    httpServerAdapter: { registerRoute: () => undefined },
  })
  const trouble = await tokenTrouble(() => app.tokenProvider.getAppToken())
  if (trouble) return [{ ok: false, says: trouble }]
  return [
    { ok: true, says: 'Entra gives a token for TEAMS_CLIENT_ID: Hansa can write in Teams.' },
    ...(clientSecret
      ? [
          {
            ok: true,
            says: 'Entra does not tell an app when its secret expires: note the date that Certificates & secrets shows.',
          },
        ]
      : []),
    { ok: true, says: 'Teams must reach this machine at https://…/api/messages.' },
  ]
}
