/// <reference lib="dom" />
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { Temporal } from 'temporal-polyfill'
import { sealingWith } from '../src/chat/core/installations.ts'
import { ownAddresses } from '../src/chat/core/own-addresses.ts'
import { serveEdges } from '../src/chat/core/serve-edges.ts'
import { teamsEdge } from '../src/chat/teams/transport/serve-teams.ts'
import { createDigestDesk } from '../src/delivery/digest-desk.ts'
import { type DigestLoop, digestLoop } from '../src/delivery/loop.ts'
import { PACE } from '../src/delivery/posting/timing.ts'
import type { StartDigest } from '../src/digest/desk.ts'
import { nextSlot } from '../src/digest/schedule/subscription.ts'
import { withDigest } from '../src/serve/digests.ts'
import { today } from '../src/serve/folder/folder.ts'
import { mapsOf } from '../src/serve/maps/picture-of.ts'
import { proposalDesk } from '../src/serve/proposals.ts'
import { takingAlong } from '../src/serve/take-along.ts'
import { openStore } from '../src/store/open.ts'
import { openBrowser } from '../test/chat/web/browser.ts'
import { SILENT } from '../test/chat/web/served.ts'
import { SHIPPED, shipped } from '../test/knowledge-content/shipped.ts'
import { patientSleep } from '../test/until.ts'

// The pictures of docs/teams.md, from the vendor's playground; docs/teams.md says how it is started.

const IMAGES = fileURLToPath(new URL('../docs/images/', import.meta.url))
const PLAYGROUND = 'http://127.0.0.1:56150'
const PORT = 3979
/** The tenant and the app that the playground pretends. */
const TENANT = '00000000-0000-0000-0000-0000000000001'
const APP = '00000000-0000-0000-0000-00000000000011'

/** The playground looks at no token; the library wants one that it can read. */
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const TOKEN = `${part({ alg: 'none' })}.${part({ exp: 4_000_000_000 })}.none`

const after: (() => unknown)[] = []
const { stop, digestPosted } = await serveTeams()
const browser = await openBrowser()
if (typeof browser === 'string') throw new Error(browser)
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } })
  await page.goto(PLAYGROUND)
  await page.getByRole('treeitem').first().waitFor()

  await enter(page, 'Personal Chat')
  await say(page, 'twins Hull')
  await shot(page, 'personal')
  await press(page, 'Map')
  await page
    .locator('img[alt*="Hull"]')
    .last()
    .evaluate((image: HTMLImageElement) => image.decode())
  await page.locator('img[alt*="Hull"]').last().scrollIntoViewIfNeeded()
  await shot(page, 'map')
  await press(page, 'Copy or save')
  await shot(page, 'copy')
  await say(page, 'twins Ely')
  await press(page, 'Tell us about Ely')
  await shot(page, 'propose')

  await enter(page, 'Group Chat')
  await say(page, 'twins Hull', { mention: true })
  await shot(page, 'group')
  await press(page, 'Share')
  await shot(page, 'share')

  await enter(page, 'General')
  await say(page, 'twins Leeds', { mention: true })
  await press(page, 'Sources and words')
  await shot(page, 'channel')
  await say(page, 'Ely and Ribe signed a friendship agreement in 1957: https://example.org/ely', {
    mention: true,
  })
  await keep(page)
  await shot(page, 'keep')
  await page.getByRole('dialog').getByRole('button').first().click()
  await say(page, 'digest on monday 09:00', { mention: true })
  await press(page, 'Day and time')
  await shot(page, 'schedule')
  await press(page, 'Back')
  await digestPosted()
  const digest = page.getByText(/^Weekly digest, Monday/).last()
  await digest.waitFor()
  await digest.evaluate((heading) => heading.scrollIntoView({ block: 'start' }))
  await shot(page, 'digest')
} finally {
  await browser.close()
  await stop()
  for (const end of after) await end()
}

