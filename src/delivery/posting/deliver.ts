import { firstLine, messageOf, type Sent, type Waiting } from '../../digest/post.ts'
import { later, type Moment, secondsBetween } from '../../digest/schedule/moment.ts'
import type { Run } from '../../digest/schedule/run.ts'
import { channelKey } from '../../digest/schedule/subscription.ts'
import type { Holder } from '../../store/store.ts'
import type { DeliveryDeps } from '../delivery-deps.ts'
import { backoff, type Clock, isOpen, type Pace, roomToRepeat, timeToPost, waitUntil } from './timing.ts'

/** How many steps one run may take before the others have their turn. */
const STEPS = 8

/** Works on a run that this process holds. `wanted`: its channel still subscribes. Gives how it stands, as far as it is still ours. */
type Deliver = (held: Run, wanted: boolean) => Promise<Run | undefined>

/**
 * Brings runs to the platform, as far as that is possible now. Each step is on disk before the next begins: whoever
 * finds a run later, after a crash at any point, knows enough to go on without posting twice.
 */
export function deliverer(deps: DeliveryDeps, clock: Clock): Deliver {
  const { post, pace, sleep, stopping } = deps
  const recorder = createRunRecorder(deps, clock)
  const send = sender(deps, clock, recorder)

  return async (held, wanted) => {
    let run: Run | undefined = await recorder.latest(held)
    for (let steps = 0; run && isOpen(run, clock.platform()) && steps < STEPS; steps++) {
      run = await step(run, wanted)
    }
    return run
  }

  /** Undefined when it is another process's now, or this one stops. */
  async function step(run: Run, wanted: boolean): Promise<Run | undefined> {
    if (run.state === 'claimed' && !wanted) return recorder.record({ ...run, state: 'withdrawn' })
    if (run.state === 'trying') await sleep(pace.settle)
    if (stopping.aborted) return undefined
    const found = await post.scheduled(run)
    if (found.how !== 'unknown') clock.heard(found.at)
    const next = afterLook(run, found, clock.platform(), deps.chance(), pace)
    if (next !== 'send') return recorder.record(next)
    return wanted ? send(run) : recorder.record({ ...run, state: 'withdrawn' })
  }
}

/**
 * How a run stands after a look at what waits on the platform; `send` when it is to be handed over now.
 *
 * One that was tried may still arrive at any moment, so its time to post is never changed: the platform itself refuses
 * a call whose time is past, and until then whatever waits twice can be taken back. `now` is the platform's time.
 */
function afterLook(run: Run, found: Waiting, now: Moment, chance: number, pace: Pace): Run | 'send' {
  if (found.how === 'seen') {
    const waiting = found.messages.find(({ first }) => first === firstLine(run))
    if (waiting) {
      return {
        ...run,
        state: 'handed',
        message: waiting.id,
        postAt: waiting.postAt,
        retryAt: undefined,
        why: undefined,
      }
    }
  }
  return run.state === 'claimed' ? beforeTry(run, found, now, chance, pace) : afterTry(run, found, now, pace)
}

/** Nothing was sent: as long as the platform cannot be asked, nothing will be. */
function beforeTry(run: Run, found: Waiting, now: Moment, chance: number, pace: Pace): Run | 'send' {
  // Who slept for days leaves it out, as whoever was down for days does: its items go into the next.
  if (now > later(run.due, pace.stale)) return { ...run, state: 'skipped', retryAt: undefined }
  if (found.how !== 'unknown') return 'send'
  const tries = run.tries + 1
  const { why, after = backoff(tries, chance, pace) } = found
  return { ...run, tries, why, retryAt: waitUntil(now, after) }
}

function afterTry(run: Run, found: Waiting, now: Moment, pace: Pace): Run | 'send' {
  const { postAt = run.due } = run
  const why = found.how === 'seen' ? run.why : found.why
  if (now > later(postAt, pace.guard)) return { ...run, state: 'doubtful', retryAt: undefined, why }
  if (found.how === 'seen' && roomToRepeat(run, now, pace)) return 'send'
  // A time to post comes nearer: whoever can be asked is asked again at once, unless it wants patience.
  if (found.how === 'unknown' && found.after === undefined) return { ...run, why, retryAt: undefined }
  const { after = pace.tick / 2 } = found.how === 'unknown' ? found : {}
  return { ...run, why, retryAt: waitUntil(now, after) }
}

