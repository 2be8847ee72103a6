import { Refusal } from '../arguments.ts'
import { coverageShown } from '../maps/coverage-page.ts'
import type { Settings } from '../settings.ts'
import type { EdgeOfSettings } from './wired.ts'

/** Alone where no chat is set, or beside one where that is asked for. */
export const playground: EdgeOfSettings = {
  name: 'playground',
  isOn: (settings) => !hasOthers(settings) || settings.playgroundBeside,
  async load({ settings, desk, live, maps, takeAlong, startDigest, proposals }) {
    const { host, hosts, playgroundOpen: open } = settings
    const beside = hasOthers(settings)
    needPlaygroundPackages(undefined, { beside })
    const { playgroundEdge } = await import('../../chat/web/serve-playground.ts')
    const door = { host, hosts, open, beside }
    return playgroundEdge({
      settings: door,
      desk,
      pictureOf: maps.forPage,
      mapFile: (answer) => maps.forChat(answer),
      coverage: coverageShown(live, maps),
      takeAlong,
      startDigest,
      proposals,
    })
  },
}

function hasOthers({ slack, teams, mcp }: Settings): boolean {
  return slack !== undefined || teams !== undefined || mcp !== undefined
}

/** They draw the playground and nothing else, so Hansa is installed without them: optional peers in package.json. */
export const PLAYGROUND_PACKAGES = ['react', 'react-dom', 'slack-blocks-to-jsx']

/** Throws a Refusal that says which packages the playground lacks, and how to add them. */
export function needPlaygroundPackages(
  isThere: (name: string) => boolean = isInstalled,
  { beside = false } = {},
): void {
  const missing = PLAYGROUND_PACKAGES.filter((name) => !isThere(name))
  if (missing.length === 0) return
  if (beside)
    throw new Refusal(
      `HANSA_PLAYGROUND is beside, and packages that draw the playground are not installed (${missing.join(', ')}): run ` +
        `"npm install ${missing.join(' ')}", or leave that setting out.`,
    )
  throw new Refusal(
    'Without Slack settings Hansa opens its playground, and packages that draw it are not installed ' +
      `(${missing.join(', ')}). To connect Slack, set SLACK_BOT_TOKEN and what "npx hansa doctor" names; ` +
      `for the playground, run "npm install ${missing.join(' ')}".`,
  )
}

export function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name)
    return true
  } catch {
    return false
  }
}
