import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { gapsIn } from '../../../src/cli/gaps.ts'
import { changesIn } from '../../../src/cli/kept/audit.ts'
import { mistakesIn } from '../../../src/cli/mistakes.ts'
import { vocabularyOf } from '../../../src/library/subjects.ts'
import { openStore } from '../../../src/store/open.ts'
import type { Store } from '../../../src/store/store.ts'
import { hansa } from '../../cli/hansa.ts'
import { freshSchema, POSTGRES } from '../../store/engines.ts'
import { VERBS } from './every-verb.ts'
import { LIBRARY, type SharedHansa, type Side, sharedHansa } from './shared-hansa.ts'
import { markers } from './typed-everywhere.ts'

const TEAMS = ['T0OURS', 'T0THEIRS'] as const
const PEOPLE = ['U1', 'U2', 'U9'] as const
/** Half of them for each workspace. */
const WORDS = markers(200)

/** One thing that people of a workspace do through one of two instances, or that becomes of it; or days go by for all. */
type Step =
  | { days: number }
  | { in: (typeof TEAMS)[number]; instance: 0 | 1; person: (typeof PEOPLE)[number]; does: string }

const BECOMES: Readonly<Record<string, (side: Side, store: Store) => Promise<unknown>>> = {
  leave: (side) => side.leave(),
  install: (side) => side.install(),
  forget: ({ team }, store) => store.forget(team),
  // Who proposed hears of it from whichever instance looks next.
  'reject in the terminal': async ({ team }, store) => {
    for (const { workspace, number } of await store.proposals(['waiting']))
      if (workspace === team) await store.decideProposal(number, 'waiting', 'rejected', 'No.')
  },
  // Slack says so once; then it is known, and asked no more.
  'grant no files': async (side) => {
    side.refuse.set('files.getUploadURLExternal', 'missing_scope')
    for (const does of ['save', 'map']) await VERBS[does]?.(side, 'U1', '')
  },
}

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ days: fc.integer({ min: 1, max: 6 }) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      in: fc.constantFrom(...TEAMS),
      instance: fc.constantFrom(0 as const, 1 as const),
      person: fc.constantFrom('U1', 'U1', 'U2', 'U9'),
      does: fc.constantFrom(...Object.keys(VERBS), ...Object.keys(BECOMES)),
    }),
  },
)
const history = fc.oneof(
  { weight: 4, arbitrary: fc.array(step, { minLength: 8, maxLength: 24 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom(...Object.keys(VERBS)), { minLength: 4, maxLength: 12 })
      .map((does) => mirrored(does)),
  },
)

/**
 * One does all that there is to do, the other leaves, comes back and does every second thing: of the rest nobody may hear there.
 * What is asked on two days is named.
 */
const everything: readonly Step[] = [
  { in: 'T0OURS', instance: 0, person: 'U2', does: 'digest on' },
  { in: 'T0THEIRS', instance: 0, person: 'U2', does: 'digest on' },
  { in: 'T0THEIRS', instance: 0, person: 'U2', does: 'leave' },
  { in: 'T0THEIRS', instance: 0, person: 'U2', does: 'install' },
  { in: 'T0OURS', instance: 0, person: 'U2', does: 'digest off' },
  ...Object.keys(VERBS).flatMap((does, at): Step[] => [
    { in: 'T0OURS', instance: 0, person: 'U1', does },
    ...(at % 2 > 0 ? [{ in: 'T0THEIRS', instance: 1, person: 'U1', does } as const] : []),
  ]),
  { days: 1 },
  { in: 'T0OURS', instance: 1, person: 'U2', does: 'twins not held' },
  { in: 'T0OURS', instance: 1, person: 'U2', does: 'twins Ely' },
  { in: 'T0THEIRS', instance: 0, person: 'U2', does: 'twins Ely' },
  { in: 'T0THEIRS', instance: 1, person: 'U1', does: 'forget' },
  { in: 'T0OURS', instance: 1, person: 'U2', does: 'propose' },
  { in: 'T0THEIRS', instance: 1, person: 'U1', does: 'propose' },
  { in: 'T0THEIRS', instance: 0, person: 'U1', does: 'reject in the terminal' },
  { in: 'T0OURS', instance: 0, person: 'U1', does: 'grant no files' },
  { in: 'T0THEIRS', instance: 0, person: 'U1', does: 'save' },
  { in: 'T0THEIRS', instance: 0, person: 'U1', does: 'map' },
]

/** The same in both, step by step: whatever either platform gives an id of, the other has the same. */
const mirrored = (does: readonly string[]): readonly Step[] =>
  does.flatMap((one): Step[] => TEAMS.map((team) => ({ in: team, instance: 0, person: 'U1', does: one })))

/** What people of each workspace saw by the end, and all that the store holds of it. */
type Lived = { seen: ReadonlyMap<string, string>; refused: readonly string[] }

async function lived(
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

/** The same, printed by the command itself: what stands under the heading of each workspace. */
async function printed(command: string, data: string): Promise<ReadonlyMap<string, string>> {
  const { stdout, stderr } = await hansa([command], '', { HANSA_DATA: data, HANSA_KEEP_WORDS: '1' })
  assert.equal(stderr, '')
  const [before, ...parts] = stdout.split(/^Workspace (.*)\n/m)
  assert.equal(before, '')
  return new Map(parts.flatMap((team, at) => (at % 2 === 0 ? [[team, parts[at + 1] ?? '']] : [])))
}

/** What stands in one moment may come in any order. */
function sorted(rows: readonly object[]): readonly object[] {
  return rows.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
}

function sideOf(team: string, { sides }: SharedHansa): Side {
  return sides.find((one) => one.team === team) ?? assert.fail(team)
}

/** From the first line on that is another one: the whole is thousands of lines. */
function differing(one = '', other = ''): readonly [string[], string[]] {
  const [lines, others] = [one.split('\n'), other.split('\n')]
  const at = lines.findIndex((line, at) => line !== others[at])
  return at < 0 ? [[], []] : [lines.slice(at, at + 8), others.slice(at, at + 8)]
}

type Stores = () => Promise<readonly Store[]>

async function isApart(steps: readonly Step[], stores: Stores): Promise<Lived> {
  const together = await inStores(stores, (opened) => lived(steps, opened))
  for (const team of TEAMS) {
    const alone = await inStores(stores, (opened) => lived(steps, opened, [team]))
    assert.deepEqual(...differing(together.seen.get(team), alone.seen.get(team)))
    isOfOne(team, together.seen.get(team) ?? '')
  }
  return together
}

async function inStores<T>(stores: Stores, work: (stores: readonly Store[]) => Promise<T>): Promise<T> {
  const opened = await stores()
  try {
    return await work(opened)
  } finally {
    await Promise.all([...new Set(opened)].map((store) => store.close()))
  }
}

const ALL = process.env.HANSA_EXHAUSTIVE === '1'
/** No word of the other workspace stands there. */
function isOfOne(team: string, text: string): void {
  const other = team === 'T0OURS' ? WORDS.slice(100) : WORDS.slice(0, 100)
  assert.deepEqual(
    other.filter((word) => text.includes(word)),
    [],
  )
}

const WHAT = 'whatever two workspaces do in Slack, each finds just what it would find, were it alone'

test(`in one process: ${WHAT}`, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'hansa-two-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  let count = 0
  const stores: Stores = async () => [openStore({ data: join(folder, String(++count)) })]
  const { refused, seen } = await isApart(everything, stores)
  assert.deepEqual(refused, [])
  // It has eyes.
  const ours = seen.get('T0OURS') ?? ''
  assert.match(ours, /"text": "Weekly digest, /)
  assert.match(ours, /Asked for and not held: Norwich, 5 times; Ely, twice/)
  assert.ok(WORDS.filter((word) => ours.includes(word)).length > 30)
  await isApart(mirrored(Object.keys(VERBS)), stores)
  for (const [command, has] of [
    ['gaps', /^Asked for and not held: Norwich, 5 times\.$/m],
    ['mistakes', / {2}claim-0: xu/],
    ['audit', /U1 set a digest in /],
  ] as const) {
    const sections = await printed(command, join(folder, '1'))
    assert.match(sections.get('T0OURS') ?? '', has)
    for (const [team, text] of sections) isOfOne(team, text)
  }
  await fc.assert(
    fc.asyncProperty(history, async (steps) => void (await isApart(steps, stores))),
    { numRuns: ALL ? 500 : 3, ...(ALL ? {} : { seed: 1 }) },
  )
})

test(`two instances on one PostgreSQL: ${WHAT}`, { skip: POSTGRES.skip }, async (t) => {
  const settings = { data: '', databaseUrl: await freshSchema(t) }
  const stores: Stores = async () => {
    const opened = [openStore(settings), openStore(settings)]
    for (const team of TEAMS) await opened[0]?.deleteWorkspace(team)
    return opened
  }
  if (ALL) await isApart(everything, stores)
  await fc.assert(
    fc.asyncProperty(history, async (steps) => void (await isApart(steps, stores))),
    { numRuns: ALL ? 500 : 2, ...(ALL ? {} : { seed: 2 }) },
  )
})
