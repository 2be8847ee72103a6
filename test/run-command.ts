import { Readable, Writable } from 'node:stream'
import { main } from '../src/main.ts'

export type Ran = { status: number; stdout: string; stderr: string }

type Surroundings = {
  env: Readonly<Record<string, string>> & { HANSA_KNOWLEDGE: string }
  input?: string
  cwd?: string
}

let isRunning = false

/**
 * A command as one types it, where nobody sits at the terminal. It runs in this process, with streams and settings of its own:
 * what a process of its own would load anew each time is most of its work. What is about processes starts one.
 */
export async function runCommand(
  args: readonly string[],
  { env, input = '', cwd }: Surroundings,
): Promise<Ran> {
  if (args[0] === 'start' || args[0] === 'mcp') throw new Error(`${args[0]} ends its process: start one.`)
  if (isRunning) throw new Error('One command after the other: each takes the streams of the whole process.')
  isRunning = true
  const said = { stdout: '', stderr: '' }
  const written = (to: keyof typeof said) =>
    new Writable({
      decodeStrings: false,
      write(chunk, _encoding, done) {
        said[to] += chunk
        done()
      },
    })
  const before = { env: process.env, cwd: process.cwd() }
  const streams = ['stdin', 'stdout', 'stderr'] as const
  const own = { stdin: Readable.from([input]), stdout: written('stdout'), stderr: written('stderr') }
  const theirs = streams.map((name) => Object.getOwnPropertyDescriptor(process, name))
  try {
    for (const name of streams) Object.defineProperty(process, name, { configurable: true, value: own[name] })
    process.env = { PATH: before.env.PATH, NODE_COMPILE_CACHE: before.env.NODE_COMPILE_CACHE, ...env }
    if (cwd) process.chdir(cwd)
    const status = await main(args)
    return { status, ...said }
  } finally {
    for (const [at, name] of streams.entries()) Object.defineProperty(process, name, theirs[at] ?? {})
    process.env = before.env
    if (cwd) process.chdir(before.cwd)
    isRunning = false
  }
}
