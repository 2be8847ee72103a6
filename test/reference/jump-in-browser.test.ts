import assert from 'node:assert/strict'
import { after, before, describe, type TestContext, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { jumpTo } from '../../src/reference/jump.ts'
import { matcherOf } from '../../src/verify/match/match.ts'
import { htmlTexts } from '../../src/verify/read/html.ts'
import { openBrowser } from '../chat/web/browser.ts'
import { LIMIT } from '../until.ts'
import { aServer, page, pages } from '../verify/a-web.ts'

/** Words as a page prints them → the words as quoted, where a quotation may be set otherwise. */
const PARAGRAPHS: readonly (readonly [printed: string, quote?: string])[] = [
  ['towns, villages, and the roads between them'],
  ['critical and under-tapped go-betweens'],
  ['R&amp;D, at 50% of the cost (or less)', 'R&D, at 50% of the cost (or less)'],
  ['Schwäbisch Gmünd, Łódź and Köln'],
  ['我们去成都旅行', '成都'],
  ['Ростов-на-Дону и Волгоград'],
  ['the <em>oldest</em> sister city of all', 'the oldest sister city of all'],
  ['in Europe’s “town halls” and squares', 'in Europe\'s "town halls" and squares'],
  ['first came the canal, then the railway, and last the road', 'first came the canal […] and last the road'],
]

const FILLER = `<p>${'Here is nothing to be seen, and much of it. '.repeat(60)}</p>`

describe('a link to quoted words, in a browser', () => {
  let browser: Browser | string

  before(async () => {
    // Under the language "C", Chromium finds no words on any page: neither for a link nor with its own search.
    process.env.LANG = 'en_GB.UTF-8'
    browser = await openBrowser()
  })
  after(async () => {
    if (typeof browser !== 'string') await browser.close()
  })

  /** Opens a link to a page of these paragraphs, and gives the paragraph in the middle of the window once it has scrolled. */
  async function shownBy(
    t: TestContext,
    link: (address: string) => string | undefined,
    body: readonly string[],
  ) {
    if (typeof browser === 'string') return t.skip(browser)
    const html = body.map((words, i) => `${FILLER}<p id="p${i}">${words}</p>`).join('') + FILLER
    const server = await aServer(t, pages({ '/page': page(`<!doctype html><meta charset="utf-8">${html}`) }))
    const address = link(`${server}/page`)
    assert.ok(address)
    const tab = await browser.newPage({ viewport: { width: 600, height: 400 } })
    await tab.goto(address, { timeout: LIMIT })
    await tab.waitForFunction('window.scrollY > 0', undefined, { timeout: LIMIT })
    const shown = await tab.evaluate<string[]>(`[...document.querySelectorAll('p[id]')].filter((p) => {
      const { top, bottom } = p.getBoundingClientRect()
      return top >= 0 && bottom <= window.innerHeight
    }).map((p) => p.id)`)
    await tab.close()
    return shown
  }

  for (const [at, [printed, quote = printed]] of PARAGRAPHS.entries()) {
    test(`“${quote}” is scrolled to`, async (t) => {
      const shown = await shownBy(
        t,
        (address) => jumpTo(address, quote),
        PARAGRAPHS.map(([words]) => words),
      )
      if (shown) assert.deepEqual(shown, [`p${at}`])
    })
  }

  test('of two places with the same words, the one that was compared is scrolled to', async (t) => {
    const body = [
      'In spring the Twin Towns met.',
      'Later, in the old hall, the twin towns met again, by candle light.',
    ]
    const result = matcherOf({ text: body.join('\n') })('twin towns')
    assert.ok(result.is === 'exact')
    const shown = await shownBy(t, (address) => jumpTo(address, 'twin towns', undefined, result.spot), body)
    if (shown) assert.deepEqual(shown, ['p1'])
  })

  /** Words that a browser would not know in the page's own, and what the comparison kept for the link. */
  const otherwise: readonly (readonly [printed: string, quote: string])[] = [
    ['the plan of 2010–2015, and no other', 'plan of 2010-2015'],
    ['many medium‑sized cities', 'medium-sized cities'],
    ['the oﬃce ﬁrst', 'the office first'],
    ['one two<br>three four', 'one two three'],
    ['it ends here</p><p>and begins again', 'ends here and begins'],
  ]
  for (const [at, [printed, quote]] of otherwise.entries()) {
    test(`“${quote}” is scrolled to where the page has it otherwise: ${printed}`, async (t) => {
      const body = otherwise.map(([words]) => words)
      const text = htmlTexts(`<html><body><p>${body.join('</p><p>')}</p></body></html>`).texts.at(-1)
      assert.ok(text)
      const result = matcherOf(text)(quote)
      assert.ok(result.is === 'matches after normalising')
      const shown = await shownBy(t, (address) => jumpTo(address, quote, undefined, result.spot), body)
      if (shown) assert.deepEqual(shown, [`p${at}`])
    })
  }

  test('of several places the one that the locator names is scrolled to, though other blocks stand around it', async (t) => {
    const body = [
      'A twin towns list, and more.',
      'Then there are other words.',
      'Twin towns are here, too.',
      'The end of it, at last.',
    ]
    const other = matcherOf({ text: body.join('\n') })('Twin towns', 'paragraph 3')
    assert.ok(other.is === 'exact')
    const shown = await shownBy(t, (address) => jumpTo(address, 'Twin towns', undefined, other.spot), body)
    if (shown) assert.deepEqual(shown, ['p2'])
  })
})
