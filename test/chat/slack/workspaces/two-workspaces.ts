import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import { gapsIn } from '../../../../src/cli/gaps.ts'
import { changesIn } from '../../../../src/cli/kept/audit.ts'
import { mistakesIn } from '../../../../src/cli/mistakes.ts'
import { vocabularyOf } from '../../../../src/library/subjects.ts'
import type { Store } from '../../../../src/store/store.ts'
import { LIBRARY, type SharedHansa, type Side, sharedHansa } from '../pretend/shared-hansa.ts'
import { VERBS } from './every-verb.ts'
import { BECOMES, type Step, TEAMS, WORDS } from './two-histories.ts'

/** What people of each workspace saw by the end, and all that the store holds of it. */
export type Lived = { seen: ReadonlyMap<string, string>; refused: readonly string[] }

export async function lived(
  steps: readonly Step[],
  stores: readonly Store[],
  who: readonly string[] = TEAMS,
): Promise<Lived> {
  const hansa = await sharedHansa(TEAMS, stores)
  const refused: string[] = []
  for (const [at, one] of steps.entries()) {
    if ('days' in one) await pass(one.days, hansa)
    else if (who.includes(one.in)) {
      hansa.through(one.instance)
      const side = sideOf(one.in, hansa)
      const word = WORDS[(at % 100) + (one.in === 'T0OURS' ? 0 : 100)] ?? ''
      // What is not there cannot be pressed: in random histories much is not.
      await does(one, side, word, stores[0] as Store).catch((error: Error) =>
        refused.push(`${one.does}: ${error.message}`),
      )
      side.refuse.clear()
      await hansa.flushed()
    }
  }
  // Who did nothing of it looks everywhere; then a week goes by, with its digest.
  for (const side of hansa.sides) await look(side)
  await pass(7, hansa)
  assert.doesNotMatch(inspect(hansa.lines, ALL_OF_IT), /xu[a-z]+ndorf[a-z]qz|U[12]\b/)
  const seen = await Promise.all(
    hansa.sides.map(async (side) => [side.team, await seenIn(side, stores.at(-1) as Store)] as const),
  )
  return { seen: new Map(seen), refused }
}

async function does(
  { does, person }: { does: string; person: string },
  side: Side,
  word: string,
  store: Store,
): Promise<void> {
  await (VERBS[does]?.(side, person, word) ?? BECOMES[does]?.(side, store))
}

const ALL_OF_IT = { depth: null, maxStringLength: null, maxArrayLength: null }

async function pass(days: number, { clock, tick }: SharedHansa): Promise<void> {
  clock.set(
    clock
      .now()
      .add({ hours: 24 * days })
      .toString(),
  )
  await tick()
}

async function look({ workspace, policy }: Side): Promise<void> {
  for (const line of ['/ask gaps', '/digest', '/digest on', '/digest now', '/hansa settings', '/help'])
    await workspace.command('U3', policy, line)
  await workspace.say('U3', workspace.directMessage('U3').id, 'gaps')
  await workspace.openHome('U3')
  await workspace.openHome('U1')
}

/** Ids drawn by lot are left out, and numbers of the one queue of proposals. */
async function seenIn({ workspace: { state }, team }: Side, store: Store): Promise<string> {
  const rows = (await store.export()).flatMap(({ table, row }) =>
    row.workspace === team
      ? [{ table, ...row, id: table === 'gaps' ? row.id : '', number: 0, sealed: '' }]
      : [],
  )
  const files = [...state.files.values()].map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])
  const found = [
    ...[state.posts, [...state.views.values()], state.scheduled, files],
    ...[rows, await store.gaps(team, ''), await store.keptWords(team), await store.judgements(team)].map(
      sorted,
    ),
    sorted((await store.reports(team)).map((report) => ({ ...report, id: '' }))),
    ...[await store.changes(team), await store.shares(team)].map(sorted),
    ...(await inTerminal(team, store)).map((lines) => lines.toSorted()),
  ]
  return found
    .map((one) => JSON.stringify(one, null, 1))
    .join('\n')
    .replace(/(proposals? )\d+/gi, '$1N')
    .replace(/"(value|metadata)": "\d+"/g, '"$1": "N"')
}

const NAMES = vocabularyOf(LIBRARY)

/** What the commands of the terminal print of a workspace. */
async function inTerminal(team: string, store: Store): Promise<readonly (readonly string[])[]> {
  const gaps = await gapsIn(store, team, { library: LIBRARY, keepWords: true })
  return [gaps, await mistakesIn(store, team, NAMES), await changesIn(store, team)]
}

/** What stands in one moment may come in any order. */
function sorted(rows: readonly object[]): readonly object[] {
  return rows.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
}

function sideOf(team: string, { sides }: SharedHansa): Side {
  return sides.find((one) => one.team === team) ?? assert.fail(team)
}
