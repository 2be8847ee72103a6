/**
 * How the app holds up over HTTP, beside Bolt alone in the same run: `npx node bench/serve/serve.ts`. Each runs in a process
 * of its own; all share the machine's cores. Writes bench/results/load.md; exit 1 when a promise is not kept.
 */
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { realFolder } from '../../test/real-folder.ts'
import { besideBolt, noneLate, throughput } from './load/beside-bolt.ts'
import { commandsOf, forked, QUESTIONS } from './load/servers.ts'
import { oddBodies, underStop, whileSomeDawdle } from './load/trouble.ts'

const PLACES = [...realFolder().knowledge.places.values()].map(({ name }) => name)
/** Hansa keeps the answers that were wanted last: of these, each asked once, none is kept. */
const NEVER_ASKED = Array.from({ length: 3000 }, (_, number) => {
  const years = Math.floor(number / PLACES.length)
  return `${PLACES[number % PLACES.length]} since ${1960 + years}`
})
const LOAD = loadavg()[0] ?? 0

const hansa = await forked('app.ts')
const bolt = await forked('bare-bolt.ts')
const both = { hansa, bolt }
// The first questions of each kind build what later ones only look up.
for (const command of commandsOf(QUESTIONS, 2000)) for (const one of [hansa, bolt]) await one.ask(command)

const results = [
  await besideBolt(both, 200),
  await noneLate(both, 400),
  await throughput(both, QUESTIONS, { most: 60 }),
  await throughput(both, PLACES, { most: 60 }),
  await throughput(both, NEVER_ASKED),
  await whileSomeDawdle(hansa, 250),
  await oddBodies(hansa, 25_000),
  await underStop(hansa),
]
const MARKS: Readonly<Record<string, string>> = { true: '✓', false: '✗', undefined: '' }
const rows = results
  .map(({ what, found, kept }) => `| ${MARKS[String(kept)]} | ${what} | ${found} |\n`)
  .join('')
writeFileSync(
  new URL('../results/load.md', import.meta.url),
  `# Under load\n\nWritten by \`npx node bench/serve/serve.ts\`: slash commands of ${QUESTIONS.length} kinds, signed as Slack signs them, over HTTP on one machine. ` +
    `The load of the machine was ${LOAD.toFixed(1)} at the start, of others than this bench; it has ${navigator.hardwareConcurrency} cores, which those who ask share.\n\n` +
    `| | promise | found |\n| --- | --- | --- |\n${rows}`,
)
process.stdout.write(rows)
bolt.app.kill()
process.exitCode = results.every(({ kept }) => kept !== false) ? 0 : 1
