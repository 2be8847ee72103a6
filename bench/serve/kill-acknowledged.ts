/**
 * Kills Hansa with SIGKILL at chance moments while `/digest on` comes in, as Slack signs it, and looks whether each one that was
 * answered is there after the next start: `npx node bench/serve/kill-acknowledged.ts`, `--kills 200`, `--seed 1`, `--postgres URL`.
 * Exit 1 where one is gone, or none was under way when it was killed. Writes bench/results/kills.md.
 */
import { writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openStore } from '../../src/store/open.ts'
import { freshStore } from '../digest/fresh-store.ts'
import { chance } from '../search/chance.ts'
import { IS_ON, ON } from './kept/row.ts'
import { pretendSlack, type Started, started } from './started.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    postgres: { type: 'string' },
  },
})
const [kills, random] = [Number(values.kills), chance(Number(values.seed))]
/** Commands under way at once. */
const LANES = 4
/** The most that a process lives while it is asked. Milliseconds. */
const LIFE = 300

const slack = await pretendSlack()
const { settings, clean } = await freshStore(values.postgres)
const env: Readonly<Record<string, string>> = settings.databaseUrl
  ? { DATABASE_URL: settings.databaseUrl }
  : { HANSA_DATA: settings.data }

const acknowledged = new Set<string>()
let underWay = 0
let number = 0
let cutShort = 0
try {
  for (let kill = 0; kill < kills; kill++) {
    const hansa = await started({ slack: slack.url, env: { ...env, LOG_LEVEL: 'silent' } })
    let alive = true
    const lanes = Array.from({ length: LANES }, async () => {
      while (alive) await set(`C${++number}`, hansa)
    })
    await wait(random() * LIFE)
    if (underWay > 0) cutShort++
    alive = false
    hansa.process.kill('SIGKILL')
    await Promise.all([...lanes, hansa.ended])
    if (kill % 20 === 19) process.stderr.write(`\r${kill + 1} kills, ${acknowledged.size} acknowledged`)
  }
  const store = openStore(settings)
  const there = new Set((await store.subscriptions()).map(({ channel }) => channel))
  await store.close()
  const lost = [...acknowledged].filter((channel) => !there.has(channel)).length
  const engine = values.postgres ? 'PostgreSQL' : 'SQLite'
  const told = `${engine}: ${kills} kills, ${cutShort} with commands under way; of ${acknowledged.size} digests acknowledged ${lost} lost.\n`
  process.stdout.write(`\n${told}`)
  if (!values.postgres)
    writeFileSync(
      new URL('../results/kills.md', import.meta.url),
      `# Killed while digests are set\n\nWritten by \`npx node bench/serve/kill-acknowledged.ts\`.\n\n${told}`,
    )
  process.exitCode = lost === 0 && cutShort > 0 && acknowledged.size > kills ? 0 : 1
} finally {
  slack.close()
  await clean()
}

/** Counts as acknowledged once the whole answer is there and says when the digest comes. */
async function set(channel: string, hansa: Started): Promise<void> {
  underWay++
  try {
    if (IS_ON.test(await hansa.says(ON, { command: '/digest', channel }))) acknowledged.add(channel)
  } catch {
    // Nobody acknowledged it.
  } finally {
    underWay--
  }
}
