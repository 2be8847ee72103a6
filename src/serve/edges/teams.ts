import { sealingWith } from '../../chat/core/installations.ts'
import { ownAddresses } from '../../chat/core/own-addresses.ts'
import { TEAMS_PACKAGE } from '../../chat/teams/transport/settings.ts'
import { Refusal } from '../arguments.ts'
import { isInstalled } from './playground.ts'
import { seenIn } from './slack.ts'
import type { EdgeOfSettings } from './wired.ts'

/** Teams shows pictures of so many pixels a side at most. */
const SIDE = 1024

export const teams: EdgeOfSettings = {
  name: 'teams',
  isOn: (settings) => settings.teams !== undefined,
  async load({ settings, desk, log, maps, takeAlong, startDigest, proposals, store, record }) {
    const { teams, databaseUrl, url, secret, secretBefore } = settings
    if (!teams) throw new Error('Teams is not in the settings')
    needTeamsPackage()
    const { teamsEdge } = await import('../../chat/teams/transport/serve-teams.ts')
    const own =
      url && secret
        ? ownAddresses({
            url,
            sealing: sealingWith(secret, secretBefore),
            desk,
            pictureOf: (answer) => maps.forChat(answer, SIDE),
            takeAlong,
            log,
          })
        : undefined
    return teamsEdge({
      settings: teams,
      desk,
      startDigest,
      record,
      addresses: {
        note: store.noteAddress,
        of: store.addressOf,
        forget: store.forgetAddress,
      },
      takeAlong,
      proposals,
      ...(own && { own }),
      ...(databaseUrl && { seen: seenIn(store) }),
    })
  },
}

/** Throws a Refusal that says how to add what Teams needs and Hansa is installed without. */
export function needTeamsPackage(isThere: (name: string) => boolean = isInstalled): void {
  if (isThere(TEAMS_PACKAGE)) return
  throw new Refusal(
    `A TEAMS_ setting is there, and the package that speaks with Teams is not installed: run "npm install ${TEAMS_PACKAGE}", or leave those settings out.`,
  )
}
