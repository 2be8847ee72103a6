import assert from 'node:assert/strict'
import { after, before, describe, type TestContext, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { jumpTo } from '../../src/reference/jump.ts'
import { match } from '../../src/verify/match/match.ts'
import { openBrowser } from '../chat/playground/browser.ts'
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
    await tab.goto(address)
    await tab.waitForFunction('window.scrollY > 0', undefined, { timeout: 10_000 })
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
    const result = match('twin towns', { text: body.join('\n') })
    assert.ok(result.is === 'exact')
    const shown = await shownBy(t, (address) => jumpTo(address, 'twin towns', undefined, result.spot), body)
    if (shown) assert.deepEqual(shown, ['p1'])
  })
})
