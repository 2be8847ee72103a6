import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '../../../src/store/open.ts'
import { chance } from '../../search/chance.ts'
import { type Started, started } from '../started.ts'
import { IS_ON, ON, type Row } from './row.ts'

const LANES = 8
/** The most that a process is asked before it is told to stop. Milliseconds. */
const LIFE = 500

/** SIGTERM at a chance moment, again and again, while questions and `/digest on` come in over many connections. */
export async function stopsUnderLoad(slack: string, stops: number): Promise<Row> {
  const place = mkdtempSync(join(tmpdir(), 'hansa-stops-'))
  const random = chance(1)
  const acknowledged = new Set<string>()
  const exits = new Map<number | string, number>()
  const logs: string[] = []
  const lost: string[] = []
  let [answered, number, slowest] = [0, 0, 0]
  try {
    const env = { HANSA_DATA: join(place, 'data') }
    for (let stop = 0; stop < stops; stop++) {
      const hansa = await started({ slack, env })
      const lanes = Array.from({ length: LANES }, () => lane(hansa))
      await wait(random() * LIFE)
      const told = performance.now()
      hansa.process.kill('SIGTERM')
      const exit = await hansa.ended
      slowest = Math.max(slowest, performance.now() - told)
      exits.set(exit, (exits.get(exit) ?? 0) + 1)
      await Promise.all(lanes)
      logs.push(hansa.log())
    }
    const store = openStore({ data: env.HANSA_DATA })
    const there = new Set((await store.subscriptions()).map(({ channel }) => channel))
    await store.close()
    const gone = [...acknowledged].filter((channel) => !there.has(channel)).length
    return {
      what: `SIGTERM under load, ${stops} times: nothing that was taken in is lost`,
      found:
        `${answered} answered, ${lost.length} lost${lost.length > 0 ? ` (${[...new Set(lost)].slice(0, 3).join('; ')})` : ''}; of ${acknowledged.size} digests acknowledged ${gone} lost; ` +
        `exits ${[...exits].map(([code, times]) => `${times} × ${code}`).join(', ')}, the slowest ${(slowest / 1000).toFixed(1)} s after it was told`,
      kept: lost.length === 0 && gone === 0 && exits.get(0) === stops,
      logs,
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }

  /** Until nobody listens any more. */
  async function lane(hansa: Started): Promise<void> {
    for (;;) {
      const channel = `C${++number}`
      const isDigest = number % 4 === 0
      try {
        const said = isDigest
          ? await hansa.says(ON, { command: '/digest', channel })
          : await hansa.says('Leeds')
        if (isDigest && IS_ON.test(said)) acknowledged.add(channel)
        if (!isDigest && !/Dortmund/.test(said)) throw new Error('not the answer')
        answered++
      } catch (error) {
        const { message, cause } = error as Error & { cause?: { code?: string } }
        if (cause?.code !== 'ECONNREFUSED') lost.push(`${message} ${cause?.code ?? ''}`)
        return
      }
    }
  }
}
