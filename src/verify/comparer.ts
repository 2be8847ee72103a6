import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { extname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { allUnread, type Comparison, type Quotation } from './compare.ts'
import type { Page } from './read/page-texts.ts'

export type Task = { page: Page; quotations: readonly Quotation[] }

export type Comparer = {
  compare(page: Page, quotations: readonly Quotation[]): Promise<Comparison>
  close(): Promise<void>
}

/**
 * Reads pages and compares them, one after the other, in a process of their own: a page made to exhaust a parser ends in
 * one clause, after `seconds` or at `megabytes` of heap, and a fresh process takes the next one. A thread would not do:
 * where it runs out of memory inside the parser, the whole process ends with it.
 */
export function openComparer({
  seconds = 30,
  megabytes = 512,
  stop = new AbortController().signal,
} = {}): Comparer {
  let child: ChildProcess | undefined
  let last: Promise<unknown> = Promise.resolve()

  const end = () => {
    child?.kill('SIGKILL')
    child = undefined
  }
  stop.addEventListener('abort', end)
  const look = async (task: Task): Promise<Comparison> => {
    if (stop.aborted) return unread(task, 'it was not looked at')
    child ??= await started(megabytes)
    if (stop.aborted) {
      end()
      return unread(task, 'it was not looked at')
    }
    const answer = await answerOf(child, task, seconds)
    if ('compared' in answer) return answer
    end()
    return unread(task, answer.why)
  }
  return {
    compare(page, quotations) {
      const turn = last.then(() => look({ page, quotations }))
      last = turn
      return turn
    },
    close: () => last.then(end),
  }
}

/** The clock of a page does not run until its process can read. What it says when it breaks is not for people. */
async function started(megabytes: number): Promise<ChildProcess> {
  // `.ts` in the repository, `.js` in the package: a path that is no import is not rewritten when the package is built.
  const file = new URL(`comparer-process${extname(import.meta.filename)}`, import.meta.url)
  const child = fork(fileURLToPath(file), {
    execArgv: [`--max-old-space-size=${megabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  await Promise.race([once(child, 'message'), once(child, 'exit')])
  return child
}

async function answerOf(
  child: ChildProcess,
  task: Task,
  seconds: number,
): Promise<Comparison | { why: string }> {
  const over = new AbortController()
  const { signal } = over
  const late = { why: `reading and comparing it took longer than ${seconds} s` }
  const answer = once(child, 'message', { signal }).then(([comparison]) => comparison as Comparison)
  const broken = once(child, 'exit', { signal }).then(([code, by]) => ({ why: reasonOf(code, by) }))
  const clock = setTimeout(seconds * 1000, late, { signal })
  child.send(task)
  try {
    return await Promise.race([answer, broken, clock])
  } catch (error) {
    return { why: `it cannot be compared (${(error as Error).message})` }
  } finally {
    for (const loser of [answer, broken, clock]) loser.catch(() => undefined)
    over.abort()
  }
}

/** Node aborts where its heap is full. */
function reasonOf(code: number | null, signal: string | null): string {
  return signal === 'SIGABRT' || code === 134
    ? 'reading it takes too much memory'
    : `reading it broke off (${signal ?? code})`
}

function unread({ quotations }: Task, why: string): Comparison {
  return { why, compared: allUnread(quotations, why) }
}
