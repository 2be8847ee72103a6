import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '../../../bench/search/chance.ts'
import { until } from '../../until.ts'
import { filledIn, keptMessage } from './kept-messages.ts'
import { deliver, GROUP, pressOf, pretendTeams, searched, servedIn, typed } from './pretend-teams.ts'

const MANY = process.env.HANSA_EXHAUSTIVE ? 5000 : 80

const ODD: readonly unknown[] = [
  null,
  0,
  -1,
  true,
  '',
  'x',
  [],
  [null],
  {},
  { id: null },
  { id: '../..' },
  { id: 'x?y#z' },
  '\u0000',
  'é'.repeat(3000),
  1e308,
  { toString: 1 },
  '__proto__',
  'invoke',
  'message',
  'adaptiveCard/action',
  'https://elsewhere.example',
]

/** The same value with one to three of its parts changed, taken out or put elsewhere. */
function mutated(body: object, roll: () => number): unknown {
  const copy = structuredClone(body)
  for (let times = 1 + Math.floor(roll() * 3); times > 0; times--) {
    let at = copy as Record<string, unknown>
    for (let depth = 0; depth < 4; depth++) {
      const keys = Object.keys(at)
      const key = keys[Math.floor(roll() * keys.length)]
      if (key === undefined) break
      const inner = at[key]
      if (typeof inner === 'object' && inner !== null && roll() < 0.6) at = inner as typeof at
      else {
        if (roll() < 0.3) delete at[key]
        else at[key] = structuredClone(ODD[Math.floor(roll() * ODD.length)])
        break
      }
    }
  }
  return copy
}

test('whatever stands in a delivery, it is refused or answered once, and the next one is answered', async (t) => {
  const teams = await pretendTeams(t)
  const { url, health } = await servedIn(t, teams)
  const token = teams.token()
  const roll = chance(19)
  const makers = [
    () => typed(teams, 'help'),
    () => typed(teams, '<at>Hansa</at> thanks', GROUP),
    () => pressOf(teams, { verb: 'page', data: { ask: 'help', page: 0 } }),
    () => pressOf(teams, { verb: 'report', data: { ask: 'help' } }, GROUP),
    () => searched(teams, 'Leeds Dortmund'),
    () => keptMessage(teams, '<p>Leeds and <a href="https://example.org/x">Rouen</a></p>'),
    () => filledIn(teams, { place: 'Leeds', partner: 'Rouen' }),
  ]
  for (let number = 0; number < MANY; number++) {
    const before = teams.posted.length
    const body = mutated((makers[number % makers.length] ?? makers[0])?.() ?? {}, roll)
    const { status } = await deliver(url, body, token)
    assert.ok(status < 500, `${status} for ${JSON.stringify(body)}`)
    await until(() => health().running === 0)
    assert.ok(teams.posted.length <= before + 1, `answered twice: ${JSON.stringify(body)}`)
  }
  const before = teams.posted.length
  assert.equal((await deliver(url, typed(teams, 'help'), token)).status, 200)
  await until(() => teams.posted.length === before + 1)
})
