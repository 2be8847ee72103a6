import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WORDS } from '../../../src/delivery/command/digest-command.ts'
import { textsOf } from './card-rules.ts'
import { CHANNEL, GROUP, PERSONAL } from './pretend-teams.ts'
import { world } from './with-store.ts'

test('what can be typed is said as one types it in that conversation', async (t) => {
  const { ask } = await world(t)
  for (const [where, digest] of [
    [PERSONAL, 'digest'],
    [GROUP, '@Hansa digest'],
    [CHANNEL, '@Hansa digest'],
  ] as const) {
    const said = async (words: string) => textsOf(await ask(`<at>Hansa</at> ${words}`, where)).join(' ')
    assert.match(await said('digest'), new RegExp(`with “${digest} on monday 09:00”`))
    for (const word of [...Object.keys(WORDS), 'on', 'about', 'about castles', 'nonsense'])
      assert.doesNotMatch(await said(`digest ${word}`), /(^|[\s“])\/[a-z]/, word)
    assert.doesNotMatch(await said('settings map maybe'), /(^|[\s“])\/[a-z]/)
    assert.match(await said('digest now'), new RegExp(`“${digest} off” stops it`))
  }
})
