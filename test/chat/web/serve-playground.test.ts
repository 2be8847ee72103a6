import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { parseHTML } from 'linkedom'
import type { ProposalDesk } from '../../../src/chat/core/proposals.ts'
import type { Correction, StartDigest } from '../../../src/digest/desk.ts'
import { realFolder } from '../../real-folder.ts'
import { until } from '../../until.ts'
import { digestsFor, pressable, realDesk, served, statusAs, visitor } from './served.ts'

const { desk } = realFolder()

test('without a script too, a typed command is answered, with its citation', async (t) => {
  const me = visitor(await served(t, { desk }))
  await me.get('/policy')
  const said = await me.post('/policy/say', { text: '/twins Hull' })
  assert.deepEqual([said.status, said.headers.get('location')], [303, '/policy'])
  const page = await me.read('/policy')
  assert.match(page, /Only visible to you/)
  assert.match(page, />Freetown<[\s\S]*>Sierra Leone</)
  const [, words = ''] = /data-load="([^"]+)"/.exec(page) ?? []
  assert.match(await me.read(words), /href="https:\/\/[^"]+"[^>]*>British Council Hungary \(no date\)<\/a>/)
})

test('what is private to one person is not on another person’s page; what is shared is', async (t) => {
  const url = await served(t, { desk })
  const [me, other] = [visitor(url), visitor(url)]
  await other.get('/policy')
  await me.get('/policy')
  await me.post('/policy/say', { text: '/twins Hull' })
  assert.doesNotMatch(await other.read('/policy'), /Freetown/)
  const [, where = '', press = ''] = pressable(await me.read('/policy'), 'Share')
  const stolen = await other.post('/policy/press', { where, press })
  assert.equal(stolen.status, 409)
  assert.doesNotMatch(await other.read('/policy'), /Freetown/)
  await me.post('/policy/press', { where, press })
  const page = await other.read('/policy')
  assert.match(page, /Freetown/)
  assert.match(page, /twins (Kingston upon )?Hull · asked by/)
  assert.doesNotMatch(page, /Only visible to you/)
})

