import assert from 'node:assert/strict'
import { test } from 'node:test'
import { teamsManifest } from '../../../src/chat/teams/install/package.ts'
import { actionsOf, inside, said } from './card-rules.ts'
import { filledIn, keptMessage } from './kept-messages.ts'
import { GROUP } from './pretend-teams.ts'
import { CURATORS, FILLED, world } from './with-store.ts'

const MESSAGE =
  '<div><at id="0">Kim</at> Leeds signed with <b>Rouen</b> &amp; it is <a href="https://example.org/rouen?a=1&amp;b=2">here</a></div>'

const fields = (card: unknown) =>
  Object.fromEntries(inside(card).flatMap(({ id, value }) => (id ? [[id, value]] : [])))

test('“Keep this for Hansa” opens a form with the words and the address of a message, which curators then get', async (t) => {
  const { teams, store, dialog, atCurators } = await world(t)
  const form = await dialog(keptMessage(teams, MESSAGE))
  assert.equal(fields(form).quote, 'Leeds signed with Rouen & it is here')
  assert.equal(fields(form).source, 'https://example.org/rouen?a=1&b=2')
  // Only what is submitted comes back from a dialog.
  assert.deepEqual(
    actionsOf(form).map(({ type, title }) => [type, title]),
    [['Action.Submit', 'Send']],
  )
  const wrong = await dialog(filledIn(teams, { ...FILLED, place: 'Atlantis', named: 'Robin' }))
  assert.match(said(wrong), /Atlantis/)
  assert.deepEqual([fields(wrong).partner, fields(wrong).named], ['Rouen', 'Robin'])
  assert.match(String(await dialog(filledIn(teams, FILLED))), /Thank you/)
  assert.equal((await store.proposals(['waiting'])).length, 1)
  assert.match(said(atCurators().at(-1)), /Rouen/)
  // An address may stand in the words, or be none.
  const plain = fields(await dialog(keptMessage(teams, 'See https://example.org/ouen on it')))
  assert.deepEqual([plain.source, plain.quote], ['https://example.org/ouen', 'See on it'])
})

test('who is no colleague keeps nothing, and where Hansa is no member their own chat tells who they are', async (t) => {
  const { teams, store, dialog } = await world(t)
  teams.answering = ({ path }) => (path.includes(`${encodeURIComponent(GROUP.id)}/members`) ? 403 : undefined)
  assert.match(JSON.stringify(await dialog(keptMessage(teams, MESSAGE))), /Rouen/)
  teams.answering = ({ path }) => (path.includes('/members') ? 403 : undefined)
  assert.match(String(await dialog(filledIn(teams, FILLED, CURATORS))), /no member of this conversation/)
  delete teams.answering
  teams.guests.add('29:robin')
  assert.match(String(await dialog(keptMessage(teams, MESSAGE, CURATORS))), /Only colleagues propose/)
  assert.match(String(await dialog(filledIn(teams, FILLED, CURATORS))), /Only colleagues propose/)
  assert.deepEqual(await store.proposals(['waiting']), [])
})

test('the package has it in the menu of a message', () => {
  const developer = { name: 'A', websiteUrl: '', privacyUrl: '', termsOfUseUrl: '' }
  const { composeExtensions } = teamsManifest({ clientId: 'c', version: '1.0.0', developer }) as {
    composeExtensions: {
      commands: { type: string; title: string; context: string[]; fetchTask?: boolean }[]
    }[]
  }
  const [action] = composeExtensions[0]?.commands.filter(({ type }) => type === 'action') ?? []
  assert.deepEqual(
    [action?.title, action?.context, action?.fetchTask],
    ['Keep this for Hansa', ['message'], true],
  )
  assert.ok((action?.title ?? '').length <= 32)
})
