import { setTimeout as wait } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { type Curators, rememberSeen } from '../../chat/core/handle-interaction.ts'
import { later, momentOf } from '../../digest/schedule/moment.ts'
import type { Store } from '../../store/store.ts'
import type { EdgeOfSettings } from './wired.ts'

export const slack: EdgeOfSettings = {
  name: 'slack',
  isOn: (settings) => settings.slack !== undefined,
  async load({ settings, desk, maps, takeAlong, startDigest, proposals, store, record, onDeaf }) {
    const { slack, curators, databaseUrl } = settings
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
      record,
      ...(curators && { curators: curatorsIn(curators) }),
      ...(databaseUrl && { seen: seenIn(store) }),
    })
  },
}

/** `C1, U2`, in the only workspace; or `T1/C1, T1/U2, T2/C2`. */
function curatorsIn(list: string): Curators {
  const all = list.split(',').map((one) => {
    const [id = '', workspace = ''] = one.trim().split('/').reverse()
    return { id, workspace }
  })
  return (asked) => all.flatMap(({ id, workspace }) => (workspace === asked || workspace === '' ? [id] : []))
}

/** Seconds for which a delivery is remembered. */
const REMEMBER = 600

/** Slack waits three seconds for an answer; so long we wait for the store. Milliseconds. */
const PATIENCE = 500

/**
 * A memory of deliveries that all instances on one database share: was this one handled before, by any of them? While the
 * store is in trouble, each instance remembers its own.
 */
export function seenIn(store: Pick<Store, 'firstTime'>): (id: string) => Promise<boolean> {
  const seenHere = rememberSeen()
  return async (id) => {
    if (await seenHere(id)) return true
    const now = momentOf(Temporal.Now.instant())
    const first = store.firstTime(id, now, later(now, REMEMBER)).catch(() => true)
    return !(await Promise.race([first, wait(PATIENCE, true, { ref: false })]))
  }
}
