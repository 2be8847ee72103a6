import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FORMS, fileName } from '../../../src/chat/core/taking.ts'
import { takeAddress } from '../../../src/chat/web/answers/answer-routes.ts'
import { drawAnswerPost } from '../../../src/chat/web/answers/draw-post.ts'
import { realDesk, served, visitor } from './served.ts'

const folder = realDesk()

test('an answer can be taken along in every form, under a safe name', async (t) => {
  const me = visitor(await served(t, folder))
  for (const { ending } of FORMS) {
    const taken = await me.get(takeAddress('twins Leeds', ending))
    assert.equal(taken.status, 200, ending)
    assert.equal(
      taken.headers.get('content-disposition'),
      `attachment; filename="hansa-twins-leeds.${ending}"`,
    )
    assert.match(taken.headers.get('content-security-policy') ?? '', /default-src 'none'/)
    const content = Buffer.from(await taken.arrayBuffer())
    assert.ok(content.length > 300, `${ending} has ${content.length} bytes`)
  }
  const html = await (await me.get(takeAddress('twins Leeds', 'part.html'))).text()
  assert.match(html, /<table>[\s\S]*Dortmund[\s\S]*<ol>/)
})

test('the sheet for a review is a file beside those of an answer, where there is one', async (t) => {
  const me = visitor(await served(t, folder))
  const address = takeAddress('twins Leeds review', 'docx')
  const taken = await me.get(address)
  assert.match(taken.headers.get('content-disposition') ?? '', /"hansa-twins-leeds-review\.docx"/)
  const around = {
    canTake: true,
    hasMaps: false,
    channelName: (id: string) => id,
    personName: (id: string) => id,
  }
  const post = (ask: string) => drawAnswerPost(folder.desk.answer(ask), [], around as never)
  assert.ok(post('twins Leeds').includes(`href="${address.replace('&', '&amp;')}"`))
  assert.ok(!post('twins Germany').includes('Review sheet'))
})

test('the map is a picture beside the files of an answer, where there is one', async (t) => {
  const me = visitor(await served(t, folder))
  const taken = await me.get('/take/png?ask=twins+Leeds')
  assert.equal(taken.headers.get('content-disposition'), 'attachment; filename="hansa-twins-leeds.png"')
  const bytes = Buffer.from(await taken.arrayBuffer())
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG')
  assert.equal((await me.get('/take/png?ask=nesta')).status, 404)
  assert.equal((await me.get('/take/png?ask=twins+Leeds', { 'sec-fetch-site': 'cross-site' })).status, 403)
  const around = {
    canTake: true,
    hasMaps: true,
    channelName: (id: string) => id,
    personName: (id: string) => id,
  }
  const post = (ask: string) => drawAnswerPost(folder.desk.answer(ask), [], around as never)
  assert.ok(post('twins Leeds').includes('href="/take/png?ask=twins+Leeds"'))
  assert.ok(!post('nesta').includes('/take/png'))
})

test('the name of a file is letters and digits, whatever was asked', () => {
  assert.equal(fileName({ ask: 'twins “Brașov”\r\nx: y/../.."' }, 'csv'), 'hansa-twins-brasov-x-y.csv')
  assert.equal(fileName({ ask: '日本' }, 'ris'), 'hansa.ris')
})

test('files and answers are given to our own page alone, and only of what is held', async (t) => {
  const me = visitor(await served(t, folder))
  const address = takeAddress('twins Leeds', 'csv')
  for (const path of [address, '/answer?ask=twins+Leeds']) {
    assert.equal((await me.get(path, { 'sec-fetch-site': 'cross-site' })).status, 403)
    assert.equal((await me.get(path, { 'sec-fetch-site': 'same-origin' })).status, 200)
  }
  assert.equal((await me.get(takeAddress('twins Nowhere at all', 'csv'))).status, 404)
  assert.equal((await me.get(address.replace('csv', '..%2Fcsv'))).status, 404)
  assert.equal((await me.get('/answer?ask=%3Cscript%3E')).status, 404)
})

test('an answer has a page of its own, with every word of its sources', async (t) => {
  const me = visitor(await served(t, folder))
  const page = await me.read('/answer?ask=twins+Leeds')
  const answer = folder.desk.answer('twins Leeds')
  for (const [at] of (answer.table?.references ?? []).entries())
    assert.match(page, new RegExp(`id="source-${at + 1}"`))
  for (const { findings } of answer.groups)
    for (const { quote = '' } of findings)
      assert.ok(
        page.includes(quote.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;')),
      )
})
