import { AS_IT_COMES, type ChannelSettings } from '../digest/channel-settings.ts'
import { CALENDARS, type Calendar } from '../digest/schedule/holidays.ts'
import type { Channel, Subscription, Weekday } from '../digest/schedule/subscription.ts'
import type { Database, Query, Row } from './engine/database.ts'
import type { Addresses, Subscriptions } from './store.ts'

export function subscriptionsIn(database: Database): Subscriptions {
  return {
    subscribe: (subscription) =>
      database.atomically(async (query) => {
        await put(subscription, query)
      }),
    changeSubscription: (before, after) =>
      database.atomically(async (query) => {
        if (!before) return after ? put(after, query, 'DO NOTHING') : true
        // Who waits here for another instance finds the row gone that it had seen.
        const seen = await query(
          `DELETE FROM subscriptions WHERE workspace = $1 AND channel = $2 AND weekday = $3 AND at_time = $4 AND zone = $5
            AND about = $6 AND by_user = $7 AND since = $8 AND stopped_at IS NOT DISTINCT FROM $9 RETURNING channel`,
          valuesOf(before).slice(0, 9),
        )
        if (seen.length === 0) return false
        if (after) await put(after, query)
        return true
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
        const rows = await query(
          `SELECT s.*, c.home, c.holidays FROM subscriptions s LEFT JOIN channel_settings c
            ON c.workspace = s.workspace AND c.channel = s.channel ORDER BY s.workspace, s.channel`,
        )
        return rows.map(subscriptionOf)
      }),
    settingsOf: ({ workspace, channel }) =>
      database.atomically(async (query) => {
        const [row] = await query('SELECT * FROM channel_settings WHERE workspace = $1 AND channel = $2', [
          workspace,
          channel,
        ])
        return row ? settingsIn(row) : AS_IT_COMES
      }),
    keepSettings: (channel, settings, before) =>
      database.atomically(async (query) => {
        if (before) {
          const seen = await query(
            `DELETE FROM channel_settings WHERE workspace = $1 AND channel = $2 AND home = $3 AND map = $4
              AND editors = $5 AND holidays = $6 RETURNING channel`,
            settingValues(channel, before),
          )
          const wasNothing = JSON.stringify(before) === JSON.stringify(AS_IT_COMES)
          if (seen.length === 0 && !wasNothing) return false
        }
        const rows = await query(
          `INSERT INTO channel_settings (workspace, channel, home, map, editors, holidays)
          VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (workspace, channel) ${
            before
              ? 'DO NOTHING'
              : 'DO UPDATE SET home = excluded.home, map = excluded.map, editors = excluded.editors, holidays = excluded.holidays'
          } RETURNING channel`,
          settingValues(channel, settings),
        )
        return rows.length === 1
      }),
  }
}

export function addressesIn(database: Database): Addresses {
  return {
    noteAddress: (workspace, channel, address) =>
      database.atomically(async (query) => {
        await query(
          `INSERT INTO addresses (workspace, channel, address) VALUES ($1, $2, $3)
          ON CONFLICT (workspace, channel) DO UPDATE SET address = excluded.address`,
          [workspace, channel, address],
        )
      }),
    addressOf: (workspace, channel) =>
      database.atomically(async (query) => {
        const [row] = await query('SELECT address FROM addresses WHERE workspace = $1 AND channel = $2', [
          workspace,
          channel,
        ])
        return row && String(row.address)
      }),
    forgetAddress: (workspace, channel) =>
      database.atomically(async (query) => {
        await query('DELETE FROM addresses WHERE workspace = $1 AND channel = $2', [workspace, channel])
      }),
  }
}

const REPLACE = `DO UPDATE SET weekday = excluded.weekday, at_time = excluded.at_time, zone = excluded.zone,
  about = excluded.about, by_user = excluded.by_user, since = excluded.since, stopped_at = excluded.stopped_at,
  stopped_why = excluded.stopped_why, told = excluded.told`

/** Whether it stands there now. */
async function put(
  subscription: Subscription,
  query: Query,
  otherwise: typeof REPLACE | 'DO NOTHING' = REPLACE,
): Promise<boolean> {
  const rows = await query(
    `INSERT INTO subscriptions (workspace, channel, weekday, at_time, zone, about, by_user, since, stopped_at,
      stopped_why, told) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (workspace, channel) ${otherwise} RETURNING channel`,
    valuesOf(subscription),
  )
  return rows.length === 1
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
    weekly: {
      weekday: row.weekday as Weekday,
      time: String(row.at_time),
      zone: String(row.zone),
      ...holidaysIn(row),
    },
    about: String(row.about),
    ...(row.home ? { home: String(row.home) } : {}),
    by: String(row.by_user),
    since: String(row.since),
    ...(stopped ? { stopped } : {}),
  }
}

function settingValues({ workspace, channel }: Channel, { home, map, editors, holidays }: ChannelSettings) {
  return [workspace, channel, home, Number(map), editors.join(' '), holidays ?? '']
}

function settingsIn(row: Row): ChannelSettings {
  return {
    home: String(row.home),
    map: row.map === 1,
    editors: String(row.editors).split(' ').filter(Boolean),
    ...holidaysIn(row),
  }
}

/** A calendar that a later version knows is none to this one. */
function holidaysIn({ holidays }: Row): { holidays?: Calendar } {
  const known = CALENDARS.find((one) => one === holidays)
  return known ? { holidays: known } : {}
}
