import type { ServerResponse } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { Temporal } from 'temporal-polyfill'
import type { Log } from '../answer/log.ts'
import { close, listen } from '../chat/core/http-server.ts'
import type { Health } from '../chat/core/serve-edges.ts'
import { editionOf } from '../digest/edition.ts'
import { momentOf } from '../digest/schedule/moment.ts'
import type { Knowledge } from '../knowledge/records.ts'
import type { Store } from '../store/store.ts'
import { ownVersion } from './edges/mcp.ts'

/** What is measured at the moment it is asked for. */
export type Measured = {
  knowledge(): Knowledge
  store: Pick<Store, 'runs' | 'subscriptions' | 'trouble'>
  health(): Health
}

export type Metrics = {
  /** The same log; what it is told in fields is counted. */
  counting(log: Log): Log
  /** Prometheus text. */
  text(measured: Measured): Promise<string>
}

/** Digests of so many days are counted. */
const DAYS = 28

/**
 * Figures for whoever looks after Hansa: how many answers of which command, how long they took, how the folder, the
 * store and digests stand. No word that somebody typed and nobody's id is in them, for none is in the fields of the log.
 */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'hansa_' })
  const counter = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Counter({ name, help, labelNames: [...labelNames], registers })
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name, help, labelNames: [...labelNames], registers })
  const answers = counter('hansa_answers_total', 'Answers, and other things done', [
    'at',
    'command',
    'outcome',
  ])
  const seconds = new Histogram({
    name: 'hansa_answer_seconds',
    help: 'From a question to its answer',
    labelNames: ['at'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10],
    registers,
  })
  const told = counter('hansa_log_total', 'Warnings and errors in the log', ['level'])
  const info = gauge('hansa_info', 'Which Hansa, and which state of the folder it serves', [
    'version',
    'folder',
  ])
  const records = gauge('hansa_folder_statements', 'Statements that are served, by kind', ['kind'])
  const sources = gauge('hansa_folder_sources', 'Documents that are served')
  const leftOut = gauge('hansa_folder_packs_left_out', 'Packs that are not served')
  const checked = gauge('hansa_folder_newest_check_timestamp_seconds', 'When a source was last looked at')
  const parts = gauge('hansa_part_trouble', '1 while a part is in trouble, as /health tells', ['part'])
  const running = gauge('hansa_answers_running', 'Answers under way')
  const store = gauge('hansa_store_up', '1 while the store works')
  const runs = gauge('hansa_digests', `Digests of the last ${DAYS} days, by how they stand`, ['state'])
  const subscriptions = gauge('hansa_digest_channels', 'Channels with a digest', ['state'])

  async function look({ knowledge, store: asked, health }: Measured): Promise<void> {
    const held = knowledge()
    for (const one of [info, records, parts, runs, subscriptions]) one.reset()
    info.set({ version: await ownVersion(), folder: editionOf(held).id }, 1)
    const byKind = Map.groupBy(held.statements.values(), ({ kind }) => kind)
    for (const [kind, { length }] of byKind) records.set({ kind }, length)
    sources.set(held.sources.size)
    leftOut.set(held.packs.filter(({ trouble }) => trouble).length)
    const newest = [...held.statements.values()].map(({ checked }) => checked.on).sort()
    checked.set(Date.parse(newest.at(-1) ?? '1970-01-01') / 1000)
    const { troubles = [], running: underWay } = health()
    for (const { part } of troubles) parts.set({ part }, 1)
    running.set(underWay)
    store.set(asked.trouble() === undefined ? 1 : 0)
    try {
      const since = Temporal.Now.instant().subtract({ hours: DAYS * 24 })
      const states = Map.groupBy(await asked.runs(momentOf(since)), ({ state }) => state)
      for (const [state, { length }] of states) runs.set({ state }, length)
      const channels = Map.groupBy(await asked.subscriptions(), ({ stopped }) => (stopped ? 'stopped' : 'on'))
      for (const [state, { length }] of channels) subscriptions.set({ state }, length)
    } catch {
      store.set(0)
    }
  }

  return {
    counting: (log) => ({
      ...log,
      info(facts, message) {
        const { at, command, outcome, ms } = facts as Readonly<Record<string, unknown>>
        if (typeof command === 'string' && typeof outcome === 'string') {
          answers.inc({ at: String(at), command, outcome })
          if (typeof ms === 'number') seconds.observe({ at: String(at) }, ms / 1000)
        }
        log.info(facts, message)
      },
      warn(facts, message) {
        told.inc({ level: 'warn' })
        log.warn(facts, message)
      },
      error(facts, message) {
        told.inc({ level: 'error' })
        log.error(facts, message)
      },
    }),
    async text(measured) {
      await look(measured)
      return registry.metrics()
    },
  }
}

/** Serves them on a port of their own, and nothing else there. Throws a SetupError where it cannot listen. */
export async function serveMetrics(
  metrics: Metrics,
  measured: Measured,
  { host, port, log }: { host: string; port: number; log: Log },
): Promise<{ port: number; stop(): Promise<void> }> {
  const answer = async (response: ServerResponse) => {
    const text = await metrics.text(measured)
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text)
  }
  const server = await listen(
    ({ method, url }, response) => {
      if (method !== 'GET' || url !== '/metrics') return response.writeHead(404).end()
      answer(response).catch((err) => {
        log.error({ err }, 'the figures could not be told')
        response.writeHead(500).end()
      })
    },
    { host, port, setting: 'HANSA_METRICS_PORT' },
  )
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () => close(server, 1000),
  }
}
