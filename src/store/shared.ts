import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { type Store, StoreTrouble } from './store.ts'

/** What another process of the same user may ask of the one that has the embedded store open. */
const VERBS = [
  'workspaces',
  'gaps',
  'keptWords',
  'forget',
  'reports',
  'judgements',
  'export',
  'subscriptions',
  'runs',
  'run',
  'turn',
  'installations',
  'deleteWorkspace',
  'changes',
  'recordChange',
  'receipt',
  'proposals',
  'proposal',
  'decideProposal',
] as const

export type SharedStore = Pick<Store, (typeof VERBS)[number]>

type Question = { verb: keyof SharedStore; given: unknown[] }
type Reply = { result: unknown } | { trouble: string }

/**
 * Lets commands in the terminal ask this process, through a socket that only its owner can open. `told` hears, in a
 * sentence, that they cannot.
 */
export function shareStore(
  store: SharedStore,
  folder: string,
  told: (trouble: string) => void = () => {},
): { close(): void } {
  const path = socketIn(folder)
  const server = createServer((socket) => {
    socket.on('error', () => {})
    createInterface({ input: socket }).on('line', async (line) => {
      socket.end(`${JSON.stringify(await reply(store, line))}\n`)
    })
  })
  const cannot = ({ message }: Error) =>
    told(`While Hansa runs, commands cannot ask it for what is in the store (${message}).`)
  server.on('error', cannot)
  try {
    // Whoever has the store open owns the folder: a socket that lies there is left over.
    rmSync(path, { force: true })
    server.listen(path, () => onlyOurs(path, cannot))
  } catch (error) {
    cannot(error as Error)
  }
  server.unref()
  return { close: () => void server.close() }
}

/** The folder may have gone since: that must not end the process. */
function onlyOurs(path: string, cannot: (error: Error) => void): void {
  try {
    chmodSync(path, 0o600)
  } catch (error) {
    cannot(error as Error)
  }
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
    if (!isOurs(path)) return resolve(undefined)
    const socket = createConnection(path, () => resolve(socket))
    socket.once('error', () => resolve(undefined))
  })
}

/** Longer addresses of sockets are cut short by some systems, in bytes. */
const LONGEST_ADDRESS = 100

function socketIn(folder: string): string {
  if (process.platform === 'win32') return join('\\\\.\\pipe', folder, 'hansa')
  const path = join(folder, 'hansa.sock')
  if (Buffer.byteLength(path) <= LONGEST_ADDRESS) return path
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)
  return join(tmpdir(), `hansa-${name}.sock`)
}

/** Where anyone may write, somebody else could lie in wait. */
function isOurs(path: string): boolean {
  if (process.platform === 'win32') return true
  try {
    return lstatSync(path).uid === process.getuid?.()
  } catch {
    return false
  }
}
