import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare } from '../../src/verify/compare.ts'
import { openComparer } from '../../src/verify/comparer.ts'
import { kindOf, type Page, pageTexts } from '../../src/verify/read/page-texts.ts'
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
  return compare(quotations, await pageTexts(page)).compared.map(({ result }) => result.is)
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

test('a page that names no character set is UTF-8, or else of old Windows, and then that is said', async () => {
  const bytes = Buffer.from('<p>K\xf6ln \x96 und D\xfcren</p>', 'latin1')
  const reading = await pageTexts({ kind: 'html', bytes })
  assert.ok('texts' in reading)
  assert.equal(reading.texts.at(-1)?.text, 'Köln – und Düren')
  assert.equal(reading.note, 'it does not say in which character set it is, and was read as windows-1252')
  const plain = await pageTexts(html('<p>Köln</p>'))
  assert.ok('texts' in plain && plain.note === undefined)
})

test('UTF-16 is known without its mark, and UTF-8 that calls itself UTF-16 is read as what it is', async () => {
  const wide = Buffer.from('<p>Köln und Düren</p>', 'utf16le')
  assert.equal((await textsOf({ kind: 'html', bytes: wide })).at(-1), 'Köln und Düren')
  assert.equal((await textsOf({ kind: 'html', bytes: Buffer.from(wide).swap16() })).at(-1), 'Köln und Düren')
  assert.equal((await textsOf(html('<meta charset=utf-16><p>Köln und Düren</p>'))).at(-1), 'Köln und Düren')
})

test('a login or an error that comes in place of the page could not be read, and a long page is never taken for one', async () => {
  const whyOf = async (page: string) => {
    const [only] = compare([{ id: 'a', quote: 'the old mills' }], await pageTexts(html(page))).compared
    return only?.result.is === 'could not be read' ? only.result.why : only?.result.is
  }
  const wall = 'it is behind a wall (the page asks for a password)'
  const lost = 'its address gives a page that says “not found”'
  assert.equal(await whyOf('<form><h1>Sign in</h1>to the old club<input type=password></form>'), wall)
  assert.equal(await whyOf('<title>404 | Aire</title><p>Sorry about the old site.</p>'), lost)
  assert.equal(await whyOf('<html><body><h1>Page not found</h1></body></html>'), lost)
  assert.equal(await whyOf('<title>The page of the mills</title><p>Not found in any book.</p>'), 'not found')
  const much = 'Here is something else to be read. '.repeat(60)
  assert.equal(await whyOf(`<form><input type=password></form><p>${much}</p>`), 'not found')
  assert.equal(await whyOf(`<form><input type=password></form><p>the old mills</p>`), 'exact')
})

test('a PDF is known by its first bytes, whatever it is called', async () => {
  const bytes = aPdf([['built for coal']])
  assert.equal(kindOf('text/html', bytes), 'pdf')
  assert.equal(kindOf('application/octet-stream', bytes), 'pdf')
  assert.deepEqual(await resultsOf({ kind: 'html', bytes }, 'built for coal'), ['exact'])
})

test('words that a page hides are not there', async () => {
  const hidden =
    '<p style="color:red; display : none">the old mills</p><p style="visibility:hidden">the new</p>'
  assert.deepEqual(
    await textsOf(html(`<html><body>${hidden}<p>words</p></body></html>`)).then((all) => all.at(-1)),
    'words',
  )
})

test('a line break in the HTML of Chinese words is no space', async () => {
  assert.deepEqual(await resultsOf(html('<p>我们去成\n  都旅行</p>'), '成都旅行'), ['exact'])
})

test('a page of scripts with hardly a word could not be read, which is not the same as not found', async () => {
  const shell = html(
    '<html><body><script src="app.js"></script><p>Please enable JavaScript.</p></body></html>',
  )
  assert.deepEqual(compare([{ id: 'a', quote: 'the old mills' }], await pageTexts(shell)).compared, [
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
  ).compared.map(({ result }) => result)
  const [first, second, third] = results
  assert.ok(first?.is === 'matches after normalising' && first.spot.page === 1)
  assert.ok(second?.is === 'matches after normalising' && second.spot.page === 2)
  assert.deepEqual(third, {
    is: 'matches after normalising',
    normalised: ['running heads', 'spaces'],
    spot: { page: 2 },
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

/** What becomes of a page and of the one after it. */
async function lookAt(bomb: Page, limits: { seconds?: number; megabytes?: number }) {
  const comparer = openComparer(limits)
  const first = await comparer.compare(bomb, [{ id: 'a', quote: 'the red fox' }])
  const next = await comparer.compare({ kind: 'text', bytes: Buffer.from('the red fox') }, [
    { id: 'a', quote: 'the red fox' },
  ])
  await comparer.close()
  assert.equal(next.compared[0]?.result.is, 'exact')
  return 'why' in first ? first.why : first.compared[0]?.result.is
}

test('a page that would keep the parser busy for ever ends in a clause, and the next one is read', async () => {
  const bomb = html(`<html><body>${'<div><p>a<b>'.repeat(160_000)}`)
  assert.equal(await lookAt(bomb, { seconds: 2 }), 'reading and comparing it took longer than 2 s')
})

test('a page that fills the memory ends in a clause, and the next one is read', async () => {
  assert.equal(
    await lookAt(html(`<p>${'&'.repeat(490_000)}`), { megabytes: 64 }),
    'reading it takes too much memory',
  )
  assert.equal(
    await lookAt(html(`<p>${'&'.repeat(2_000_000)}`), {}),
    'it has more than 500,000 tags and entities',
  )
})

test('a text of a million words, marks or broken lines is compared or too long, and never breaks the run', async () => {
  const text = (words: string): Page => ({ kind: 'text', bytes: Buffer.from(words) })
  const long = 'it has more than 2 million characters of text'
  assert.equal(await lookAt(text('a-\n'.repeat(3_000_000)), {}), long)
  assert.equal(await lookAt(text('['.repeat(9_000_000)), {}), long)
  assert.equal(await lookAt(text('a-\n'.repeat(660_000)), {}), 'not found')
  assert.equal(await lookAt(text('['.repeat(1_990_000)), {}), 'not found')
})
