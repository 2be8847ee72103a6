import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync } from 'node:fs'
import type { TestContext } from 'node:test'
import { until } from '../until.ts'
import { emptyFolder, FIXTURE, hansa, MAIN, underGit } from './folders.ts'

/** A folder under git with a store beside it, and Hansa serving both, as often as it is started. */
export function aHouse(t: TestContext, more: Readonly<Record<string, string>> = {}) {
  const [folder, data] = [emptyFolder(t), emptyFolder(t)]
  cpSync(FIXTURE, folder, { recursive: true })
  const git = underGit(folder)
  const own = { HANSA_KNOWLEDGE: folder, HANSA_DATA: data, HOST: '127.0.0.1', PORT: '0', ...more }
  let serving: ChildProcess | undefined
  const stop = async (signal: NodeJS.Signals) => {
    if (!serving || serving.exitCode !== null || serving.signalCode !== null) return
    const ended = once(serving, 'exit')
    serving.kill(signal)
    await ended
  }
  t.after(() => stop('SIGKILL'))
  return {
    folder,
    git,
    stop,
    run: (...args: string[]) => hansa(folder, args, own),
    /** The same without waiting; how it ended. */
    async atOnce(...args: string[]): Promise<number | null> {
      const env = { PATH: process.env.PATH, ...own }
      const [code] = await once(spawn(process.execPath, [MAIN, ...args], { stdio: 'ignore', env }), 'exit')
      return code
    },
    async start() {
      const child = spawn(process.execPath, [MAIN, 'start'], {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { PATH: process.env.PATH, ...own },
      })
      serving = child
      let log = ''
      child.stderr.on('data', (chunk) => {
        log += chunk
      })
      // It says in its log where it is reached.
      const address = () => /(http:\/\/127\.0\.0\.1:\d+[^"\s]*)/.exec(log)?.[1]
      await until(() => address() ?? child.exitCode !== null)
      return address() ?? assert.fail(log)
    },
  }
}
