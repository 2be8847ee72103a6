import { cpSync } from 'node:fs'
import type { TestContext } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { createDesk } from '../../../src/answers/desk.ts'
import { createDigestDesk } from '../../../src/delivery/digest-desk.ts'
import { buildLibrary } from '../../../src/library/library.ts'
import { proposalDesk } from '../../../src/serve/proposals.ts'
import { pretendDeps } from '../../delivery/pretend-deps.ts'
import { pretendClock } from '../../delivery/pretend-platform.ts'
import { emptyFolder, FIXTURE } from '../../growing/folders.ts'
import { realFolder } from '../../real-folder.ts'
import { DORTMUND, LEEDS, smallKnowledge } from '../../small-knowledge.ts'
import { SQLITE } from '../../store/engines.ts'
import { patientSleep, until } from '../../until.ts'
import { accepted } from './card-rules.ts'
import {
  CHANNEL,
  CLIENT,
  cardIn,
  deliver,
  PERSONAL,
  pressOf,
  pretendTeams,
  servedIn,
  TENANT,
  typed,
} from './pretend-teams.ts'

export type Action = Parameters<typeof pressOf>[1]

export const CURATORS = { ...CHANNEL, id: '19:curators@thread.tacv2' }
export const FILLED = {
  place: 'Leeds',
  partner: 'Rouen',
  status: 'active',
  source: 'https://example.org/rouen',
}

/** Teams with a store, and a folder in which a record can be checked. */
export async function world(t: TestContext) {
  const teams = await pretendTeams(t)
  const store = (await SQLITE.place(t)).open()
  const folder = emptyFolder(t)
  cpSync(FIXTURE, folder, { recursive: true })
  const library = buildLibrary(KNOWLEDGE)
  const clock = pretendClock('2026-11-24T10:00:00Z')
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const { knowledge } = realFolder()
  const now = () => Temporal.Instant.from('2027-12-06T10:00:00Z')
  const proposals = proposalDesk(folder, store, () => knowledge, { now, record: store.recordChange })
  const { url, health } = await servedIn(t, teams, {
    desk: createDesk(library, () => '2026-11-24'),
    settings: { clientId: CLIENT, tenantId: TENANT, curators: CURATORS.id },
    proposals,
    record: store.recordChange,
    startDigest: (post, served) =>
      createDigestDesk({
        ...pretendDeps(clock, { store, post, served, name: 'test', log, library: () => library }),
        sleep: patientSleep,
        timezone: 'Europe/London',
      }),
  })
  const press = async (action: Action, where: object = PERSONAL) => {
    const { body } = await deliver(url, pressOf(teams, action, where as never), teams.token())
    if (typeof body.value === 'object') accepted({ summary: 'x', card: body.value as never })
    return body.value
  }
  const ask = async (words: string, where: object = PERSONAL) => {
    const before = teams.posted.length
    await deliver(url, typed(teams, words, where as never), teams.token())
    // What is said of a change is posted as well, before the answer.
    await until(() => teams.posted.length > before && health().running === 0)
    return cardIn(teams.posted.at(-1))
  }
  const atCurators = () =>
    teams.posted.flatMap((one) => (one.conversation === CURATORS.id ? [cardIn(one)] : []))
  /** What a dialog shows after a delivery: a card, or a sentence. */
  const dialog = async (body: object) => {
    const { task } = (await deliver(url, body, teams.token())).body as { task: Task }
    if (typeof task.value === 'string') return task.value
    accepted({ summary: 'x', card: task.value.card.content as never })
    return task.value.card.content
  }
  return { dialog, teams, store, folder, clock, log, proposals, press, ask, atCurators }
}

type Task = { type: string; value: string | { card: { content: unknown } } }

const KNOWLEDGE = smallKnowledge({
  places: [LEEDS, DORTMUND],
  links: [{ id: 'leeds-dortmund', place: LEEDS.id, twin: DORTMUND.id, since: '1969', on: '2021' }],
  exists: [
    { id: '2641181', name: 'Norwich', country: 'GB', admin: 'Norfolk', population: 143_135, also: [] },
  ],
})
