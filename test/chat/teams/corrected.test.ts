import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProposalDesk } from '../../../src/chat/core/proposals.ts'
import type { Correction, StartDigest } from '../../../src/digest/desk.ts'
import { until } from '../../until.ts'
import { button, said } from './card-rules.ts'
import { CHANNEL, cardIn, deliver, GROUP, pretendTeams, servedIn, typed } from './pretend-teams.ts'

const CORRECTED = 'Corrected since this was shared. The start is now 1970 and was 1969.'

for (const [where, conversation, channel] of [
  ['in its thread', CHANNEL, '19:channel@thread.tacv2'],
  ['in a group chat itself', GROUP, GROUP.id],
] as const) {
  test(`what was corrected since it was shared is told to all, ${where}`, async (t) => {
    const teams = await pretendTeams(t)
    const shared = Promise.withResolvers<string>()
    const startDigest = () =>
      ({
        async tellCorrections(_workspace: string, tell: (one: Correction) => Promise<unknown>) {
          await tell({ channel, thread: await shared.promise, sentence: CORRECTED, ask: 'twins Leeds' })
        },
      }) as unknown as ReturnType<StartDigest>
    const proposals = { untold: async () => [], due: async () => [] } as unknown as ProposalDesk
    const { url } = await servedIn(t, teams, { startDigest, proposals })
    await deliver(url, typed(teams, '<at>Hansa</at> twins Leeds', conversation), teams.token())
    await until(() => teams.posted.length === 1)
    shared.resolve('1795983720000')
    await until(() => teams.posted.length === 2)
    const told = teams.posted[1]
    assert.deepEqual([told?.conversation, told?.targeted], [conversation.id, false])
    assert.match(said(cardIn(told)), /^Corrected since this was shared\./)
    assert.deepEqual(button(cardIn(told), 'Ask again').data, { ask: 'twins Leeds' })
  })
}
