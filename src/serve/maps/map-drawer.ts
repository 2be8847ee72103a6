import { createHash } from 'node:crypto'
import type { Log } from '../../answer/log.ts'
import type { LeftOut } from '../../chat/core/own-addresses.ts'
import { type Drawn, type MapProcess, mapProcess, type Task } from './map-process.ts'

/** Draws maps one after the other. Equal ones are drawn once; what was drawn is kept for a while. Never throws. */
export type MapDrawer = {
  draw(task: Task): Promise<Drawn | LeftOut>
  /** Lets go of all that was drawn. */
  forget(): void
  stop(): void
}

export type DrawerOptions = {
  log: Pick<Log, 'warn'>
  process?: MapProcess
  /** Different maps that are being drawn or wait for it. More would wait for half a minute. */
  most?: number
  /** Bytes of finished maps that are kept: about twenty. */
  keep?: number
}

export function mapDrawer({
  log,
  process = mapProcess(),
  most = 16,
  keep = 8_000_000,
}: DrawerOptions): MapDrawer {
  const underway = new Map<string, Promise<Drawn | LeftOut>>()
  let kept = keptDrawings(keep)
  let last: Promise<unknown> = Promise.resolve()

  async function drawn(task: Task, key: string, before: Promise<unknown>): Promise<Drawn | LeftOut> {
    const into = kept
    await before
    try {
      const picture = await process.draw(task)
      into.add(key, picture)
      return picture
    } catch (err) {
      log.warn({ err }, 'a map could not be drawn')
      return { leftOut: 'failed' }
    } finally {
      underway.delete(key)
    }
  }

  return {
    async draw(task) {
      const key = keyOf(task)
      const known = kept.get(key) ?? underway.get(key)
      if (known) return known
      if (underway.size >= most) return { leftOut: 'busy' }
      const mine = drawn(task, key, last)
      underway.set(key, mine)
      last = mine
      return mine
    },
    forget() {
      kept = keptDrawings(keep)
    },
    stop: process.stop,
  }
}

/** All that a map shows is in its task: the same key is the same picture, byte for byte. */
export function keyOf(task: Task): string {
  const key = keys.get(task) ?? createHash('sha256').update(JSON.stringify(task)).digest('hex')
  keys.set(task, key)
  return key
}

const keys = new WeakMap<Task, string>()

/** The drawings used last, up to so many bytes of them. */
function keptDrawings(most: number) {
  const byKey = new Map<string, Drawn>()
  let bytes = 0
  const drop = (key: string) => {
    bytes -= byKey.get(key)?.bytes.length ?? 0
    byKey.delete(key)
  }
  const add = (key: string, drawn: Drawn) => {
    drop(key)
    byKey.set(key, drawn)
    bytes += drawn.bytes.length
    for (const oldest of byKey.keys()) {
      if (bytes <= most) break
      drop(oldest)
    }
  }
  return {
    add,
    get(key: string): Drawn | undefined {
      const drawn = byKey.get(key)
      if (drawn) add(key, drawn)
      return drawn
    },
  }
}
