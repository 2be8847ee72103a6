/// <reference lib="dom" />
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { print } from '../src/chat/terminal/print.ts'
import { mapOf } from '../src/map/map-of.ts'
import { writeMap } from '../src/serve/maps/write-map.ts'
import { openBrowser } from '../test/chat/web/browser.ts'
import { realDesk, SILENT, servePlayground } from '../test/chat/web/served.ts'
import { shipped } from '../test/knowledge-content/shipped.ts'
import { sixtyLinks } from '../test/map/samples.ts'

// The pictures of the README, from the product itself: `npm run screenshots`.

const IMAGES = fileURLToPath(new URL('../docs/images/', import.meta.url))

await maps()
const browser = await openBrowser()
if (typeof browser === 'string') throw new Error(browser)
const { url, stop } = await servePlayground({
  settings: { host: '127.0.0.1', port: 0 },
  log: SILENT,
  ...realDesk(shipped()),
})
await channel(browser)
await phone(browser)
await home(browser)
await terminal(browser)
await browser.close()
await stop()

async function maps(): Promise<void> {
  const { desk, knowledge } = shipped()
  const leeds = mapOf(desk.answer('twins Leeds'), knowledge)
  if (!leeds) throw new Error('Leeds has no links to draw')
  await writeMap(leeds, `${IMAGES}map-leeds.png`, { scale: 1.5 })
  await writeMap({ ...leeds, theme: 'dark' }, `${IMAGES}map-leeds-dark.png`, { scale: 1.5 })
  await writeMap(sixtyLinks, `${IMAGES}map-sixty-links.png`, { scale: 1 })
}

async function channel(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(`${url}/policy`)
  await ask(page, '/twins Leeds')
  await page.screenshot({ path: `${IMAGES}twins-leeds.png` })
  await page.locator('summary', { hasText: 'Copy or save' }).click()
  await page.getByRole('button', { name: /^Copy for/ }).waitFor()
  await page.screenshot({ path: `${IMAGES}playground-copy.png` })
  await page.locator('#text').pressSequentially('/twins Le')
  await page.locator('#offers > li').first().waitFor()
  const clip = { x: 200, y: 400, width: 1080, height: 400 }
  await page.screenshot({ path: `${IMAGES}playground-completion.png`, clip })
  await page.close()

  const tall = await browser.newPage({ viewport: { width: 1200, height: 1380 } })
  await tall.goto(`${url}/policy`)
  await ask(tall, '/twins Hull')
  await withItsMap(tall, 'playground-map.png')
  await tall.close()
}

/** Once the map is drawn. */
async function withItsMap(page: Page, file: string): Promise<void> {
  await page.getByRole('button', { name: 'Map', exact: true }).last().click()
  await page.locator('figure img').scrollIntoViewIfNeeded()
  await page.locator('figure img').evaluate((image: HTMLImageElement) => image.decode())
  await page.locator('.scroll').evaluate((room) => room.scrollTo(0, 0))
  await page.screenshot({ path: `${IMAGES}${file}` })
}

async function phone(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 375, height: 812 }, colorScheme: 'dark' })
  await page.goto(`${url}/hansa`)
  await ask(page, 'twins Leeds')
  await page.screenshot({ path: `${IMAGES}playground-phone.png` })
  await page.close()
}

/** Home, and an answer in its window: there it is drawn of the very blocks that Slack is sent. */
async function home(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } })
  await page.goto(`${url}/home`)
  await page.screenshot({ path: `${IMAGES}home.png` })
  await page.getByPlaceholder('twins Leeds').fill('twins Leeds')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.locator('dialog[open]').waitFor()
  await page.screenshot({ path: `${IMAGES}home-answer.png` })
  await page.close()
}

/** What is printed on eighty columns. */
async function terminal(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 760, height: 470 } })
  const printed = print(shipped().desk.answer('twins Leeds'), { width: 80, colour: false, links: false })
  await page.setContent('<body style="margin: 16px; background: #1d1f21; color: #e8e8e8"><pre></pre>')
  await page
    .locator('pre')
    .evaluate((pre, text) => pre.append(text), `$ npx hansa ask "/twins Leeds"\n${printed}`)
  await page.screenshot({ path: `${IMAGES}terminal.png` })
  console.log(`The terminal shows Leeds in ${printed.trimEnd().split('\n').length} lines.`)
  await page.close()
}

/** Sends, and waits for the answer. */
async function ask(page: Page, text: string): Promise<void> {
  await page.locator('#text').fill(text)
  await page.locator('#text').press('Enter')
  await page.locator('.posts > li.answer').last().waitFor()
}
