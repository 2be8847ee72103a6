import type { Log } from '../../answer/log.ts'

/** Was this delivery handled before? Remembers it. A store shared by instances can stand in. */
export type Seen = (id: string) => boolean | Promise<boolean>

/**
 * Remembers deliveries for `minutes`, at most `most` of them, oldest forgotten first. A platform repeats what it thinks was
 * not received, and a captured request could be sent again within the five minutes its signature lasts.
 */
export function rememberSeen({ now = Date.now, minutes = 10, most = 100_000 } = {}): Seen {
  const times = new Map<string, number>()
  return (id) => {
    const [oldest, since = 0] = times.entries().next().value ?? []
    if (oldest !== undefined && (times.size >= most || now() - since > minutes * 60_000)) times.delete(oldest)
    const before = times.get(id)
    if (before !== undefined && now() - before <= minutes * 60_000) return true
    times.delete(id)
    times.set(id, now())
    return false
  }
}

/** Whether a delivery is handled for the first time. Answering twice is better than not at all. */
export function firstTimeOnly(seen: Seen, log: Log): (id: string) => Promise<boolean> {
  return async (id) => {
    try {
      return !(await seen(id))
    } catch (err) {
      log.error({ err }, 'cannot tell whether a delivery came before')
      return true
    }
  }
}
