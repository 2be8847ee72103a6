import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { mutated } from '../../../test/chat/slack/pretend/mutated.ts'
import { commandFields, form, signed } from '../../../test/chat/slack/pretend/signed.ts'
import { slowly } from '../../../test/chat/slack/pretend/slow-connection.ts'
import { chance } from '../../search/chance.ts'
import { atRate, shown } from './beside-bolt.ts'
import { QUESTIONS, type Result, type Server } from './servers.ts'

export async function whileSomeDawdle(hansa: Server, count: number): Promise<Result> {
  const start = performance.now()
  const dawdlers = Array.from({ length: count }, (_, at) =>
    slowly(hansa.url, at % 2 === 0 ? 'headers' : 'body'),
  )
  const gone = Promise.all(dawdlers.map(({ closed }) => closed)).then(
    () => (performance.now() - start) / 1000,
  )
  const times = await atRate(hansa, 100, 10)
  const seconds = await Promise.race([gone, wait(2000, Number.POSITIVE_INFINITY)])
  for (const dawdler of dawdlers) dawdler.destroy()
  const found = `${seconds.toFixed(1)} s; 100 commands a second meanwhile: ${shown(times)}`
  return { what: `${count} slow connections are closed within 10 s`, found, kept: seconds <= 10 }
}

export async function oddBodies(hansa: Server, count: number): Promise<Result> {
  hansa.app.send('all levels')
  const roll = chance(1)
  const statuses = new Map<number | 'dropped', number>()
  for (let sent = 0; sent < count && !hansa.isDead(); sent += 50) {
    const batch = Array.from({ length: 50 }, () => mutated(roll, hansa.channel))
    const replies = batch.map(({ body, options }) =>
      signed(hansa.url, body, options).then(
        ({ status }) => status,
        () => 'dropped' as const,
      ),
    )
    for (const status of await Promise.all(replies)) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  const counts = [...statuses].map(([status, times]) => `${times} × ${status}`).sort()
  hansa.app.send('logged')
  const [logged] = await once(hansa.app, 'message')
  const kept =
    !hansa.isDead() &&
    logged.secrets === 0 &&
    [...statuses.keys()].every((status) => status !== 'dropped' && status < 500)
  const found = `${counts.join(', ')}; ${logged.secrets} secrets in ${logged.lines} lines of the log`
  return { what: `${count} odd signed bodies: no 5xx, none dropped, no death, no secret logged`, found, kept }
}

/** Told to stop while questions come in: it answers on for two seconds, then what it took in; later ones find nobody. */
export async function underStop(hansa: Server): Promise<Result> {
  let [answered, turnedAway, lost] = [0, 0, 0]
  const one = async (number: number) => {
    try {
      const fields = commandFields(QUESTIONS[number % QUESTIONS.length] ?? '')
      const { blocks } = (await (await signed(hansa.url, form(fields))).json()) as { blocks?: object[] }
      if (blocks?.length) answered++
      else lost++
    } catch (error) {
      if ((error as { cause?: { code?: string } }).cause?.code === 'ECONNREFUSED') turnedAway++
      else lost++
    }
  }
  const sent: Promise<unknown>[] = []
  const ended = once(hansa.app, 'exit')
  for (let number = 0; number < 600; number++) {
    if (number === 200) hansa.app.send('stop')
    sent.push(one(number))
    await wait(5)
  }
  await Promise.all(sent)
  const [code] = await ended
  const found = `${answered} answered, ${turnedAway} found nobody, ${lost} lost; exit ${code}`
  return {
    what: 'a stop at 200 a second loses nothing that was taken in',
    found,
    kept: lost === 0 && code === 0,
  }
}
