import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * So long a test waits for what is bound to happen, in milliseconds. The only such limit: a machine with other things to
 * do takes its time, and nothing here says how fast anything is.
 */
export const LIMIT = 120_000

/** Waits until it holds, and asks less and less often: asking may be more work than what is waited for. */
export async function until(holds: () => unknown): Promise<void> {
  const end = performance.now() + LIMIT
  for (let pause = 5; !(await holds()); pause = Math.min(pause * 1.5, 200)) {
    assert.ok(performance.now() < end, `waited in vain for ${holds}`)
    await sleep(pause)
  }
}

/**
 * A pause as the program makes it; only that nobody here loses patience sooner than a test does. A short one is waited for
 * by tests, and holds the process; a long one must not.
 */
export function patientSleep(seconds: number): Promise<void> {
  const isShort = seconds < 1
  return sleep(isShort ? seconds * 1000 : LIMIT, undefined, { ref: isShort })
}
