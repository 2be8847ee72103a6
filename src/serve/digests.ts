import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { type Desk, DIGEST_COMMAND } from '../answer/answer.ts'
import type { RecordChange } from '../answer/change.ts'
import type { DeliveryDeps } from '../delivery/delivery-deps.ts'
import { createDigestDesk } from '../delivery/digest-desk.ts'
import { digestLoop } from '../delivery/loop.ts'
import { PACE } from '../delivery/posting/timing.ts'
import type { StartDigest } from '../digest/desk.ts'
import type { Library } from '../library/library.ts'
import type { Store } from '../store/store.ts'
import { knowledgeFolder } from './folder/folder.ts'
import { whatBelongs } from './guidelines.ts'
import type { Settings } from './settings.ts'

export type Digests = {
  start: StartDigest
  /** Fulfils when what was under way has come to rest in the store. */
  stop(): Promise<void>
}

/** How digests are delivered with these settings, from this store. */
export function digestsOf(
  settings: Settings,
  store: Store,
  library: () => Library,
  record: RecordChange,
  log: DeliveryDeps['log'],
): Digests {
  const stopping = new AbortController()
  const { signal } = stopping
  const underWay: Promise<void>[] = []
  const sleep = (seconds: number) => wait(seconds * 1000, undefined, { signal }).catch(() => {})
  return {
    start(post, served) {
      const {
        timezone,
        contributeUrl,
        keepQuestions,
        keepChanges,
        keepWords,
        digestEditors: editors,
      } = settings
      const now = () => Temporal.Now.instant()
      const name = randomUUID()
      const chance = Math.random
      const deps = {
        store,
        post,
        served,
        record,
        library,
        log,
        keepQuestions,
        keepChanges,
        keepWords,
        now,
        sleep,
        stopping: signal,
        chance,
        name,
        pace: PACE,
      }
      const guidelines = whatBelongs(knowledgeFolder(settings))
      const desk = createDigestDesk({
        ...deps,
        timezone,
        guidelines,
        editors,
        ...(contributeUrl && { contributeUrl }),
      })
      underWay.push(digestLoop(deps).run())
      signal.addEventListener('abort', () => underWay.push(desk.flushed()))
      return desk
    },
    async stop() {
      stopping.abort()
      await Promise.all(underWay)
    },
  }
}

const QUESTIONS = ['', ' now', ' on monday 09:00', ' off', ' about '].map((words) => `digest${words}`)

/** The same desk, which also knows that there is a digest, for lists of commands and completions. */
export function withDigest(desk: Desk): Desk {
  return {
    answer: (question) => desk.answer(question),
    commands: () => [...desk.commands(), DIGEST_COMMAND],
    suggest(typed, k) {
      const bare = typed.trimStart().replace(/^\//, '').toLowerCase()
      const slash = typed.trimStart().startsWith('/') ? '/' : ''
      const fitting = bare === '' ? [] : QUESTIONS.filter((question) => question.startsWith(bare))
      return [...fitting.map((question) => slash + question), ...desk.suggest(typed, k)].slice(0, k)
    },
  }
}
