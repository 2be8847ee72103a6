import { needPlaygroundPackages } from '../playground-packages.ts'
import type { EdgeOfSettings } from './wired.ts'

/** Alone where no chat is set, or beside one where that is asked for. */
export const playground: EdgeOfSettings = {
  name: 'playground',
  isOn: ({ slack, playgroundBeside }) => !slack || playgroundBeside,
  async load({ settings, desk, maps, startDigest }) {
    const { host, hosts, playgroundOpen: open, slack } = settings
    const beside = slack !== undefined
    needPlaygroundPackages(undefined, { beside })
    const { playgroundEdge } = await import('../../chat/web/serve-playground.ts')
    const door = { host, hosts, open, beside }
    return playgroundEdge({ settings: door, desk, pictureOf: maps.forPage, startDigest })
  },
}
