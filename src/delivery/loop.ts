import { instantOf, later } from '../digest/schedule/moment.ts'
import { LOOK_BACK, type Owed, owed } from '../digest/schedule/owed.ts'
import type { Run, RunHead } from '../digest/schedule/run.ts'
import { channelKey, type Subscription } from '../digest/schedule/subscription.ts'
import { StoreTrouble } from '../store/store.ts'
import type { DeliveryDeps } from './delivery-deps.ts'
import { claimOwed } from './posting/claim-owed.ts'
import { deliverer, holderOf } from './posting/deliver.ts'
import { type Clock, createClock, isOpen } from './posting/timing.ts'
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
export function digestLoop(deps: DeliveryDeps): DigestLoop {
  const clock = createClock(deps.now)
  const deliver = deliverer(deps, clock)
  const tellStopped = stopTeller(deps, clock)
  let forgotten = ''

  async function tick(): Promise<void> {
    const { store } = deps
    if (store.trouble()) await store.ready()
    const served = await deps.served()
    const isOurs = ({ workspace }: { workspace: string }) => served.has(workspace)
    const subscriptions = (await store.subscriptions()).filter(isOurs)
    const runs = (await store.runs(later(clock.ours(), -(LOOK_BACK + 1) * WEEK))).filter(isOurs)
    const wanted = wantedAmong(subscriptions)
    const claimed = await claimAll(subscriptions, runs, clock, deps)
    const open = [...runs, ...claimed].filter((run) => isOpen(run, clock.platform()))
    // What waits twice can be taken back for minutes only: it does not stand in line behind what is to be handed over, and
    // what was handed over just now is looked at before its process can be killed over another.
    await Promise.all([
      inTurn(
        runs.filter((run) => isWaiting(run, clock)),
        deps,
        (run) => (wanted(run) ? withdrawExtra(run, clock, deps) : withdraw(run, clock, deps)),
      ),
      inTurn(open, deps, async (run) => {
        const held = await store.hold(run, holderOf(clock, deps))
        const handed = held && (await deliver(held, wanted(held)))
        if (handed) await withdrawExtra(handed, clock, deps)
      }),
    ])
    await tellStopped(subscriptions)
  }

  /** Once a day. */
  async function forget(): Promise<void> {
    const today = deps.now().toZonedDateTimeISO('UTC').toPlainDate()
    if (today.toString() === forgotten) return
    const { store, keepQuestions, keepWords } = deps
    // Also of workspaces that nobody serves any more: what is kept for so long is kept for no longer.
    for (const workspace of await store.workspaces()) {
      await store.forget(workspace, today.subtract({ days: keepQuestions }).toString())
    }
    if (!keepWords) for (const workspace of await deps.served()) await store.forgetWords(workspace)
    await store.forgetChanges(today.subtract({ days: deps.keepChanges }).toString())
    forgotten = today.toString()
  }

  async function safely(): Promise<void> {
    await guarded(deps, 'looking at what is owed', tick)
    // Whatever became of the digests: what is old is not kept for longer.
    await guarded(deps, 'forgetting what is old', forget)
  }

  return {
    tick: safely,
    async run() {
      while (!deps.stopping.aborted) {
        await safely()
        if (!deps.stopping.aborted) await deps.sleep(deps.pace.tick)
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
  deps: DeliveryDeps,
): Promise<readonly Run[]> {
  const claimed: Run[] = []
  for (const one of await owedByThePlatform(subscriptions, runs, clock, deps)) {
    if (deps.stopping.aborted) break
    await guarded(deps, 'making a digest', async () => {
      const run = await claimOwed(one, clock, deps)
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
  { post }: DeliveryDeps,
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
  deps: DeliveryDeps,
  work: (run: RunHead) => Promise<unknown>,
): Promise<void> {
  const left = [...runs]
  const worker = async () => {
    for (let run = left.shift(); run && !deps.stopping.aborted; run = left.shift()) {
      const one = run
      await guarded(deps, 'handing over a digest', () => work(one))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/** The store tells its own troubles, once each. Anything else is our mistake, and must not end the loop. */
async function guarded({ log }: DeliveryDeps, doing: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (err) {
    if (!(err instanceof StoreTrouble)) log.error({ err }, `${doing} failed`)
  }
}

/**
 * Tells whoever subscribed that a digest stopped, and why, until it is taken, or this person can never be told. What
 * is wrong with our access to the platform is wrong for all of them, and may take days to put right.
 */
function stopTeller(
  { store, post, pace, log }: DeliveryDeps,
  clock: Clock,
): (subscriptions: readonly Subscription[]) => Promise<void> {
  let notBefore = ''
  return async (subscriptions) => {
    for (const subscription of subscriptions) {
      const { by, stopped } = subscription
      if (!stopped || stopped.told || clock.ours() < notBefore) continue
      const sent = await post.tellStopped(by, subscription, stopped.why)
      if (sent.how === 'refused' && !sent.forever) {
        notBefore = later(clock.ours(), sent.after ?? pace.patience)
      }
      if (sent.how !== 'taken' && !(sent.how === 'refused' && sent.forever)) continue
      await store.stopTold(subscription, stopped)
      log.warn({ why: stopped.why, told: sent.how === 'taken' }, 'a digest stopped')
    }
  }
}
