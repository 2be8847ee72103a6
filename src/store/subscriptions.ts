import type { Subscription, Weekday } from '../digest/schedule/subscription.ts'
import type { Database, Row } from './engine/database.ts'
import type { Subscriptions } from './store.ts'

export function subscriptionsIn(database: Database): Subscriptions {
  return {
    subscribe: (subscription) =>
      database.atomically(async (query) => {
        await query(
          `INSERT INTO subscriptions (workspace, channel, weekday, at_time, zone, about, by_user, since,
            stopped_at, stopped_why, told) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
          ON CONFLICT (workspace, channel) DO UPDATE SET weekday = excluded.weekday, at_time = excluded.at_time,
            zone = excluded.zone, about = excluded.about, by_user = excluded.by_user, since = excluded.since,
            stopped_at = excluded.stopped_at, stopped_why = excluded.stopped_why, told = excluded.told`,
          valuesOf(subscription),
        )
      }),
    unsubscribe: ({ workspace, channel }) =>
      database.atomically(async (query) => {
        await query('DELETE FROM subscriptions WHERE workspace = $1 AND channel = $2', [workspace, channel])
      }),
    stop: ({ workspace, channel }, { at, why, told }) =>
      database.atomically(async (query) => {
        await query(
          `UPDATE subscriptions SET stopped_at = $3, stopped_why = $4, told = $5
          WHERE workspace = $1 AND channel = $2`,
          [workspace, channel, at, why, Number(told)],
        )
      }),
    stopTold: ({ workspace, channel }, { at, why }) =>
      database.atomically(async (query) => {
        await query(
          `UPDATE subscriptions SET told = 1 WHERE workspace = $1 AND channel = $2 AND stopped_at = $3
            AND stopped_why = $4`,
          [workspace, channel, at, why],
        )
      }),
    subscriptions: () =>
      database.atomically(async (query) => {
        const rows = await query('SELECT * FROM subscriptions ORDER BY workspace, channel')
        return rows.map(subscriptionOf)
      }),
  }
}

function valuesOf({ workspace, channel, weekly, about, by, since, stopped }: Subscription) {
  const { weekday, time, zone } = weekly
  const stop = [stopped?.at ?? null, stopped?.why ?? null, Number(stopped?.told ?? false)]
  return [workspace, channel, weekday, time, zone, about, by, since, ...stop]
}

function subscriptionOf(row: Row): Subscription {
  const stopped = row.stopped_at !== null && {
    at: String(row.stopped_at),
    why: String(row.stopped_why),
    told: row.told === 1,
  }
  return {
    workspace: String(row.workspace),
    channel: String(row.channel),
    weekly: { weekday: row.weekday as Weekday, time: String(row.at_time), zone: String(row.zone) },
    about: String(row.about),
    by: String(row.by_user),
    since: String(row.since),
    ...(stopped ? { stopped } : {}),
  }
}
