import type { Edge } from '../../chat/core/serve-edges.ts'
import { mcp } from './mcp.ts'
import { playground } from './playground.ts'
import { slack } from './slack.ts'
import { teams } from './teams.ts'
import type { EdgeOfSettings, Wired } from './wired.ts'

/** Every place where people can talk to Hansa. A new one is a file here and its name in this list. */
export const EDGES: readonly EdgeOfSettings[] = [slack, teams, mcp, playground]

/** The edges that the settings turn on, one at least. */
export async function edgesOf(wired: Wired): Promise<readonly Edge[]> {
  return Promise.all(EDGES.filter(({ isOn }) => isOn(wired.settings)).map(({ load }) => load(wired)))
}
