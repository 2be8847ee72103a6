/// <reference lib="dom" />
import assert from 'node:assert/strict'
import { after, before, describe, type TestContext, test } from 'node:test'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { realDesk, served } from './served.ts'

describe('the page in a browser', () => {
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

  /** A playground with one person's page, and a way to open another's; skips the test where no browser runs. */
  async function open(t: TestContext, path: string, look: BrowserContextOptions = {}) {
    if (typeof browser === 'string') {
      t.skip(browser)
      return undefined
    }
    const url = await served({ after: (stop) => stops.push(stop) }, folder)
    return { url, page: await person(t, browser, url + path, look) }
  }

  test('/twins Leeds shows Dortmund and its citation, privately; Share posts it where others read', async (t) => {
    const opened = await open(t, '/policy')
    if (!opened || typeof browser === 'string') return
    const { page, url } = opened
    const other = await person(t, browser, `${url}/policy`)
    await page.getByLabel('Message to #policy').fill('/twins Leeds')
    await page.keyboard.press('Enter')
    const answer = page.locator('.posts > li').first()
    await answer.getByText('Dortmund, Germany').waitFor()
    const source = answer.getByRole('link', { name: 'Leeds City Council (2021)' }).first()
    assert.match((await source.getAttribute('href')) ?? '', /^https:\/\/\S+#:~:text=/)
    await answer.getByText('Only visible to you').waitFor()
    assert.equal(await other.locator('.posts > li').count(), 0)
    await answer.getByRole('button', { name: 'Share' }).click()
    await other.getByText('asked by @').waitFor()
    await other.locator('.posts > li').first().getByText('Dortmund, Germany').waitFor()
    assert.equal(await other.getByText('Only visible to you').count(), 0)
  })

  test('a follow-up answers, and the focus goes to what it answered', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    await asked(page, '/twins Hull')
    await page.getByRole('button', { name: 'Twins of Niigata' }).click()
    const answer = page.locator('.posts > li', { has: page.getByRole('heading', { name: /^Niigata/ }) })
    await answer.first().waitFor()
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Niigata, Japan:'))
  })

  test('a list of links has a map, whose words say the same', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    await asked(page, '/twins Hull')
    const map = page.getByRole('img', { name: /^Map\./ })
    await map.waitFor()
    assert.match((await map.getAttribute('alt')) ?? '', /Rotterdam \(The Netherlands\)/)
    await map.scrollIntoViewIfNeeded()
    await page.waitForFunction(
      () => (document.querySelector('figure img') as { naturalWidth?: number })?.naturalWidth,
    )
  })

  test('the keyboard alone completes a command, sends it, reaches the answer and chooses a reference', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    const { keyboard } = page
    await tabTo(page, 'text')
    await keyboard.type('/tw')
    await page.getByRole('option', { name: '/twins', exact: true }).waitFor()
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await keyboard.type('Lee')
    await page.getByRole('option', { name: '/twins Leeds' }).waitFor()
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    assert.equal(await page.locator('#text').inputValue(), '/twins Leeds')
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Leeds:/ }).waitFor()
    await page.getByRole('img', { name: /^Map\./ }).waitFor()
    await shiftTabTo(page, 'select')
    await keyboard.press('ArrowDown')
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Reference' }).waitFor()
  })

  test('Home is what the app shows; its buttons answer in a window that Escape closes', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    await page.getByRole('link', { name: 'Home' }).click()
    const button = page.getByRole('button', { name: 'Twins of Leeds' })
    await button.click()
    const window = page.getByRole('dialog', { name: 'Hansa' })
    await window.getByText('Dortmund, Germany').waitFor()
    await page.keyboard.press('Escape')
    await window.waitFor({ state: 'detached' })
    assert.ok(await button.evaluate((element) => element === element.ownerDocument.activeElement))
  })

  test('typed markup is shown as it was typed', async (t) => {
    const { page } = (await open(t, '/hansa')) ?? {}
    if (!page) return
    await asked(page, '<img src=x onerror=alert(1)>')
    await page.locator('.typed', { hasText: '<img src=x onerror=alert(1)>' }).waitFor()
    assert.equal(await page.locator('main img[src="x"]').count(), 0)
  })

  test('what cannot be sent is kept, and the page says so', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    await page.context().setOffline(true)
    await page.locator('#text').fill('/twins Leeds')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'That did not arrive' }).waitFor()
    assert.equal(await page.locator('#text').inputValue(), '/twins Leeds')
    await page.context().setOffline(false)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Leeds:/ }).waitFor()
  })

  for (const [colorScheme, only] of [['light'], ['dark', 'color-contrast']] as const) {
    test(`axe finds nothing to object to on any view, ${colorScheme}`, async (t) => {
      const { page, url } = (await open(t, '/policy', { colorScheme })) ?? {}
      if (!page) return
      assert.deepEqual(await objections(page, only), [], 'the empty channel')
      await asked(page, '/twins Leeds')
      await page.getByRole('img', { name: /^Map\./ }).waitFor()
      assert.deepEqual(await objections(page, only), [], 'an answer')
      await page.locator('#text').fill('/twins L')
      await page.locator('#offers > li').first().waitFor()
      assert.deepEqual(await objections(page, only), [], 'completions')
      await page.goto(`${url}/hansa`)
      await asked(page, 'twins leds')
      await asked(page, 'nesta partnerships')
      assert.deepEqual(await objections(page, only), [], 'the direct message')
      await page.goto(`${url}/home`)
      assert.deepEqual(await objections(page, only), [], 'Home')
      await page.getByRole('button', { name: 'Twins of Leeds' }).click()
      await page.getByRole('dialog').getByText('Dortmund').first().waitFor()
      assert.deepEqual(await objections(page, only), [], 'a window')
    })
  }

  test('on a phone nothing is cut off, and axe finds nothing', async (t) => {
    const { page } =
      (await open(t, '/policy', { viewport: { width: 360, height: 700 }, hasTouch: true })) ?? {}
    if (!page) return
    await asked(page, '/twins Sheffield')
    await page.getByRole('img', { name: /^Map\./ }).waitFor()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(wide <= 360, `the page is ${wide} pixels wide`)
    assert.deepEqual(await objections(page), [])
  })
})

/** A new person's page, which fails the test when it asks for anything outside, or complains. */
async function person(t: TestContext, browser: Browser, address: string, look: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...look })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(address).origin) wrong.push(`asked for ${request.url()}`)
  })
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('dialog', (dialog) => wrong.push(`said ${dialog.message()}`))
  page.on('console', (message) => {
    const cut = message.text().includes('ERR_INTERNET_DISCONNECTED')
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
async function asked(page: Page, text: string): Promise<void> {
  const before = await page.locator('.posts > li').count()
  await page.locator('#text').fill(text)
  await page.locator('#text').press('Enter')
  await page.locator('.posts > li').nth(before).waitFor()
}

async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.id === wanted, id)) return
  }
  assert.fail(`the Tab key does not reach ${id}`)
}

async function shiftTabTo(page: Page, tag: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Shift+Tab')
    if (await page.evaluate((wanted) => document.activeElement?.tagName.toLowerCase() === wanted, tag)) return
  }
  assert.fail(`Shift and Tab do not reach a ${tag}`)
}

/** What axe finds; `only` limits it to one rule. */
async function objections(page: Page, only?: string): Promise<unknown[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (only) => {
    const run = (
      globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } }
    ).axe.run
    const { violations } = await run(only ? { runOnly: [only] } : {})
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
    }))
  }, only)
}

type Violation = { id: string; help: string; nodes: { html: string; failureSummary: string }[] }
