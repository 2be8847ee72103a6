import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { asker, commandOf } from '../asker.ts'

/** Slash commands of every kind of answer. */
export const QUESTIONS = [
  'Leeds',
  'Hull',
  'Sheffield',
  'Dortmund',
  'Köln',
  'Germany',
  'Yorkshire',
  'Passau',
  'leds',
  'Xyzzy',
  '',
]

export type Server = {
  app: ChildProcess
  url: string
  channel: string
  isDead(): boolean
  ask(command: Buffer): Promise<void>
}

/** What is measured, and Bolt alone. */
export type Both = { hansa: Server; bolt: Server }

/** `kept` is not said of what was never promised. */
export type Result = { what: string; found: string; kept?: boolean }

export async function forked(file: string): Promise<Server> {
  const app = fork(fileURLToPath(new URL(`../${file}`, import.meta.url)))
  const [{ url, channel }] = await once(app, 'message')
  let dead = false
  app.on('exit', () => {
    dead = true
  })
  return { app, url, channel, isDead: () => dead, ask: asker(url).ask }
}

export function commandsOf(asked: readonly string[], count: number): readonly Buffer[] {
  return Array.from({ length: count }, (_, number) => commandOf(asked[number % asked.length] ?? ''))
}
