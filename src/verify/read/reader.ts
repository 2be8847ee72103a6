import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Page, Reading } from './page-texts.ts'

export type Reader = { read(page: Page): Promise<Reading>; close(): Promise<void> }

/**
 * Reads pages one after the other in a thread of their own: a page made to exhaust a parser ends in one clause, after
 * `seconds` or at `megabytes`, and the next page is read by a fresh thread.
 */
export function openReader({ seconds = 30, megabytes = 512 } = {}): Reader {
  let thread: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()

  const read = async (page: Page): Promise<Reading> => {
    thread ??= await started(megabytes)
    const reading = await answerOf(thread, page, seconds)
    if ('why' in reading) await stop()
    return reading
  }
  const stop = async () => {
    const stopped = thread
    thread = undefined
    await stopped?.terminate()
  }
  return {
    read(page) {
      const turn = last.then(() => read(page))
      last = turn
      return turn
    },
    close: () => last.then(stop),
  }
}

/** The clock of a page does not run while its thread starts. */
async function started(megabytes: number): Promise<Worker> {
  const resourceLimits = { maxOldGenerationSizeMb: megabytes }
  const thread = new Worker(new URL('./reader-thread.ts', import.meta.url), { resourceLimits })
  await once(thread, 'online')
  return thread
}

async function answerOf(thread: Worker, page: Page, seconds: number): Promise<Reading> {
  const over = new AbortController()
  const { signal } = over
  const answer = once(thread, 'message', { signal }).then(
    ([reading]) => reading as Reading,
    (error) => ({ why: reasonOf(error) }),
  )
  const late = { why: `reading it took longer than ${seconds} s` }
  const clock = setTimeout(seconds * 1000, late, { signal }).catch(() => late)
  thread.postMessage(page)
  const first = await Promise.race([answer, clock])
  over.abort()
  return first
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'reading it takes too much memory'
    : `it cannot be read (${error.message})`
}
