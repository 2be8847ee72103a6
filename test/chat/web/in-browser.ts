/// <reference lib="dom" />
import assert from 'node:assert/strict'
import { after, before, type TestContext } from 'node:test'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { PlaygroundOptions } from '../../../src/chat/web/serve-playground.ts'
import { LIMIT } from '../../until.ts'
import { openBrowser } from './browser.ts'
import { digestsFor, realDesk, served, visitor } from './served.ts'

/** A browser for the tests of one file; where none runs, they are skipped. */
export function inBrowser() {
  const folder = realDesk()
  const stops: (() => Promise<void>)[] = []
  let browser: Browser | string

  before(async () => {
    browser = await openBrowser()
  })

  after(async () => {
    if (typeof browser !== 'string') await browser?.close()
    await Promise.all(stops.map((stop) => stop()))
  })

  /** One more person's page. */
  async function another(t: TestContext, address: string, look: BrowserContextOptions = {}) {
    if (typeof browser !== 'string') return person(t, browser, address, look)
    t.skip(browser)
    return undefined
  }

  /** A playground with one person's page; skips the test where no browser runs. */
  async function open(
    t: TestContext,
    path: string,
    look: BrowserContextOptions = {},
    also: Pick<PlaygroundOptions, 'proposals'> = {},
  ) {
    const url = await served(
      { after: (stop) => stops.push(stop) },
      { ...folder, ...also, startDigest: digestsFor(t, folder.library) },
    )
    const page = await another(t, url + path, look)
    return page && { url, page }
  }

  return { open, another }
}

/** A new person's page, which fails the test when it asks for anything outside, or complains. */
async function person(t: TestContext, browser: Browser, address: string, look: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...look })
  context.setDefaultTimeout(LIMIT)
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(address).origin) wrong.push(`asked for ${request.url()}`)
  })
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('dialog', (dialog) => wrong.push(`said ${dialog.message()}`))
  page.on('console', (message) => {
    const cut = /ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|INCOMPLETE_CHUNKED_ENCODING)/.test(
      message.text(),
    )
    if (message.type() === 'error' && !cut) wrong.push(message.text())
  })
  t.after(async () => {
    await context.close()
    assert.deepEqual(wrong, [])
  })
  await page.goto(address)
  return page
}

/** Sends and waits for one more message. */
export async function asked(page: Page, text: string): Promise<void> {
  const before = await page.locator('.posts > li').count()
  await page.locator('#text').fill(text)
  await page.locator('#text').press('Enter')
  await page.locator('.posts > li').nth(before).waitFor()
}

/** One press under the newest answer, and its map is in it. */
export async function askedForMap(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Map', exact: true }).last().click()
}

/** Waits until this is what the arrow key reaches first: what was offered for fewer letters may stand there before. */
export async function firstOffer(page: Page, offer: string): Promise<void> {
  await page
    .locator('#offers:not([hidden]) > li', { hasText: new RegExp(`^${offer}(\\s|$)`) })
    .and(page.locator('li:first-child'))
    .waitFor()
}

/** Waits until the page shows what happens in the room now, so that all that happened before is on it, too. */
export async function upToDate(page: Page, url: string): Promise<void> {
  const words = `Is it still ${Math.random()}?`
  await visitor(url).post('/policy/say', { text: words })
  await page.locator('.typed', { hasText: words }).waitFor()
}

export async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.id === wanted, id)) return
  }
  assert.fail(`the Tab key does not reach ${id}`)
}

export async function shiftTabTo(page: Page, tag: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Shift+Tab')
    if (await page.evaluate((wanted) => document.activeElement?.tagName.toLowerCase() === wanted, tag)) return
  }
  assert.fail(`Shift and Tab do not reach a ${tag}`)
}

/** What axe finds; `only` limits it to one rule. */
export async function objections(page: Page, only?: string): Promise<unknown[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  return page.evaluate(async (only) => {
    const run = (
      globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } }
    ).axe.run
    // All else that axe found out, about each element of a long page, is never looked at.
    const { violations } = await run({ resultTypes: ['violations'], ...(only && { runOnly: [only] }) })
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
    }))
  }, only)
}

type Violation = { id: string; help: string; nodes: { html: string; failureSummary: string }[] }