/** Tries once to hand a run over. The result says how it stands; undefined when it is another process's now. */
type Send = (run: Run) => Promise<Run | undefined>

export function sender(deps: DeliveryDeps, clock: Clock, recorder: RunRecorder): Send {
  const { store, post, pace, stopping } = deps
  let canSchedule = true

  return async (run) => {
    // What may wait on the platform already is never shown at once as well.
    const later = canSchedule || run.state === 'trying'
    const early = secondsBetween(clock.platform(), run.due)
    if (!later && early > 0) return recorder.record({ ...run, retryAt: waitUntil(clock.platform(), early) })
    const trying: Run = {
      ...run,
      state: 'trying',
      tries: run.tries + 1,
      postAt: later ? fixedTime(run) : clock.platform(),
      retryAt: undefined,
    }
    const { until } = holderOf(clock, deps)
    if (!(await recorder.record(trying))) return undefined
    if (stopping.aborted) return recorder.record(run)
    // A process that slept past its lease is not the only one any more.
    if (clock.ours() >= until) return undefined
    const sent = later
      ? await post.schedule(messageOf(trying), trying.postAt ?? run.due)
      : await post.post(messageOf(trying))
    return outcome(run, trying, sent)
  }

  /** Moves only while the platform certainly has nothing: a call that may still arrive keeps its time. */
  function fixedTime({ state, due, postAt = due }: Run): Moment {
    return state === 'trying' ? postAt : timeToPost(due, clock.platform(), pace)
  }

  async function outcome(before: Run, trying: Run, sent: Sent): Promise<Run | undefined> {
    if (sent.how === 'unknown') return recorder.record({ ...trying, why: sent.why })
    if (sent.how === 'cannot') {
      canSchedule = false
      const why = 'the platform shows messages at once only'
      return refused(before, trying, {
        how: 'refused',
        why,
        forever: false,
        after: before.state === 'claimed' ? 0 : undefined,
      })
    }
    clock.heard(sent.at)
    if (sent.how === 'taken')
      return recorder.recordTaken({ ...trying, state: 'handed', message: sent.id, why: undefined })
    return refused(before, trying, sent)
  }

  /** The platform does not have this call's message. It may still have an earlier one's. */
  async function refused(
    before: Run,
    trying: Run,
    { why, forever, after }: Extract<Sent, { how: 'refused' }>,
  ): Promise<Run | undefined> {
    if (forever) {
      const { workspace, channel } = trying
      await store.stop(trying, { at: clock.ours(), why, told: false })
      await deps.record({ workspace, channel, at: clock.ours(), did: 'stopped a digest', what: why })
      return recorder.record({ ...trying, state: 'refused', why })
    }
    const patience = before.state === 'claimed' ? backoff(trying.tries, deps.chance(), pace) : pace.tick / 2
    const retryAt = waitUntil(clock.platform(), after ?? patience)
    return recorder.record({ ...trying, state: before.state, why, retryAt })
  }
}

/** Keeps in the store how a run stands. Undefined when another process has taken it over. */
type RunRecorder = {
  record(run: Run): Promise<Run | undefined>
  /** The same for what the platform has taken: not forgotten while the store is in trouble. */
  recordTaken(run: Run): Promise<Run | undefined>
  /** The run, with what the store could not be told of it. */
  latest(held: Run): Promise<Run | undefined>
}

export function createRunRecorder(deps: DeliveryDeps, clock: Clock): RunRecorder {
  const untold = new Map<string, Run>()

  async function record(run: Run): Promise<Run | undefined> {
    return (await deps.store.record(run, holderOf(clock, deps))) ? run : undefined
  }

  async function recordTaken(run: Run): Promise<Run | undefined> {
    untold.set(tryOf(run), run)
    const found = await record(run)
    untold.delete(tryOf(run))
    return found
  }

  return {
    record,
    recordTaken,
    async latest(held) {
      const known = held.state === 'trying' ? untold.get(tryOf(held)) : undefined
      return known ? recordTaken(known) : held
    },
  }
}

/** This process, for as long as one lease from now. */
export function holderOf(clock: Clock, { name, pace }: DeliveryDeps): Holder {
  const now = clock.ours()
  return { name, now, until: later(now, pace.lease) }
}

/** A channel that two organisations share has the same id in both of their workspaces. */
function tryOf(run: Run): string {
  return `${channelKey(run)} ${run.week} ${run.tries}`
}
