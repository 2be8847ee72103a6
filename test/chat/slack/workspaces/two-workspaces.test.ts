import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { openStore } from '../../../../src/store/open.ts'
import { hansa } from '../../../cli/hansa.ts'
import { folder, POSTGRES } from '../../../store/engines.ts'
import { inStores, onePostgres, type Stores } from '../../../store/several-stores.ts'
import { VERBS } from './every-verb.ts'
import { everything, history, mirrored, type Step, TEAMS, WORDS } from './two-histories.ts'
import { type Lived, lived } from './two-workspaces.ts'

/** What a command of the terminal prints, by workspace: what stands under each heading. */
async function printed(command: string, data: string): Promise<ReadonlyMap<string, string>> {
  const { stdout, stderr } = await hansa([command], '', { HANSA_DATA: data, HANSA_KEEP_WORDS: '1' })
  assert.equal(stderr, '')
  const [before, ...parts] = stdout.split(/^Workspace (.*)\n/m)
  assert.equal(before, '')
  return new Map(parts.flatMap((team, at) => (at % 2 === 0 ? [[team, parts[at + 1] ?? '']] : [])))
}

/** From the first line on that is another one: the whole is thousands of lines. */
function differing(one = '', other = ''): readonly [string[], string[]] {
  const [lines, others] = [one.split('\n'), other.split('\n')]
  const at = lines.findIndex((line, at) => line !== others[at])
  return at < 0 ? [[], []] : [lines.slice(at, at + 8), others.slice(at, at + 8)]
}

async function isApart(steps: readonly Step[], stores: Stores): Promise<Lived> {
  const together = await inStores(stores, (opened) => lived(steps, opened))
  for (const team of TEAMS) {
    const alone = await inStores(stores, (opened) => lived(steps, opened, [team]))
    assert.deepEqual(...differing(together.seen.get(team), alone.seen.get(team)))
    isOfOne(team, together.seen.get(team) ?? '')
  }
  return together
}

/** No word of the other workspace stands there. */
function isOfOne(team: string, text: string): void {
  const other = team === 'T0OURS' ? WORDS.slice(100) : WORDS.slice(0, 100)
  assert.deepEqual(
    other.filter((word) => text.includes(word)),
    [],
  )
}

const ALL = process.env.HANSA_EXHAUSTIVE === '1'
const WHAT = 'whatever two workspaces do in Slack, each finds just what it would find, were it alone'

test(`in one process: ${WHAT}`, async (t) => {
  const data = folder(t)
  let count = 0
  const stores: Stores = async () => [openStore({ data: join(data, String(++count)) })]
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
    const sections = await printed(command, join(data, '1'))
    assert.match(sections.get('T0OURS') ?? '', has)
    for (const [team, text] of sections) isOfOne(team, text)
  }
  await fc.assert(
    fc.asyncProperty(history, async (steps) => void (await isApart(steps, stores))),
    { numRuns: ALL ? 500 : 3, ...(ALL ? {} : { seed: 1 }) },
  )
})

test(`two instances on one PostgreSQL: ${WHAT}`, { skip: POSTGRES.skip }, async (t) => {
  const stores = await onePostgres(t, TEAMS)
  if (ALL) await isApart(everything, stores)
  await fc.assert(
    fc.asyncProperty(history, async (steps) => void (await isApart(steps, stores))),
    { numRuns: ALL ? 500 : 2, ...(ALL ? {} : { seed: 2 }) },
  )
})