async function serveTeams() {
  const { desk: plain, knowledge, library } = shipped()
  const desk = withDigest(plain)
  const addresses = new Map<string, string>()
  const maps = mapsOf(() => knowledge, SILENT)
  after.push(maps.stop)
  const data = mkdtempSync(join(tmpdir(), 'hansa-teams-'))
  const store = openStore({ data })
  after.push(store.close, () => rmSync(data, { recursive: true, force: true }))
  const takeAlong = takingAlong(() => knowledge, today)
  let ahead = Temporal.Duration.from({ seconds: 0 })
  let loop: DigestLoop | undefined
  const startDigest: StartDigest = (post, served) => {
    const deps = {
      ...{ store, post, served, sleep: patientSleep, pace: PACE, log: SILENT, name: 'playground' },
      ...{ library: () => library, record: store.recordChange, stopping: new AbortController().signal },
      ...{ keepQuestions: 90, keepChanges: 365, keepWords: false },
      now: () => Temporal.Now.instant().add(ahead),
      chance: () => 0,
    }
    loop = digestLoop(deps)
    return createDigestDesk({ ...deps, timezone: 'Europe/London' })
  }
  const edge = teamsEdge({
    settings: { clientId: APP, tenantId: TENANT },
    desk,
    takeAlong,
    proposals: proposalDesk(SHIPPED, store, () => knowledge),
    startDigest,
    addresses: {
      note: async (_, channel, address) => void addresses.set(channel, address),
      of: async (_, channel) => addresses.get(channel),
      forget: async (_, channel) => void addresses.delete(channel),
    },
    own: ownAddresses({
      url: `http://127.0.0.1:${PORT}`,
      sealing: sealingWith('as long as this script runs, and no longer'),
      desk,
      pictureOf: (answer) => maps.forChat(answer, 1024),
      takeAlong,
      log: console,
    }),
    pretend: { unsigned: true, token: async () => TOKEN },
  })
  const log = { ...SILENT, warn: console.warn, error: console.error }
  const served = await serveEdges([edge], { log, host: '127.0.0.1', port: PORT })
  return {
    ...served,
    /** As if it were the next Monday, a minute after nine. */
    async digestPosted() {
      const { due } = nextSlot({ weekday: 1, time: '09:00', zone: 'Europe/London' }, Temporal.Now.instant())
      ahead = Temporal.Now.instant().until(due.add({ minutes: 1 }))
      await loop?.tick()
      await loop?.tick()
    },
  }
}

async function enter(page: Page, name: string): Promise<void> {
  await page.getByRole('treeitem', { name }).first().click()
  // What it says where it is added.
  await page.locator('.ac-adaptiveCard').first().waitFor()
}

/** Types, and waits for the card that comes. */
async function say(page: Page, words: string, { mention = false } = {}): Promise<void> {
  const cards = page.locator('.ac-adaptiveCard')
  const before = await cards.count()
  const field = page.locator('[contenteditable=true][role=textbox]').last()
  await field.click()
  if (mention) {
    await page.keyboard.type('@')
    await page
      .locator('li, [role=option], [role=menuitem]')
      .filter({ hasText: 'Test Bot' })
      .last()
      .click({ timeout: 5000 })
    await page.keyboard.type(' ')
  }
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await cards.nth(before).waitFor()
}

/** “Keep this for Hansa” in the menu of the message before the last; the playground reads no manifest, and asks for the command. */
async function keep(page: Page): Promise<void> {
  const menus = page.getByRole('button', { name: 'Show more information' })
  await menus.nth((await menus.count()) - 2).click()
  await page.getByText('Action Command').click()
  await page.getByPlaceholder('Input command id').fill('keep')
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click()
  await page.getByText('Which UK place?').waitFor()
}

async function press(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title, exact: true }).last().click()
  await page.waitForTimeout(1500)
}

async function shot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(500)
  await page.screenshot({ path: `${IMAGES}teams-${name}.png` })
}
