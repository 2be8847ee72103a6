import { type Answer, type Finding, findingsOf } from '../answer/answer.ts'
import { correctedInWords } from '../answer/change.ts'
import type { DigestDesk } from '../digest/desk.ts'
import { later, momentOf } from '../digest/schedule/moment.ts'
import type { Library } from '../library/library.ts'
import type { Share } from '../store/store.ts'
import type { DeliveryDeps } from './delivery-deps.ts'

/**
 * Seconds for which a correction stands before anybody is told: what was withdrawn may come back, an edit may be put right, and two
 * instances may have two editions of the folder while one is being replaced.
 */
const STANDS = 3600
/** Days after which a thread is not told any more. */
const KEPT = 365
/** In one message. */
const TOLD = 3

type Deps = Pick<DeliveryDeps, 'store' | 'library' | 'now'>

/** What a shared answer says, statement by statement, to be compared later with what the folder says then. */
export function marksOf(answer: Answer, { knowledge }: Library): Share['records'] {
  const shown = findingsOf(answer).flatMap(({ id }) => knowledge.statements.get(id) ?? [])
  return Object.fromEntries(shown.map((one) => [one.id, one.mark]))
}

/**
 * Tells threads what is corrected, each once, whoever else looks at the same moment: it is claimed before it is told, and
 * what did not arrive then is not told again. Rejects with StoreTrouble.
 */
export function correctionTeller({ store, library, now }: Deps): DigestDesk['tellCorrections'] {
  // While the folder is the same and nothing waits, there is nothing to find but what another instance shared.
  const quiet = new Map<string, { of: Library; since: string }>()
  return async (workspace, tell) => {
    const [at, here] = [momentOf(now()), library()]
    const before = quiet.get(workspace)
    if (before?.of === here && at < later(before.since, STANDS)) return
    quiet.delete(workspace)
    await store.forgetShares(later(at, -KEPT * 24 * 3600))
    let waits = false
    for (const share of await store.shares(workspace)) {
      const ids = changedIn(share, here)
      const isDue = share.noticed !== undefined && later(share.noticed, STANDS) <= at
      if (ids.length > 0 && isDue) {
        const told = [...share.told, ...ids]
        if (!(await store.changeShare(share, { noticed: undefined, told }))) continue
        const says = await saidOf(share, ids, { store, library, now })
        if (says) await tell({ channel: share.channel, thread: share.thread, ...says })
        continue
      }
      const noticed = ids.length > 0 ? (share.noticed ?? at) : undefined
      waits ||= noticed !== undefined
      if (noticed !== share.noticed) await store.changeShare(share, { ...share, noticed })
    }
    if (!waits) quiet.set(workspace, { of: here, since: at })
  }
}

/** Statements that are not as they were and of which the thread was not told. */
function changedIn({ records, told }: Share, { knowledge }: Library): readonly string[] {
  return Object.entries(records).flatMap(([id, mark]) => {
    const now = knowledge.statements.get(id)
    return told.includes(id) || (now && now.mark === mark) ? [] : [id]
  })
}

async function saidOf(share: Share, ids: readonly string[], { store, library, now }: Deps) {
  const receipt = await store.receipt(share.receipt)
  if (!receipt) return undefined
  const { knowledge, finding } = library()
  const today = now().toString().slice(0, 10)
  const lines = findingsOf(receipt.shown)
    .filter(({ id }) => ids.includes(id))
    .flatMap((shown: Finding) => {
      const isHeld = knowledge.statements.has(shown.id)
      return correctedInWords(shown, isHeld ? finding(shown.id, today) : undefined) ?? []
    })
  if (lines.length === 0) return undefined
  const rest = lines.length > TOLD ? [`And ${lines.length - TOLD} more.`] : []
  const sentence = ['Corrected since this was shared.', ...lines.slice(0, TOLD), ...rest].join(' ')
  return { sentence, ask: receipt.shown.ask }
}
