import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare } from '../../src/verify/compare.ts'
import { kindOf, type Page, pageTexts } from '../../src/verify/read/page-texts.ts'
import { openReader } from '../../src/verify/read/reader.ts'
import { aPdf } from './a-pdf.ts'

const html = (body: string, contentType?: string): Page => ({
  kind: 'html',
  bytes: Buffer.from(body),
  contentType,
})

const ARTICLE = `<!doctype html><html><head><title>T</title><script>let no = 'words'</script></head><body>
<nav><a href="/">Home of the town</a></nav>
<article><h1>Mills</h1>
${'<p>The mills stood by the river, and the carts came up from the quay every morning, laden with wool.</p>'.repeat(6)}
<p>They were <em>closed</em>,
 one by one,<br>in winter&nbsp;1931.</p><p hidden>never shown</p></article>
<footer>Printed at the quay</footer></body></html>`

async function textsOf(page: Page): Promise<readonly string[]> {
  const reading = await pageTexts(page)
  assert.ok('texts' in reading, JSON.stringify(reading))
  return reading.texts.map(({ text }) => text)
}

async function resultsOf(page: Page, ...quotes: string[]): Promise<readonly string[]> {
  const quotations = quotes.map((quote) => ({ id: quote, quote }))
  return compare(quotations, await pageTexts(page)).map(({ result }) => result.is)
}

test('of a web page the article is read first, then all that it shows', async () => {
  const [article = '', whole = ''] = await textsOf(html(ARTICLE))
  assert.ok(article.includes('They were closed, one by one,\nin winter\u00a01931.'))
  assert.doesNotMatch(article, /Home of the town|let no/)
  assert.ok(whole.includes('Home of the town') && whole.includes('Printed at the quay'))
  assert.doesNotMatch(whole, /never shown|let no/)
})

test('a quotation is found across emphasis, and in a part that is no article', async () => {
  assert.deepEqual(
    await resultsOf(html(ARTICLE), 'They were closed, one by one', 'Home of the town', 'in winter 1931'),
    ['exact', 'exact', 'matches after normalising'],
  )
})

test('a page is read in the character set it names', async () => {
  const latin = { kind: 'html', bytes: Buffer.from('<p>K\xf6ln und D\xfcren</p>', 'latin1') } as const
  assert.deepEqual(await textsOf({ ...latin, contentType: 'text/html; charset=iso-8859-1' }), [
    'Köln und Düren',
    'Köln und Düren',
  ])
  const named = Buffer.from('<meta charset="windows-1252"><p>\x93old\x94 towns</p>', 'latin1')
  assert.equal((await textsOf({ kind: 'html', bytes: named })).at(-1), '“old” towns')
})

test('a page of scripts with hardly a word could not be read, which is not the same as not found', async () => {
  const shell = html(
    '<html><body><script src="app.js"></script><p>Please enable JavaScript.</p></body></html>',
  )
  assert.deepEqual(compare([{ id: 'a', quote: 'the old mills' }], await pageTexts(shell)), [
    {
      quotation: { id: 'a', quote: 'the old mills' },
      result: { is: 'could not be read', why: 'there are only 3 words on the page without a browser' },
    },
  ])
  assert.deepEqual(await resultsOf(html('<p>Short, and all there is.</p>'), 'the old mills'), ['not found'])
})

test('a PDF is read with its page numbers, broken lines and ligatures', async () => {
  const bytes = aPdf([
    ['Annual Report 1', 'The ﬁrst rail-', 'ways of the north were built for coal.'],
    ['Annual Report 2', 'Later they carried peer-', 'to-peer letters, and at last'],
    ['Annual Report 3', 'they carried people.'],
  ])
  const reading = await pageTexts({ kind: 'pdf', bytes })
  const quotes = [
    'The first railways of the north',
    'carried peer-to-peer letters',
    'and at last they carried people',
  ]
  const results = compare(
    quotes.map((quote) => ({ id: quote, quote })),
    reading,
  ).map(({ result }) => result)
  const [first, second, third] = results
  assert.ok(first?.is === 'matches after normalising' && first.spot.page === 1)
  assert.ok(second?.is === 'matches after normalising' && second.spot.page === 2)
  assert.deepEqual(third, {
    is: 'changed',
    passage: 'and at last Annual Report 3 they carried people',
    differences: ['the page has “Annual Report 3” in between'],
    page: 2,
  })
})

test('what is no PDF, and what has no words, could not be read', async () => {
  const broken = await pageTexts({ kind: 'pdf', bytes: Buffer.from('%PDF-1.7 and then nothing') })
  assert.ok('why' in broken && broken.why.startsWith('the PDF is damaged'))
  assert.deepEqual(await pageTexts(html('<html><body><img src="scan.png"></body></html>')), {
    why: 'there is no text on the page',
  })
})

test('a page that names no type is known by its first bytes', () => {
  assert.equal(kindOf(undefined, Buffer.from('%PDF-1.4')), 'pdf')
  assert.equal(kindOf(undefined, Buffer.from('\n<!doctype html>')), 'html')
  assert.equal(kindOf(undefined, Buffer.from('Plain words')), 'text')
  assert.equal(kindOf('image/png'), undefined)
  assert.equal(kindOf('TEXT/HTML; charset=utf-8'), 'html')
  assert.equal(kindOf('text/markdown'), 'text')
})

test('a page nested a thousand deep is still read', async () => {
  const [text] = await textsOf(html(`<html><body>${'<div>'.repeat(1000)}<p>Down here.</p>`))
  assert.equal(text, 'Down here.')
})

test('a page that would keep the parser busy for ever ends in a clause, and the next one is read', async () => {
  const reader = openReader({ seconds: 2 })
  const bomb = html(`<html><body>${'<div><p>a<b>'.repeat(400_000)}`)
  assert.deepEqual(await reader.read(bomb), { why: 'reading it took longer than 2 s' })
  assert.deepEqual(await reader.read({ kind: 'text', bytes: Buffer.from('words') }), {
    texts: [{ text: 'words' }],
  })
  await reader.close()
})
