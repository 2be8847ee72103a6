import { instantOf, later } from '../digest/schedule/moment.ts'
import { LOOK_BACK, type Owed, owed } from '../digest/schedule/owed.ts'
import type { Run, RunHead } from '../digest/schedule/run.ts'
import { channelKey, type Subscription } from '../digest/schedule/subscription.ts'
import { StoreTrouble } from '../store/trouble.ts'
import type { Parts } from './parts.ts'
import { claimOwed } from './posting/claim-owed.ts'
import { type Clock, twoClocks } from './posting/clock.ts'
import { deliverer } from './posting/deliver.ts'
import { holderOf } from './posting/keep.ts'
import { isOpen } from './posting/step.ts'
import { stopTeller } from './posting/tell-stopped.ts'
import { isWaiting, withdraw, withdrawExtra } from './posting/withdraw.ts'

/** How many channels are asked for the time: one list may be out of order by itself. */
const ASKED = 3

/** How many digests are handed over at the same time. */
const AT_ONCE = 8

const WEEK = 7 * 24 * 3600

export type DigestLoop = {
  /** Does what is to be done now. Never rejects. */
  tick(): Promise<void>
  /** Ticks until the process stops; fulfils when the last tick is over. */
  run(): Promise<void>
}

/** Asks again and again what is owed, and sees to it. Any number of processes may do so on one store. */
export function digestLoop(parts: Parts): DigestLoop {
  const clock = twoClocks(parts.now)
  const deliver = deliverer(parts, clock)
  const tellStopped = stopTeller(parts, clock)
  let forgotten = ''
  const mine = ({ workspace }: { workspace: string }) => workspace === parts.workspace

  async function tick(): Promise<void> {
    const { store } = parts
    if (store.trouble()) await store.ready()
    const subscriptions = (await store.subscriptions()).filter(mine)
    const runs = (await store.runs(later(clock.ours(), -(LOOK_BACK + 1) * WEEK))).filter(mine)
    const wanted = wantedAmong(subscriptions)
    const claimed = await claimAll(subscriptions, runs, clock, parts)
    const open = [...runs, ...claimed].filter((run) => isOpen(run, clock.platform()))
    await inTurn(open, parts, async (run) => {
      const held = await store.hold(run, holderOf(clock, parts))
      if (held) await deliver(held, wanted(held))
    })
    await inTurn(
      runs.filter((run) => isWaiting(run, clock)),
      parts,
      (run) => (wanted(run) ? withdrawExtra(run, clock, parts) : withdraw(run, clock, parts)),
    )
    await tellStopped(subscriptions)
  }

  /** Once a day. */
  async function forget(): Promise<void> {
    const today = parts.now().toZonedDateTimeISO('UTC').toPlainDate()
    if (today.toString() === forgotten) return
    const { store, keepQuestions, keepWords } = parts
    // Also of workspaces that nobody serves any more: what is kept for so long is kept for no longer.
    for (const workspace of await store.workspaces()) {
      await store.forget(workspace, today.subtract({ days: keepQuestions }).toString())
    }
    if (!keepWords) await store.forgetWords(parts.workspace)
    forgotten = today.toString()
  }

  async function safely(): Promise<void> {
    await guarded(parts, 'looking at what is owed', tick)
    // Whatever became of the digests: what is old is not kept for longer.
    await guarded(parts, 'forgetting what is old', forget)
  }

  return {
    tick: safely,
    async run() {
      while (!parts.stopping.aborted) {
        await safely()
        if (!parts.stopping.aborted) await parts.sleep(parts.pace.tick)
      }
    },
  }
}

function wantedAmong(subscriptions: readonly Subscription[]): (run: RunHead) => boolean {
  const channels = new Set(subscriptions.filter(({ stopped }) => !stopped).map(channelKey))
  return (run) => channels.has(channelKey(run))
}

async function claimAll(
  subscriptions: readonly Subscription[],
  runs: readonly RunHead[],
  clock: Clock,
  parts: Parts,
): Promise<readonly Run[]> {
  const claimed: Run[] = []
  for (const one of await owedByThePlatform(subscriptions, runs, clock, parts)) {
    if (parts.stopping.aborted) break
    await guarded(parts, 'making a digest', async () => {
      const run = await claimOwed(one, clock, parts)
      if (run) claimed.push(run)
    })
  }
  return claimed
}

/**
 * What is owed by the platform's clock. Ours may have jumped, or this process may have slept, since the platform last
 * told the time: then a digest would be made for another week than the one in which it is shown. So the platform is
 * asked first; nothing is made while it cannot tell, for nothing could be sent either.
 */
async function owedByThePlatform(
  subscriptions: readonly Subscription[],
  runs: readonly RunHead[],
  clock: Clock,
  { post }: Parts,
): Promise<readonly Owed[]> {
  const now = () => owed(instantOf(clock.platform()), subscriptions, runs)
  for (const { subscription } of now().slice(0, ASKED)) {
    const found = await post.scheduled(subscription)
    if (found.how === 'unknown') continue
    clock.heard(found.at)
    return now()
  }
  return []
}

/** One run's trouble is not another's. */
async function inTurn(
  runs: readonly RunHead[],
  parts: Parts,
  work: (run: RunHead) => Promise<unknown>,
): Promise<void> {
  const left = [...runs]
  const worker = async () => {
    for (let run = left.shift(); run && !parts.stopping.aborted; run = left.shift()) {
      const one = run
      await guarded(parts, 'handing over a digest', () => work(one))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/** The store tells its own troubles, once each. Anything else is our mistake, and must not end the loop. */
async function guarded({ log }: Parts, doing: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (err) {
    if (!(err instanceof StoreTrouble)) log.error({ err }, `${doing} failed`)
  }
}
