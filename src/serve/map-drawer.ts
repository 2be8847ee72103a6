import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Drawing, Picture } from '../map/drawing.ts'
import type { Asked } from './map-thread.ts'

/** Draws maps in a thread of its own: a map takes some hundred milliseconds, and answers must not wait for it. */
export type MapDrawer = {
  draw(drawing: Drawing): Promise<Picture>
  png(svg: string): Promise<Uint8Array>
}

type Reply = { id: number; done?: unknown; error?: unknown }
type Waiting = { resolve(done: unknown): void; reject(error: unknown): void }

/** The thread starts with the first map, and holds up nothing that wants to end. */
export function mapDrawer(): MapDrawer {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | undefined
  let count = 0

  function ask(what: { draw: Drawing } | { png: string }): Promise<unknown> {
    thread ??= started()
    const id = ++count
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    waiting.set(id, { resolve, reject })
    thread.ref()
    thread.postMessage({ id, ...what } satisfies Asked)
    return promise
  }

  function started(): Worker {
    // `.ts` in the repository, `.js` in the package: a path that is no import is not rewritten when the package is built.
    const worker = new Worker(new URL(`map-thread${extname(import.meta.filename)}`, import.meta.url))
    worker.on('message', ({ id, done, error }: Reply) => {
      const one = waiting.get(id)
      waiting.delete(id)
      if (error === undefined) one?.resolve(done)
      else one?.reject(error)
      if (waiting.size === 0) worker.unref()
    })
    worker.on('error', (error) => {
      for (const one of waiting.values()) one.reject(error)
      waiting.clear()
      thread = undefined
    })
    return worker
  }

  return {
    draw: (drawing) => ask({ draw: drawing }) as Promise<Picture>,
    png: (svg) => ask({ png: svg }) as Promise<Uint8Array>,
  }
}
