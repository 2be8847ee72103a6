/**
 * Kills what writes the folder with SIGKILL at chance moments from its first to its last step, and looks at what is left:
 * `node bench/growing/kill.ts approve|import`, `--kills 200`, `--seed 1`. Exits 1 where a folder reads neither as before nor as
 * after, a proposal is lost, one is said to be written that is not there, or the next run does not finish the work.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { filesIn } from '../../src/serve/folder/folder-files.ts'
import { openStore } from '../../src/store/open.ts'
import { chance } from '../search/chance.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
})
const what = positionals[0] === 'import' ? 'import' : 'approve'
const [kills, random] = [Number(values.kills), chance(Number(values.seed))]
const ACT = fileURLToPath(new URL('act.ts', import.meta.url))
const FIXTURE = fileURLToPath(new URL('../../test/fixtures/knowledge', import.meta.url))
const LINK = {
  place: 'Leeds',
  partner: 'Rouen',
  status: 'active',
  since: '1951',
  source: 'https://example.org/rouen',
}
const PARTNERS = ['Rouen', 'Novi Sad', 'Koblenz', 'Lublin', 'Bergen', 'Odense', 'Tampere', 'Graz']

/** Of so many kills one is followed by another run to its end. */
const FINISHED = 5

/** After so many kills it is measured anew how long the work takes. */
const MEASURED = 10

const root = mkdtempSync(join(tmpdir(), 'hansa-kill-'))
const counts = { before: 0, after: 0, waiting: 0, approved: 0, written: 0, wrong: 0 }
try {
  const whole = await fresh('whole')
  const before = read(whole.folder)
  let took = await run(whole)
  const after = read(whole.folder)
  if (before === after) throw new Error('nothing was written, so nothing was tried')
  for (let kill = 0; kill < kills; kill++) {
    // A machine that others use is not always as fast, and the last steps would never be reached.
    if (kill % MEASURED === 0) took = await run(await fresh(`measured-${kill}`))
    const here = await fresh(String(kill))
    await run(here, random() * took * 1.1)
    const left = read(here.folder)
    const state = await stateOf(here)
    const isWrong =
      (left !== before && left !== after) || (state === 'written' && left !== after) || state === 'lost'
    counts[left === after ? 'after' : 'before']++
    if (state in counts) counts[state as 'waiting']++
    const isFinished = kill % FINISHED !== 0 || (await finishes(here, after))
    if (isWrong || !isFinished) counts.wrong++
    rmSync(join(root, String(kill)), { recursive: true, force: true })
  }
  process.stdout.write(`${JSON.stringify({ what, kills, milliseconds: Math.round(took), ...counts })}\n`)
  process.exitCode = counts.wrong > 0 ? 1 : 0
} finally {
  rmSync(root, { recursive: true, force: true })
}

/** Whether the work is done once it is begun anew. */
async function finishes(here: Here, after: string): Promise<boolean> {
  await run(here)
  return read(here.folder) === after && ['written', 'none'].includes(await stateOf(here))
}

type Here = { folder: string; given: string }

/** The folder of the fixtures, with a proposal in a store of its own or a table beside it. */
async function fresh(name: string): Promise<Here> {
  const folder = join(root, name, 'knowledge')
  cpSync(FIXTURE, folder, { recursive: true })
  const given = join(root, name, what === 'approve' ? 'store' : 'links.csv')
  if (what === 'import') {
    const rows = PARTNERS.map(
      (partner, at) => `Norwich,${partner},${1950 + at},active,https://example.org/${at}`,
    )
    writeFileSync(given, `place,partner,since,status,source\n${rows.join('\n')}\n`)
    return { folder, given }
  }
  mkdirSync(given, { recursive: true })
  const store = openStore({ data: given })
  await store.propose({ workspace: 'T1', platform: 'slack' }, LINK, '2026-11-30T09:00:00Z')
  await store.close()
  return { folder, given }
}

/** Milliseconds from the first step to the last, or until it was killed `after` so many. */
async function run({ folder, given }: Here, after?: number): Promise<number> {
  const child = fork(ACT, [what, folder, given], { stdio: 'ignore' })
  const ended = once(child, 'exit')
  await once(child, 'message')
  const start = performance.now()
  if (after !== undefined) {
    await Promise.race([wait(after), ended])
    child.kill('SIGKILL')
  }
  await ended
  return performance.now() - start
}

/** What Hansa reads of the folder. */
function read(folder: string): string {
  const seen = filesIn(folder).filter(({ path }) => !path.startsWith('.'))
  return JSON.stringify(
    seen.map((file) => [file.path, 'bytes' in file ? new TextDecoder().decode(file.bytes) : file.problem]),
  )
}

async function stateOf({ given }: Here): Promise<string> {
  if (what === 'import') return 'none'
  const store = openStore({ data: given })
  try {
    return (await store.proposal(1))?.state ?? 'lost'
  } finally {
    await store.close()
  }
}
