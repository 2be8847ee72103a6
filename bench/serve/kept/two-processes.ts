import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../../src/store/open.ts'
import { started } from '../started.ts'
import { AWAY, IS_ON, ON, type Row, secondsUntil } from './row.ts'

/** A second process on the folder and the embedded store of a first. */
export async function twoProcesses(slack: string): Promise<Row> {
  const place = mkdtempSync(join(tmpdir(), 'hansa-two-'))
  try {
    const folder = join(place, 'knowledge')
    cpSync(fileURLToPath(new URL('../../../test/fixtures/knowledge-small', import.meta.url)), folder, {
      recursive: true,
    })
    const env = { HANSA_KNOWLEDGE: folder, HANSA_DATA: join(place, 'data') }
    const first = await started({ slack, env })
    const second = await started({ slack, env })
    const digest = { command: '/digest', channel: 'CONE' }
    const isSet = IS_ON.test(await first.says(ON, digest))
    const refused = await second.says(ON, { ...digest, channel: 'CTWO' })
    const answered = /Dortmund/.test(await second.says('Leeds'))
    const lines = second
      .log()
      .split('\n')
      .filter((line) => line.includes('in use by another process'))
    const file = join(folder, 'twinnings/leeds.yml')
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('1969', '1968'))
    const served = async ({ says }: typeof first) => /1968/.test(await says('Leeds'))
    const both = Math.max(
      await secondsUntil(() => served(first), 30),
      await secondsUntil(() => served(second), 30),
    )
    first.process.kill('SIGTERM')
    await first.ended
    const over = await secondsUntil(async () => (await second.health()).ok, 30)
    const isSetLater = IS_ON.test(await second.says(ON, { ...digest, channel: 'CTHREE' }))
    second.process.kill('SIGTERM')
    const exit = await second.ended
    const store = openStore({ data: env.HANSA_DATA })
    const there = (await store.subscriptions()).map(({ channel }) => channel).sort()
    await store.close()
    const isRight = there.join() === 'CONE,CTHREE'
    const yes = (is: boolean) => (is ? 'yes' : 'no')
    return {
      what: 'a second process on one folder and one embedded store: says so, answers, and takes over',
      found:
        `${lines.length} line in its log (“${sentence(lines[0])}”); it answers questions: ${yes(answered)}; \`/digest\` says that it cannot: ${yes(AWAY.test(refused))}; ` +
        `an edit is served by both after ${both.toFixed(1)} s; once the first has ended, the second has the store after ${over.toFixed(1)} s ` +
        `with what either acknowledged, and nothing else: ${yes(isRight)}; exit ${exit}`,
      kept:
        isSet && AWAY.test(refused) && answered && lines.length === 1 && isSetLater && isRight && exit === 0,
      logs: [first.log(), second.log()],
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function sentence(line = '{}'): string {
  return String((JSON.parse(line) as { msg?: string }).msg).replace(/^\S+hansa\.db/, 'hansa.db')
}