test('typed markup is text, in a message and in what the bot says of it', async (t) => {
  const me = visitor(await served(t, { desk }))
  await me.get('/policy')
  for (const text of [
    '<img src=x onerror=alert(1)>',
    '/twins <img src=x onerror=alert(1)>',
    '/ask "><script>',
  ]) {
    await me.post('/policy/say', { text })
  }
  const page = await me.read('/policy')
  assert.match(page, /&lt;img src=x onerror=alert\(1\)&gt;/)
  assert.doesNotMatch(page, /<img|<script(?! src="\/assets\/)/)
})

test('every answer carries a policy that lets nothing in from outside, and no inline script or style', async (t) => {
  const me = visitor(await served(t, { desk }))
  await me.post('/hansa/say', { text: 'twins Leeds' })
  const response = await me.get('/hansa')
  const policy = response.headers.get('content-security-policy') ?? ''
  assert.match(
    policy,
    /^default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'/,
  )
  assert.doesNotMatch(policy, /unsafe|https?:|data:/)
  const page = await response.text()
  assert.doesNotMatch(page, / style="| on\w+="|<style|javascript:/)
  const loaded = [...page.matchAll(/<(?:script|link|img|source)[^>]* (?:src|href|srcSet)="([^"]*)"/g)]
  assert.ok(loaded.length > 3)
  for (const [, from = ''] of loaded) assert.match(from, /^\/(assets|pictures)\//)
})

test('a window is filled in and sent, and says what became of it', async (t) => {
  const me = visitor(await served(t, { desk }))
  await me.post('/policy/say', { text: '/twins Hull' })
  const [, where = '', press = ''] = pressable(await me.read('/policy'), 'Report a mistake')
  await me.post('/policy/press', { where, press })
  const open = await me.read('/policy')
  assert.match(open, /<dialog open="" aria-labelledby|<dialog open aria-labelledby/)
  const window = /name="where" value="(V[^"]+)"/.exec(open)?.[1] ?? ''
  const fields = {
    '["record","record"]': 'kingston-upon-hull-freetown-bbchull',
    '["says","says"]': 'The year is wrong.',
  }
  await me.post('/policy/press', { where: window, press: 'submit', ...fields })
  assert.match(await me.read('/policy'), /There is nowhere to keep it here\./)
  await me.post('/policy/close', {})
  assert.doesNotMatch(await me.read('/policy'), /<dialog/)
})

test('the window of settings, saved as it opens, changes nothing, and people are chosen in it', async (t) => {
  const { library } = realDesk()
  const me = visitor(await served(t, { desk, startDigest: digestsFor(t, library) }))
  await me.post('/policy/say', { text: '/digest on' })
  await me.post('/policy/say', { text: '/hansa settings home Leeds; map off; editors U9' })
  const saved = async (chosen: (fields: string[][]) => string[][]) => {
    await me.post('/policy/say', { text: '/hansa settings' })
    const { document } = parseHTML(await me.read('/policy'))
    const fields = [...document.querySelectorAll('dialog input, dialog option[selected]')].map((one) => [
      one.getAttribute('name') ?? one.closest('select')?.getAttribute('name') ?? '',
      one.getAttribute('value') ?? '',
    ])
    assert.ok(fields.some(([name, value]) => name === EDITORS && value === ''))
    await me.post('/policy/press', [...chosen(fields), ['press', 'submit']])
    const page = await me.read('/policy')
    await me.post('/policy/close', {})
    return page
  }
  const asItIs = await saved((fields) => fields)
  assert.match(asItIs, /That is how it is set already/)
  assert.doesNotMatch(asItIs, /cannot be used here/)
  assert.match(await saved((fields) => [...fields, [EDITORS, 'U00000001']]), /2 people besides who set/)
  const cleared = await saved((fields) => fields.filter(([name, value]) => name !== EDITORS || value === ''))
  assert.match(cleared, /changed.*Who set the digest may change it/s)
})

const EDITORS = '["editors","editors"]'

const CORRECTED = 'Corrected since this was shared. The start is now 1970 and was 1969.'

/** A playground in which one share is found corrected. */
async function corrected(t: TestContext, thread: Promise<string>) {
  const startDigest = () =>
    ({
      async tellCorrections(_workspace: string, tell: (one: Correction) => Promise<unknown>) {
        await tell({ channel: 'C00000001', thread: await thread, sentence: CORRECTED, ask: 'twins Leeds' })
      },
    }) as unknown as ReturnType<StartDigest>
  const proposals = { untold: async () => [] } as unknown as ProposalDesk
  return visitor(await served(t, { desk, startDigest, proposals }))
}

test('what was corrected since it was shared is told in the channel where the thread ended with another process', async (t) => {
  const me = await corrected(t, Promise.resolve('1764000000.000001'))
  await until(async () => (await me.read('/policy')).includes(CORRECTED))
})

test('what was corrected since it was shared is told in the thread of what was shared', async (t) => {
  const shared = Promise.withResolvers<string>()
  const me = await corrected(t, shared.promise)
  await me.post('/policy/say', { text: 'This is shared.' })
  shared.resolve(/id="post-([\d.]+)"/.exec(await me.read('/policy'))?.[1] ?? '')
  await until(async () => (await me.read('/policy')).includes(CORRECTED))
  assert.match(await me.read('/policy'), /Ask again/)
})

test('a page of another site can neither read nor press', async (t) => {
  const url = await served(t, { desk })
  const me = visitor(url)
  const { host, port } = new URL(url)
  const asked = async (headers: Record<string, string>) =>
    (await me.post('/policy/say', { text: 'hello' }, headers)).status
  assert.equal(await asked({ origin: 'https://elsewhere.example' }), 403)
  assert.equal(await asked({ 'sec-fetch-site': 'cross-site' }), 403)
  assert.equal(await asked({ origin: `http://${host}` }), 303)
  assert.equal(await statusAs(port, `rebound.example:${port}`), 403)
  assert.equal(await statusAs(port, `localhost:${port}`), 200)
})

test('what is gone, too long or nowhere is said in a sentence', async (t) => {
  const me = visitor(await served(t, { desk }))
  const gone = await me.post('/policy/press', { where: '1.1', press: '["b","share:0"]' })
  assert.equal(gone.status, 409)
  assert.match(await gone.text(), /That can no longer be pressed: ask again below\./)
  const long = await me.post('/policy/say', { text: 'x'.repeat(20_000) })
  assert.match(await long.text(), /That was too long to read\./)
  const nothing = await me.post('/policy/press', { where: '1.1', press: 'choice', choice: '' })
  assert.match(await nothing.text(), /Choose something from the menu first\./)
  assert.equal((await me.get('/elsewhere')).status, 404)
  assert.equal((await me.get('/assets/..%2fpage.ts')).status, 404)
  assert.equal((await me.get('/pictures/%E0%A4%A')).status, 404)
})

test('completions are those of the desk', async (t) => {
  const me = visitor(await served(t, { desk }))
  const offers = await (await me.get('/suggest?typed=%2Ftwins%20Lee')).json()
  const lines = offers.map(({ line }: { line: string }) => line)
  assert.deepEqual(lines, desk.suggest('/twins Lee', 8))
  assert.ok(lines.includes('/twins Leeds'))
})

test('the app’s own command is completed too, and takes every question', async (t) => {
  const me = visitor(await served(t, { desk }))
  const offered = async (typed: string) => (await me.get(`/suggest?${new URLSearchParams({ typed })}`)).json()
  assert.deepEqual(await offered('/h'), [
    { line: '/hansa ', about: 'Any question' },
    { line: '/help ', about: 'What can be asked, and what Hansa covers' },
  ])
  assert.equal((await offered('/hansa twins Lee'))[0].line, '/hansa twins Leeds')
})

test('a plain sentence in a channel is hinted once, to who wrote it, at how Hansa is addressed', async (t) => {
  const url = await served(t, { desk })
  const [me, other] = [visitor(url), visitor(url)]
  await other.get('/policy')
  const hints = async (who: typeof me) => (await who.read('/policy')).split('begin with @hansa').length - 1
  await me.post('/policy/say', { text: '@hansa twins Hull' })
  await me.post('/policy/say', { text: '/twins Hull' })
  assert.equal(await hints(me), 0)
  for (const text of ['twins Leeds', 'Is anybody here?']) await me.post('/policy/say', { text })
  assert.deepEqual([await hints(me), await hints(other)], [1, 0])
  await other.post('/hansa/say', { text: 'twins Leeds' })
  assert.equal(await hints(other), 0)
})

test('a command that there is not is said to be none', async (t) => {
  const me = visitor(await served(t, { desk }))
  await me.post('/policy/say', { text: '/foo bar' })
  assert.match(await me.read('/policy'), /There is no command \/foo/)
})

test('a window belongs to the page that opened it', async (t) => {
  const me = visitor(await served(t, { desk }))
  const [one, other] = ['one', 'other'].map((page) => ({ 'x-part': 'room', 'x-page': page }))
  await me.post('/policy/say', { text: '/twins Hull' })
  const [, where = '', press = ''] = pressable(await me.read('/policy'), 'Report a mistake')
  assert.match(await (await me.post('/policy/press', { where, press }, one)).text(), /<dialog/)
  assert.doesNotMatch(await (await me.get('/policy', other)).text(), /<dialog/)
  await me.post('/policy/close', {}, other)
  assert.match(await (await me.get('/policy', one)).text(), /<dialog/)
})
