import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Milliseconds of processor time and megabytes, of one folder. */
export type Figures = Readonly<Record<Figure, number>>

/** What is measured, and how a table calls it. */
export const FIGURES = {
  'check, all read': 'ms',
  'check, one file edited': 'ms',
  'check, nothing changed': 'ms',
  'first answer, folder read': 'ms',
  'first answer, folder kept': 'ms',
  'digest in the terminal': 'ms',
  'server up': 'ms',
  'memory at start': 'MB',
  'pause of the event loop at a reload': 'ms',
  'twins X, p50': 'ms',
  'twins X, p99': 'ms',
  'twins England, p50': 'ms',
  'twins Yorkshire, p50': 'ms',
  'memory after 10,000 questions': 'MB',
  'growth over the last 5,000': 'MB',
} as const

export type Figure = keyof typeof FIGURES

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** All figures of a copy of the folder: one is edited. What Node keeps compiled is made before anything is measured. */
export async function measured(original: string): Promise<Figures> {
  const place = mkdtempSync(join(tmpdir(), 'hansa-size-'))
  try {
    const folder = join(place, 'knowledge')
    cpSync(original, folder, { recursive: true })
    const kept = join(place, 'compiled')
    const { PATH = '' } = process.env
    const env = { PATH, NODE_COMPILE_CACHE: kept, HANSA_KNOWLEDGE: folder, HANSA_DATA: join(place, 'data') }
    const costOf = (...args: string[]) => terminal(args, { ...env, HANSA_BENCH_COST: join(place, 'cost') })
    const forget = () => {
      for (const path of readdirSync(kept, { recursive: true, encoding: 'utf8' }))
        if (path.endsWith('hansa-folders')) rmSync(join(kept, path), { recursive: true })
    }
    costOf('check')
    costOf('ask', 'twins Leeds')
    forget()
    const check = costOf('check')
    edit(folder, 'claims')
    const edited = costOf('check')
    const again = costOf('check')
    forget()
    const read = costOf('ask', 'twins Leeds')
    const first = costOf('ask', 'twins Leeds')
    const digest = costOf('digest')
    const serverEnv = { ...env, LOG_LEVEL: 'info' }
    await stopped(await started(serverEnv))
    const served = await reloaded(folder, serverEnv)
    const asked = fork(here('./asked.ts'), { env, execArgv: ['--import', here('./compiled.js')] })
    const [answers] = await once(asked, 'message')
    return {
      'check, all read': check,
      'check, one file edited': edited,
      'check, nothing changed': again,
      'first answer, folder read': read,
      'first answer, folder kept': first,
      'digest in the terminal': digest,
      'server up': served.cpu,
      'memory at start': served.rss,
      'pause of the event loop at a reload': served.pause,
      'twins X, p50': answers.p50,
      'twins X, p99': answers.p99,
      'twins England, p50': answers.england,
      'twins Yorkshire, p50': answers.yorkshire,
      'memory after 10,000 questions': answers.rss,
      'growth over the last 5,000': answers.rss - answers.rssEarlier,
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** Processor time of a command of the terminal. Throws where it finds nothing, or finds fault with the folder. */
function terminal(args: readonly string[], env: Record<string, string>): number {
  const told = ['--import', here('./told-at-exit.ts'), here('../../src/bin.js'), ...args]
  const { error, stdout, stderr, status } = spawnSync(process.execPath, told, {
    env,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (error || status !== 0) throw error ?? new Error(`${args.join(' ')}: ${stdout}${stderr}`.slice(0, 1000))
  return Number(readFileSync(env.HANSA_BENCH_COST ?? '', 'utf8'))
}

/** A server on the folder, one of whose files of links is edited once. */
async function reloaded(folder: string, env: Record<string, string>) {
  const { server, up } = await started(env)
  const said = saidBy(server, 'serving the edited knowledge')
  server.send('begin')
  edit(folder, 'twinnings')
  await said
  server.send('pause')
  const [{ pause }] = await once(server, 'message')
  await stopped({ server })
  return { ...up, pause }
}

async function started(env: Record<string, string>) {
  const server = fork(here('./served.ts'), {
    env,
    execArgv: ['--import', here('./compiled.js')],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const [up] = await once(server, 'message')
  return { server, up }
}

async function stopped({ server }: { server: ChildProcess }): Promise<void> {
  server.send('stop')
  await once(server, 'exit')
}

function edit(folder: string, kind: string): void {
  const [file = ''] = readdirSync(join(folder, kind))
  appendFileSync(join(folder, kind, file), '\n# Read again.\n')
}

function saidBy(server: ChildProcess, words: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let all = ''
  server.stderr?.on('data', (chunk) => {
    all += chunk
    if (all.includes(words)) resolve()
  })
  return promise
}
