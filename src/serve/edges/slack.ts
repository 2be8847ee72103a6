import { setTimeout as wait } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { ofWorkspace } from '../../answer/rights.ts'
import { type Curators, rememberSeen, type Seen } from '../../chat/core/handle-interaction.ts'
import { later, momentOf } from '../../digest/schedule/moment.ts'
import type { Store } from '../../store/store.ts'
import { goodbyesIn } from '../../store/workspaces.ts'
import type { EdgeOfSettings } from './wired.ts'

export const slack: EdgeOfSettings = {
  name: 'slack',
  isOn: (settings) => settings.slack !== undefined,
  async load({ settings, desk, maps, takeAlong, startDigest, proposals, store, record, onDeaf }) {
    const { slack, curators, databaseUrl, data } = settings
    if (!slack) throw new Error('Slack is not in the settings')
    const { slackEdge } = await import('../../chat/slack/transport/serve-slack.ts')
    return slackEdge({
      settings: slack,
      desk,
      onDeaf,
      pictureOf: maps.forChat,
      takeAlong,
      startDigest,
      proposals,
      rows: store,
      goodbyes: goodbyesIn(data),
      record,
      ...(curators && { curators: curatorsIn(curators) }),
      ...(databaseUrl && { seen: seenIn(store) }),
    })
  },
}

/** `C1, U2`, in the only workspace; or `T1/C1, T1/U2, T2/C2`. */
function curatorsIn(list: string): Curators {
  return (workspace) => ofWorkspace(list.split(','), workspace)
}

/**
 * Seconds for which a delivery is remembered that was answered, and one that was only begun: the store counts whole ones, so the
 * latter is forgotten between one and two seconds after it began, and a second is left of the three that Slack waits.
 */
const REMEMBER = 600
const BEGUN = 1

/** Slack waits three seconds for an answer; so long we wait for the store. Milliseconds. */
const PATIENCE = 500

/** Past the turn of a second, so that no timer is early. Milliseconds. */
const A_BIT = 10

type Clock = { now(): number; wait(ms: number): Promise<unknown> }
const CLOCK: Clock = { now: () => Temporal.Now.instant().epochMilliseconds, wait }

/**
 * A memory of deliveries that all instances on one database share: was this one handled before, by any of them? One that another
 * has begun is waited for: an instance may die before it answers, and then whoever got the repetition does, two seconds after it
 * began at the latest, however long the other lived. While the store is in trouble, each instance remembers its own.
 */
export function seenIn(store: Pick<Store, 'firstTime' | 'seenUntil'>, clock = CLOCK): Seen {
  const here = rememberSeen()
  const now = () => momentOf(Temporal.Instant.fromEpochMilliseconds(clock.now()))
  const patiently = (asked: Promise<boolean>) =>
    Promise.race([asked.catch(() => true), wait(PATIENCE, true, { ref: false })])
  const isFirst = (id: string) => patiently(store.firstTime(id, now(), later(now(), BEGUN)))
  return {
    async before(id) {
      if (await here.before(id)) return true
      for (let turns = 0; turns <= BEGUN + 1; turns++) {
        if (turns > 0) await clock.wait(1000 - (clock.now() % 1000) + A_BIT)
        if (await isFirst(id)) return false
      }
      return true
    },
    async answered(id) {
      await patiently(store.seenUntil(id, later(now(), REMEMBER)).then(() => true))
    },
  }
}
