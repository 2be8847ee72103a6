import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realFolder } from '../real-folder.ts'

const { desk, knowledge } = realFolder()

test('which places have more links than so many is counted over what all else leaves', () => {
  const partners = new Map<string, Set<string>>()
  for (const { place, twin } of knowledge.assertions)
    if (knowledge.places.get(twin)?.country === 'DE')
      partners.set(place, (partners.get(place) ?? new Set()).add(twin))
  const several = partners.values().filter(({ size }) => size > 1)
  const links = several.reduce((sum, { size }) => sum + size, 0)
  for (const question of [
    'who has twins with more than one German town',
    'which councils have at least 2 German twins',
    'places with 2 or more German partners',
    'councils with more than one twin in Germany',
  ]) {
    const { table, direct } = desk.answer(question)
    assert.equal(table?.rows.length, links, question)
    assert.match(direct?.sentence ?? '', /^\d+ places: .*\(\d\)/, question)
  }
})

test('what is more than so many years, people or pounds counts no links', () => {
  assert.deepEqual(
    desk.answer('which twinnings are more than 50 years old').table,
    desk.answer('links older than 50 years').table,
  )
  assert.equal(desk.answer('links that cost more than 12 pounds').query?.ask.includes('at least'), false)
})

test('how many towns are in an area here are those with links, in one abroad the links with it', () => {
  assert.match(desk.answer('how many towns in Yorkshire have twins').direct?.sentence ?? '', /^\d+ places: /)
  const abroad = desk.answer('how many towns in Germany is Leeds twinned with').direct
  assert.match(abroad?.sentence ?? '', /links? on record/)
})

test('who is not twinned with a place is not told by the links that there are', () => {
  const { lead = [] } = desk.answer('which Yorkshire towns are not twinned with Germany')
  assert.match(lead.join(' '), /Which places have none is not recorded/)
})

test('how a link stands in our words is explained, and what an answer has no link on is asked of the texts', () => {
  for (const question of [
    'what does dormant mean',
    'what counts as suspended',
    'what does named in a list mean',
  ])
    assert.equal(
      desk.answer(question).heading,
      'How a link stands is what the newest dated source says of it',
      question,
    )
})

test('a name that comes near is offered where the folder says nothing on the word', () => {
  for (const question of ['sheffld', 'sheffld twins'])
    assert.ok(
      desk.answer(question).suggestions.some(({ ask }) => ask === 'twins Sheffield'),
      question,
    )
})

test('a council area beside a town is a place of its own, and a name begins what it is short for', () => {
  assert.match(desk.answer('Isle of Wight Coburg').heading, /^We hold no link between Isle of Wight/)
  assert.match(desk.answer('landsberg').heading, /Landsberg am Lech/)
})

test('what is left out is left out however it is said, and a word that denies is no slip from a name', () => {
  const left = desk.answer('Leeds twins outside Germany').table
  for (const question of [
    'Leeds twins except in Germany',
    'Leeds twins except those with Germany',
    'Leeds twins that aren’t German',
    'Leeds twins which are not in Germany',
  ])
    assert.deepEqual(desk.answer(question).table, left, question)
  assert.deepEqual(
    desk.answer('aren’t Leeds and Lille twinned').query?.readings.map(({ read }) => read),
    ['Leeds', 'Lille, France'],
  )
})

test('the latest on a link is how it stands', () => {
  assert.match(desk.answer('what’s the latest on Nottingham and Krasnodar').query?.ask ?? '', / status$/)
  assert.match(desk.answer('latest links in Yorkshire').query?.ask ?? '', / newest$/)
})

test('links nobody has told of since a year are those with older evidence', () => {
  assert.match(desk.answer('links nobody has updated since 2010').query?.ask ?? '', / evidence before 2010$/)
})

test('shares, round years and the countries that most partners are in are asked for in few words', () => {
  assert.match(desk.answer('percentage of German twins').direct?.sentence ?? '', /in 100\.$/)
  assert.deepEqual(desk.answer('50 year anniversaries in 2027').table, desk.answer('links from 1977').table)
  assert.match(desk.answer('top 5 partner countries').direct?.sentence ?? '', /^\d+ countries: Germany/)
})

test('what is kept of whoever asks, and how an answer is taken along, are asked of Hansa', () => {
  assert.equal(desk.answer('what data do you keep about me').heading, 'What is typed is not kept')
  assert.match(desk.answer('can I get this in Excel').heading, /^Cite the documents/)
})
