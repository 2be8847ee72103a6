import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '../../../src/answer/answer.ts'
import { type Asker, OUTSIDE } from '../../../src/answer/rights.ts'
import { askAs, type DigestSide } from '../../../src/chat/core/handle-interaction.ts'
import type { Voice } from '../../../src/digest/desk.ts'
import { ANSWER } from '../../an-answer.ts'

const answered = (heading: string): Answer => ({ ...ANSWER, heading })

/** A chat of its own kind: its askers carry more than ours, and get it back when they are spoken to. */
type Person = Asker & { tenant: string }
const PERSON: Person = {
  platform: 'teams',
  workspace: 'W',
  private: false,
  outside: false,
  tenant: 'council',
}

/** What the desk reads as a command of a channel. */
const OF_A_CHANNEL: Readonly<Record<string, { command: 'digest' | 'gaps'; words: string }>> = {
  '/digest on monday': { command: 'digest', words: 'on monday' },
  'ask gaps': { command: 'gaps', words: '' },
}

function chat() {
  const heard = { missed: 0, tenants: [] as string[] }
  const never = () => assert.fail('nobody asked for that')
  const digest: DigestSide<Person> = {
    desk: {
      answer: async (words) => answered(`digest: ${words}`),
      gaps: async () => answered('gaps'),
      recordGap: () => void heard.missed++,
      ownDigests: never,
      weeklyOf: never,
      recordJudgement: never,
      keepReceipt: never,
      rememberShare: never,
      tellCorrections: never,
      settingsOf: never,
      suited: async (answer) => answer,
      report: never,
    },
    voice({ tenant }) {
      heard.tenants.push(tenant)
      return {} as Voice
    },
  }
  const desk = {
    answer: (question: string) => {
      const channel = OF_A_CHANNEL[question]
      const query = {
        ask: question,
        intent: channel ? 'channel' : 'links',
        readings: [],
        unused: [],
      } as const
      return { ...answered(`desk: ${question}`), query: { ...query, ...(channel && { channel }) } }
    },
    commands: () => [],
    suggest: () => [],
  }
  const ask = askAs(desk, digest)
  return { heard, heading: async (question: string, as = PERSON) => (await ask(question, as)).heading }
}

test('in every chat the digest and open questions know who asks, and all else is the desk’s', async () => {
  const { heard, heading } = chat()
  assert.equal(await heading('/digest on monday'), 'digest: on monday')
  assert.deepEqual(heard.tenants, ['council'])
  assert.equal(await heading('ask gaps'), 'gaps')
  assert.equal(await heading('digest-free food in Leeds'), 'desk: digest-free food in Leeds')
  assert.equal(heard.missed, 1)
})

test('in every chat people from outside add nothing, and get no list of open questions', async () => {
  const { heard, heading } = chat()
  const outsider = { ...PERSON, outside: true }
  assert.equal(await heading('twins Leeds', outsider), 'desk: twins Leeds')
  assert.equal(await heading('ask gaps', outsider), OUTSIDE)
  assert.equal(heard.missed, 0)
})
