import { chmodSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Store } from './store.ts'
import { StoreTrouble } from './trouble.ts'

/** What another process of the same user may ask of the one that has the embedded store open. */
const VERBS = [
  'gaps',
  'forget',
  'reports',
  'judgements',
  'export',
  'subscriptions',
  'runs',
  'run',
  'turn',
] as const

export type SharedStore = Pick<Store, (typeof VERBS)[number]>

type Question = { verb: keyof SharedStore; given: unknown[] }
type Reply = { result: unknown } | { trouble: string }

/** Lets commands in the terminal ask this process, through a socket in the folder that only its owner can open. */
export function shareStore(store: SharedStore, folder: string): { close(): void } {
  const path = socketIn(folder)
  const server = createServer((socket) => {
    socket.on('error', () => {})
    createInterface({ input: socket }).on('line', async (line) => {
      socket.end(`${JSON.stringify(await reply(store, line))}\n`)
    })
  })
  // Whoever has the store open owns the folder: a socket that lies there is left over.
  rmSync(path, { force: true })
  server.on('error', () => {})
  server.listen(path, () => chmodSync(path, 0o600))
  server.unref()
  return { close: () => void server.close() }
}

/** The store of the process that has it open; undefined when none listens. */
export async function runningStore(folder: string): Promise<SharedStore | undefined> {
  const socket = await connected(socketIn(folder))
  if (!socket) return undefined
  socket.destroy()
  const asking = VERBS.map((verb) => [verb, (...given: unknown[]) => ask(folder, { verb, given })])
  return Object.fromEntries(asking)
}

async function reply(store: SharedStore, line: string): Promise<Reply> {
  try {
    const { verb, given } = JSON.parse(line) as Question
    if (!VERBS.includes(verb)) return { trouble: 'The running Hansa is of another version.' }
    const act = store[verb] as (...given: unknown[]) => Promise<unknown>
    return { result: (await act(...given)) ?? null }
  } catch (error) {
    return { trouble: error instanceof StoreTrouble ? error.message : 'The running Hansa could not do that.' }
  }
}

async function ask(folder: string, question: Question): Promise<unknown> {
  const socket = await connected(socketIn(folder))
  if (!socket) throw new StoreTrouble('The running Hansa has just ended. Try again.', { lost: true })
  socket.write(`${JSON.stringify(question)}\n`)
  let text = ''
  for await (const chunk of socket.setEncoding('utf8')) text += chunk
  const answer = JSON.parse(text) as Reply
  if ('trouble' in answer) throw new StoreTrouble(answer.trouble, { lost: false })
  return answer.result ?? undefined
}

function connected(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = createConnection(path, () => resolve(socket))
    socket.once('error', () => resolve(undefined))
  })
}

function socketIn(folder: string): string {
  return process.platform === 'win32' ? join('\\\\.\\pipe', folder, 'hansa') : join(folder, 'hansa.sock')
}
