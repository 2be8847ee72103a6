import type { Running } from './running.ts'

/** A part that does not work, in a sentence for whoever looks after Hansa. */
export type Trouble = { part: string; says: string }

/** What the app can say of itself: `ok` while there are no troubles. `mode` is how people are reached. */
export type Health = {
  ok: boolean
  mode: string
  running: number
  troubles?: readonly Trouble[]
}

/** Says what is wrong with a part; undefined while it works. */
export type Part = { part: string; trouble: () => string | undefined }

export function healthOf(mode: string, running: Running, parts: readonly Part[]): Health {
  const troubles = parts.flatMap(({ part, trouble }) => {
    const says = trouble()
    return says === undefined ? [] : [{ part, says }]
  })
  const ok = troubles.length === 0
  return { ok, mode, running: running.count(), ...(ok ? {} : { troubles }) }
}
