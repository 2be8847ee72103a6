import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '../../../src/store/open.ts'
import { type Started, started } from '../started.ts'
import { AWAY, IS_ON, ON, type Row, secondsUntil, shown, type Tries, tried } from './row.ts'

const PORT = 54_329
const PASSWORD = 'hush-password-of-postgres'

/** A PostgreSQL of its own is taken away for `seconds` while people ask and set digests, and comes back. */
export async function postgresAway(slack: string, bin: string, seconds: number): Promise<Row> {
  const cluster = ownCluster(bin)
  const databaseUrl = `postgresql://postgres:${PASSWORD}@127.0.0.1:${PORT}/postgres`
  const logs: string[] = []
  try {
    cluster.start()
    const hansa = await started({ slack, env: { DATABASE_URL: databaseUrl } })
    await secondsUntil(async () => (await hansa.health()).ok, 30)
    const acknowledged = await setDigests(hansa, 'CB', 20)
    cluster.stop()
    const asked: Tries = { times: [], failed: [] }
    const sentences = new Map<string, number>()
    const until = performance.now() + seconds * 1000
    for (let number = 0; performance.now() < until; number++) {
      await tried(asked, async () => {
        if (!/Dortmund/.test(await hansa.says('Leeds'))) throw new Error('not the answer')
      })
      if (number % 10 === 0) {
        const said = sentenceIn(await hansa.says(ON, { command: '/digest', channel: 'CX' }))
        sentences.set(said, (sentences.get(said) ?? 0) + 1)
      }
      await wait(100)
    }
    const health = await hansa.health()
    cluster.start()
    const back = await secondsUntil(async () => (await hansa.health()).ok, 30)
    acknowledged.push(...(await setDigests(hansa, 'CA', 5)))
    hansa.process.kill('SIGTERM')
    const exit = await hansa.ended
    logs.push(hansa.log())
    const store = openStore({ data: '', databaseUrl })
    const there = new Set((await store.subscriptions()).map(({ channel }) => channel))
    await store.close()
    const lost = acknowledged.filter((channel) => !there.has(channel)).length
    const [sentence = ''] = sentences.keys()
    const warnings = hansa
      .log()
      .split('\n')
      .filter((line) => line.includes('does not answer')).length
    return {
      what: `PostgreSQL is away for ${seconds} s: questions are answered, \`/digest\` says one sentence, nothing is lost`,
      found:
        `questions: ${shown(asked)}; \`/digest\` ${[...sentences.values()].join(' and ')} times “${sentence}”; ` +
        `/health ${health.ok ? 'ok' : '503'}, ${warnings} lines on it in the log; works ${back.toFixed(1)} s after it is back; ` +
        `${lost} of ${acknowledged.length} acknowledged digests lost, ${there.has('CX') ? 1 : 0} set that was not acknowledged; exit ${exit}`,
      kept:
        asked.failed.length === 0 &&
        sentences.size === 1 &&
        AWAY.test(sentence) &&
        !health.ok &&
        lost === 0 &&
        !there.has('CX') &&
        exit === 0,
      logs,
    }
  } finally {
    cluster.remove()
  }
}

async function setDigests(hansa: Started, prefix: string, count: number): Promise<string[]> {
  const channels = Array.from({ length: count }, (_, number) => `${prefix}${number}`)
  for (const channel of channels) {
    const said = await hansa.says(ON, { command: '/digest', channel })
    if (!IS_ON.test(said)) throw new Error(`a digest was not set: ${said}`)
  }
  return channels
}

/** The heading of an answer in blocks. */
function sentenceIn(json: string): string {
  const { blocks = [] } = JSON.parse(json) as { blocks?: { type: string; text?: { text: string } }[] }
  return blocks.find(({ type }) => type === 'header')?.text?.text ?? json
}

/** As whoever runs PostgreSQL, for it does not run as root. */
function ownCluster(bin: string) {
  const isRoot = process.getuid?.() === 0
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    isRoot ? Number(execFileSync('id', [flag, 'postgres'])) : undefined,
  )
  const place = mkdtempSync(join(tmpdir(), 'hansa-postgres-'))
  if (uid !== undefined && gid !== undefined) chownSync(place, uid, gid)
  const data = join(place, 'data')
  const run = (program: string, ...args: string[]) => {
    const { status, stderr } = spawnSync(join(bin, program), args, {
      cwd: place,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(uid !== undefined && gid !== undefined && { uid, gid }),
    })
    if (status !== 0) throw new Error(`${program}: ${stderr}`)
  }
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust')
  const options = `-p ${PORT} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${place}`
  const log = join(place, 'log')
  return {
    start: () => run('pg_ctl', '-D', data, '-w', '-o', options, '-l', log, 'start'),
    stop: () => run('pg_ctl', '-D', data, '-m', 'immediate', 'stop'),
    remove() {
      if (existsSync(join(data, 'postmaster.pid'))) run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
      rmSync(place, { recursive: true, force: true })
    },
  }
}
