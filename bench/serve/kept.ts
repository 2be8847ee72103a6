/**
 * What must hold while things around Hansa fail, each tried on `npm start` itself: `npx node bench/serve/kept.ts`,
 * `--postgres-bin DIR` (initdb and pg_ctl; without, that row is left out), `--away 120` seconds, `--stops 20`.
 * Writes bench/results/kept.md; exit 1 where a promise is not kept. The rest stands in `serve.ts` (odd bodies, slow connections),
 * `kill-acknowledged.ts` (kills) and `power.ts` (power cuts).
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fewDescriptors } from './kept/descriptors.ts'
import { postgresAway } from './kept/postgres-away.ts'
import type { Row } from './kept/row.ts'
import { stopsUnderLoad } from './kept/stops.ts'
import { twoProcesses } from './kept/two-processes.ts'
import { pretendSlack, SECRETS } from './started.ts'

const { values } = parseArgs({
  options: {
    'postgres-bin': { type: 'string' },
    away: { type: 'string', default: '120' },
    stops: { type: 'string', default: '20' },
  },
})
const slack = await pretendSlack()
const rows: Row[] = []
const bin = values['postgres-bin']
if (bin) rows.push(await postgresAway(slack.url, bin, Number(values.away)))
rows.push(await twoProcesses(slack.url))
rows.push(await fewDescriptors(slack.url))
rows.push(await stopsUnderLoad(slack.url, Number(values.stops)))
rows.push(noSecret(rows.flatMap(({ logs }) => logs)))
slack.close()

const told = rows.map(({ what, found, kept }) => `| ${kept ? '✓' : '✗'} | ${what} | ${found} |\n`).join('')
writeFileSync(
  new URL('../results/kept.md', import.meta.url),
  `# While things around Hansa fail\n\nWritten by \`npx node bench/serve/kept.ts\` on ${new Date().toLocaleDateString('sv-SE')}: \`npm start\` on the folder of the tests, with a Slack that takes all it is sent.\n\n` +
    `| | promise | found |\n| --- | --- | --- |\n${told}`,
)
process.stdout.write(told)
process.exitCode = rows.every(({ kept }) => kept) ? 0 : 1

/** Of all that was set, and passwords in addresses, in the logs of all those processes, on every level. */
function noSecret(logs: readonly string[]): Row {
  const lines = logs.flatMap((log) => log.split('\n')).filter((line) => line !== '')
  const secrets = [...Object.values(SECRETS), 'hush-password-of-postgres']
  const told = lines.filter((line) => secrets.some((secret) => line.includes(secret)))
  return {
    what: 'no secret is in any log of them, on every level',
    found: `${told.length} in ${lines.length} lines`,
    kept: told.length === 0 && lines.length > 0,
    logs: [],
  }
}
