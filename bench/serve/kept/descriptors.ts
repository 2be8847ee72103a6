import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../../src/store/open.ts'
import { commandFields, form, signedHeaders } from '../../../test/chat/slack/pretend/signed.ts'
import { started } from '../started.ts'
import { AWAY, IS_ON, ON, type Row, secondsUntil, shown, type Tries, tried } from './row.ts'

const FEW = 96
const CONNECTIONS = 400
const SECONDS = 10

/** More connections than the system grants open files: who is connected is answered on, and everything comes back. */
export async function fewDescriptors(slack: string): Promise<Row> {
  const place = mkdtempSync(join(tmpdir(), 'hansa-few-'))
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const sockets: Socket[] = []
  try {
    const folder = join(place, 'knowledge')
    const small = fileURLToPath(new URL('../../../test/fixtures/knowledge-small', import.meta.url))
    cpSync(small, folder, { recursive: true })
    const env = { HANSA_KNOWLEDGE: folder, HANSA_DATA: join(place, 'data') }
    const hansa = await started({ slack, env, descriptors: FEW })
    const says = async (words: string, command = '/twins', channel = 'C1') => {
      const body = form({ ...commandFields(words, command), channel_id: channel })
      const asked = request(`${hansa.url}/slack/events`, {
        agent,
        method: 'POST',
        headers: signedHeaders(body),
      })
      asked.end(body)
      const [reply] = await once(asked, 'response')
      return text(reply)
    }
    await says('Leeds')
    for (let number = 0; number < CONNECTIONS; number++)
      sockets.push(
        connect(Number(new URL(hansa.url).port), '127.0.0.1')
          .on('error', () => {})
          .resume(),
      )
    await wait(500)
    const file = join(folder, 'twinnings/leeds.yml')
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('1969', '1968'))
    const asked: Tries = { times: [], failed: [] }
    const [acknowledged, refused]: string[][] = [[], []]
    const until = performance.now() + SECONDS * 1000
    for (let number = 0; performance.now() < until; number++) {
      await tried(asked, async () => {
        if (!/Dortmund/.test(await says('Leeds'))) throw new Error('not the answer')
        if (number % 10 > 0) return
        const said = await says(ON, '/digest', `C${number}`)
        if (IS_ON.test(said)) acknowledged?.push(`C${number}`)
        else if (AWAY.test(said)) refused?.push(`C${number}`)
        else throw new Error('neither set nor refused')
      })
      await wait(100)
    }
    const closed = sockets.filter(({ closed }) => closed).length
    const others = await secondsUntil(async () => /Dortmund/.test(await hansa.says('Leeds')), 60)
    const edit = await secondsUntil(async () => /1968/.test(await hansa.says('Leeds')), 60)
    hansa.process.kill('SIGTERM')
    const exit = await hansa.ended
    const store = openStore({ data: env.HANSA_DATA })
    const there = new Set((await store.subscriptions()).map(({ channel }) => channel))
    await store.close()
    const lost = acknowledged?.filter((channel) => !there.has(channel)).length
    return {
      what: `${CONNECTIONS} silent connections where ${FEW} open files are granted: who is connected is answered on, and everything comes back`,
      found:
        `over a connection that was open: ${shown(asked)}; ${acknowledged?.length} digests acknowledged, ${refused?.length} refused with a sentence, ${lost} lost; ` +
        `${closed} connections closed after ${SECONDS} s, others answered ${others.toFixed(1)} s later; ` +
        `an edit made meanwhile served ${edit.toFixed(1)} s after that; exit ${exit}`,
      kept: asked.failed.length === 0 && lost === 0 && closed === CONNECTIONS && exit === 0,
      logs: [hansa.log()],
    }
  } finally {
    for (const socket of sockets) socket.destroy()
    agent.destroy()
    rmSync(place, { recursive: true, force: true })
  }
}
