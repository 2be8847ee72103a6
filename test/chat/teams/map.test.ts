import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sealingWith } from '../../../src/chat/core/installations.ts'
import { ownAddresses } from '../../../src/chat/core/own-addresses.ts'
import { realFolder } from '../../real-folder.ts'
import { until } from '../../until.ts'
import { accepted, actionsOf, button, inside } from './card-rules.ts'
import { cardIn, deliver, pressOf, pretendTeams, servedIn, typed } from './pretend-teams.ts'

const titles = (card: unknown) => actionsOf(card).map(({ title }) => title)

test('a press shows the map in the answer, from an address of Hansa’s own; files are fetched there, too', async (t) => {
  const teams = await pretendTeams(t)
  const { desk } = realFolder()
  let isBusy = false
  const own = ownAddresses({
    url: 'https://hansa.example.org',
    sealing: sealingWith('a secret of the operator, long enough'),
    desk,
    pictureOf: async ({ heading }) => ({
      name: 'map.png',
      title: `Map of ${heading}`,
      alt: 'Leeds and its partners. '.repeat(80),
      bytes: async () => (isBusy ? { leftOut: 'busy' } : Uint8Array.of(137)),
    }),
    takeAlong: async () => 'words',
    log: { error: (...all) => assert.fail(String(all)) },
  })
  const { url } = await servedIn(t, teams, { own, takeAlong: async () => 'words' })
  const ask = async (words: string) => {
    const before = teams.posted.length
    await deliver(url, typed(teams, words), teams.token())
    await until(() => teams.posted.length > before)
    return cardIn(teams.posted.at(-1))
  }
  const press = async (card: unknown, title: string) => {
    const { value } = (await deliver(url, pressOf(teams, button(card, title)), teams.token())).body
    if (typeof value === 'object') accepted({ summary: 'x', card: value as never })
    return value
  }
  const answer = await ask('twins Leeds')
  const shown = await press(answer, 'Map')
  const [image] = inside(shown).filter(({ type }) => type === 'Image')
  const address = new URL(String(image?.url))
  assert.equal(address.origin, 'https://hansa.example.org')
  assert.match(String(image?.altText), /^Leeds and its partners\..*…$/)
  assert.equal((await fetch(url + address.pathname + address.search)).status, 200)
  assert.ok(inside(shown).some(({ type }) => type === 'Table'))
  assert.ok(!titles(shown).includes('Map'))
  isBusy = true
  assert.match(String(await press(answer, 'Map')), /the map is left out: many are being drawn/)
  const copied = await press(answer, 'Copy or save')
  const word = actionsOf(copied).find(({ title }) => title === 'Word')
  assert.match(String(word?.url), /^https:\/\/hansa\.example\.org\/shown\?of=v1\./)
  assert.ok(!titles(await ask('help')).includes('Map'), 'help has no map')
})

test('without an address of its own, Hansa offers no map and says why there are no files', async (t) => {
  const teams = await pretendTeams(t)
  const { url } = await servedIn(t, teams, { takeAlong: async () => 'words' })
  await deliver(url, typed(teams, 'twins Leeds'), teams.token())
  await until(() => teams.posted.length === 1)
  const card = cardIn(teams.posted[0])
  assert.ok(!titles(card).includes('Map'))
  const copy = actionsOf(card).find(({ title }) => title === 'Copy or save') ?? {}
  const { body } = await deliver(url, pressOf(teams, copy), teams.token())
  assert.match(JSON.stringify(body.value), /Word files and maps are left out here/)
  const unsigned = await fetch(`${url}/shown?of=v1.x`)
  assert.equal(unsigned.status, 404)
})
