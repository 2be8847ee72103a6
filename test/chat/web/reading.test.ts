/// <reference lib="dom" />
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Answer } from '../../../src/answer/answer.ts'
import { asked, askedForMap, inBrowser, upToDate } from './in-browser.ts'
import { realDesk, SILENT, served, servePlayground, visitor } from './served.ts'

const top = (page: Page) => page.locator('.scroll').evaluate((room) => room.scrollTop)
const focused = (page: Page) =>
  page.evaluate(
    () => `${document.activeElement?.tagName} ${document.activeElement?.textContent?.slice(0, 40)}`,
  )

describe('reading and writing while things happen', () => {
  const { open, another } = inBrowser()

  test('a map comes later into its answer, and moves nothing that can be pressed there', async (t) => {
    const drawn = Promise.withResolvers<void>()
    const { pictureOf, ...folder } = realDesk()
    const later = (answer: Answer) => drawn.promise.then(() => pictureOf(answer))
    const url = await served(t, { ...folder, pictureOf: later })
    const page = await another(t, `${url}/hansa`)
    if (!page) return
    await asked(page, 'twins Leeds')
    await askedForMap(page)
    await page.getByText('The map is being drawn…').waitFor()
    const menu = page.locator('.acts summary').first()
    await menu.waitFor()
    const y = async () => Math.round((await menu.boundingBox())?.y ?? 0)
    const before = await y()
    drawn.resolve()
    await page.locator('figure img').evaluate((image: HTMLImageElement) => image.decode())
    assert.equal(await y(), before)
  })

  test('what another person writes does not move who reads further up', async (t) => {
    const { page, url } = (await open(t, '/policy')) ?? {}
    if (!page || !url) return
    await asked(page, '/twins Hull')
    await askedForMap(page)
    await page.locator('figure img').waitFor({ state: 'attached' })
    await page.locator('.scroll').evaluate((room) => room.scrollTo(0, 120))
    const before = await focused(page)
    await visitor(url).post('/policy/say', { text: 'Is anybody here?' })
    await page.locator('.typed', { hasText: 'Is anybody here?' }).waitFor()
    assert.equal(await top(page), 120)
    assert.equal(await focused(page), before)
  })

  test('after a follow-up the focus is on its answer, also below a map', async (t) => {
    const { page, url } = (await open(t, '/policy')) ?? {}
    if (!page || !url) return
    await asked(page, '/twins Hull')
    await askedForMap(page)
    await page.locator('figure img').waitFor({ state: 'attached' })
    await page.getByRole('button', { name: 'Twins of Freetown' }).press('Enter')
    await page.waitForFunction(() => document.activeElement?.querySelector('h3'))
    await upToDate(page, url)
    const what = await page.evaluate(() => document.activeElement?.querySelector('h3')?.textContent)
    assert.match(what ?? '', /^Freetown/)
  })

  test('an impatient second press of Share is the same press', async (t) => {
    const { page, url } = (await open(t, '/policy')) ?? {}
    if (!page || !url) return
    await asked(page, '/nesta partnerships')
    await page.getByRole('button', { name: 'Share' }).dblclick()
    await page.getByText('asked by').first().waitFor()
    await upToDate(page, url)
    assert.equal(await page.getByText('asked by').count(), 1)
    assert.equal(await page.locator('#trouble').textContent(), '')
  })

  test('after a restart the page says that the workspace began anew, and how to begin', async (t) => {
    const first = await servePlayground({
      settings: { host: '127.0.0.1', port: 0 },
      log: SILENT,
      ...realDesk(),
    })
    const { port } = new URL(first.url)
    const page = await another(t, `${first.url}/policy`)
    if (!page) return first.stop()
    await asked(page, '/nesta partnerships')
    await first.stop()
    await page.locator('#text').fill('/twins Hull')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'That did not arrive' }).waitFor()
    const settings = { host: '127.0.0.1', port: Number(port) }
    const second = await servePlayground({ settings, log: SILENT, ...realDesk() })
    t.after(second.stop)
    await page.getByText('The workspace began anew').waitFor()
    await page
      .getByRole('button', { name: /^\/twins/ })
      .first()
      .waitFor()
    assert.equal(await page.locator('#trouble').textContent(), '')
    assert.equal(await page.locator('#text').inputValue(), '/twins Hull')
  })
})
