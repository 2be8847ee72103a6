/**
 * Power cuts on the embedded store: `npx node bench/serve/power.ts`, `--cuts 200`, `--seed 1`. Records with strace what a process
 * writes and syncs while it acknowledges digests, and replays it up to a chance moment: what was synced is there, of the rest
 * some writes are, whole or torn, in no order. Exit 1 where a store does not open or an acknowledged digest is gone, or where nothing
 * would be gone without syncing, for then nothing was tried. Writes bench/results/power.md.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openStore } from '../../src/store/open.ts'
import { chance } from '../search/chance.ts'

const { values } = parseArgs({
  options: { cuts: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
})
const [cuts, random] = [Number(values.cuts), chance(Number(values.seed))]
const DIGESTS = 300

type Change = { at: number; bytes: Buffer } | { length: number }
type Step = { file: string; change: Change } | { file: string; synced: true } | { acknowledged: string }

const root = mkdtempSync(join(tmpdir(), 'hansa-power-'))
try {
  const data = join(root, 'data')
  const store = openStore({ data })
  await store.ready()
  await store.close()
  const before = join(root, 'before')
  cpSync(data, before, { recursive: true })
  const steps = recorded(data)
  const kept = await cutOften(steps, before, { syncs: true })
  const without = await cutOften(steps, before, { syncs: false })
  const told =
    `${cuts} power cuts: of ${kept.acknowledged} digests acknowledged before them ${kept.lost} lost, ${kept.shut} stores that do not open. ` +
    `Replayed as if nothing were synced: ${without.lost} lost, ${without.shut} that do not open.\n`
  process.stdout.write(told)
  writeFileSync(
    new URL('../results/power.md', import.meta.url),
    `# Power cuts on the embedded store\n\nWritten by \`npx node bench/serve/power.ts\`: ${steps.length} steps of a process that sets ${DIGESTS} digests, cut at a chance one.\n\n${told}`,
  )
  process.exitCode = kept.lost === 0 && kept.shut === 0 && without.lost + without.shut > 0 ? 0 : 1
} finally {
  rmSync(root, { recursive: true, force: true })
}

/** What the worker wrote, synced and acknowledged, in order. */
function recorded(data: string): readonly Step[] {
  const trace = join(root, 'trace')
  const worker = fileURLToPath(new URL('power-worker.ts', import.meta.url))
  const calls = 'trace=pwrite64,write,fsync,fdatasync,ftruncate'
  const args = ['-f', '-y', '-xx', '-s', '1000000', '-e', calls, '-e', 'signal=none', '-o', trace]
  spawnSync('strace', [...args, process.execPath, worker, data, String(DIGESTS)])
  const lines = readFileSync(trace, 'latin1').split('\n')
  const found = lines.flatMap((line) => stepIn(line, data))
  if (found.filter((step) => 'acknowledged' in step).length !== DIGESTS)
    throw new Error('the record is not whole: is strace there?')
  return found
}

/** `12 pwrite64(19</data/hansa.db-wal>, "\x37…", 4096, 0) = 4096`; paths are written in the same way. */
function stepIn(line: string, data: string): readonly Step[] {
  const call = /^\d+ +(\w+)\((\d+)<([^>]*)>(?:, )?(.*)$/.exec(line)
  if (!call) return []
  const [, name = '', descriptor, path = '', rest = ''] = call
  const file = unhexed(path).toString()
  const bytes = unhexed(/^"([^"]*)"/.exec(rest)?.[1] ?? '')
  const on = /^on (\w+)\n$/.exec(bytes.toString())?.[1]
  if (name === 'write' && descriptor === '1' && on) return [{ acknowledged: on }]
  if (!file.startsWith(`${data}/`)) return []
  if (line.includes('<unfinished')) throw new Error('two threads write at once: this record has no order')
  const named = basename(file)
  if (name === 'ftruncate') return [{ file: named, change: { length: Number.parseInt(rest, 10) } }]
  if (name === 'pwrite64')
    return [{ file: named, change: { at: Number(/, (\d+)\) = \d+$/.exec(rest)?.[1]), bytes } }]
  return name === 'write' ? [] : [{ file: named, synced: true }]
}

function unhexed(text: string): Buffer {
  return Buffer.from(text.replaceAll('\\x', ''), 'hex')
}

async function cutOften(steps: readonly Step[], before: string, { syncs }: { syncs: boolean }) {
  const found = { acknowledged: 0, lost: 0, shut: 0 }
  for (let cut = 0; cut < cuts; cut++) {
    const until = Math.floor(random() * steps.length)
    const past = steps.slice(0, until)
    const folder = join(root, `cut-${syncs}-${cut}`)
    cpSync(before, folder, { recursive: true })
    leaveAfter(past, folder, syncs)
    const there = await digestsIn(folder)
    const acknowledged = past.flatMap((step) => ('acknowledged' in step ? [step.acknowledged] : []))
    found.acknowledged += acknowledged.length
    if (!there) found.shut++
    else found.lost += acknowledged.filter((channel) => !there.has(channel)).length
    rmSync(folder, { recursive: true, force: true })
  }
  return found
}

/** Writes the files as the disk has them after a cut. */
function leaveAfter(past: readonly Step[], folder: string, syncs: boolean): void {
  mkdirSync(folder, { recursive: true })
  const files = new Map<string, Buffer>(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]),
  )
  const waiting = new Map<string, Change[]>()
  for (const step of past) {
    if ('acknowledged' in step) continue
    const changes = waiting.get(step.file) ?? []
    waiting.set(step.file, changes)
    if ('change' in step) changes.push(step.change)
    else if (syncs) {
      for (const change of changes.splice(0)) apply(files, step.file, change)
    }
  }
  for (const [file, changes] of waiting)
    for (const change of changes) if (random() < 0.5) apply(files, file, torn(change))
  for (const [file, bytes] of files) writeFileSync(join(folder, file), bytes)
}

/** A disk writes sectors of 512 bytes whole, and not always all of them. */
function torn(change: Change): Change {
  if (!('bytes' in change) || random() < 0.7) return change
  const sectors = Math.floor((random() * change.bytes.length) / 512)
  return { ...change, bytes: change.bytes.subarray(0, sectors * 512) }
}

function apply(files: Map<string, Buffer>, file: string, change: Change): void {
  const before = files.get(file) ?? Buffer.alloc(0)
  const length = 'length' in change ? change.length : Math.max(before.length, change.at + change.bytes.length)
  const after = Buffer.alloc(length)
  before.copy(after)
  if ('bytes' in change) change.bytes.copy(after, change.at)
  files.set(file, after)
}

/** Channels with a digest; undefined where the store does not open. */
async function digestsIn(data: string): Promise<ReadonlySet<string> | undefined> {
  const store = openStore({ data })
  try {
    return new Set((await store.subscriptions()).map(({ channel }) => channel))
  } catch {
    return undefined
  } finally {
    await store.close()
  }
}
