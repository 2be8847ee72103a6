/// <reference lib="dom" />
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { ProposalDesk } from '../../../src/chat/core/proposals.ts'
import { realFolder } from '../../real-folder.ts'
import { asked, inBrowser, objections, tabTo } from './in-browser.ts'

const { desk } = realFolder()

describe('windows of the page', () => {
  const { open } = inBrowser()

  test('every window begins at its first field, and where it has none at what it is called', async (t) => {
    const proposals = { names: () => [], untold: async () => [] } as unknown as ProposalDesk
    const { page, url } = (await open(t, '/home', {}, { proposals })) ?? {}
    if (!page) return
    assert.equal(await beginningOf(page, 'Propose a link'), 'input-place')
    assert.equal(await beginningOf(page, 'Twins of Leeds'), 'window-title')
    await page.goto(`${url}/policy`)
    await asked(page, '/twins Leeds')
    assert.equal(await beginningOf(page, 'Report a mistake'), 'input-record')
    await page.goto(`${url}/home`)
    await page.getByRole('button', { name: 'Twins of Leeds' }).click()
    // One window in the place of another begins anew.
    await page.getByRole('dialog').getByRole('button', { name: 'Report a mistake' }).click()
    await page.waitForFunction(() => document.activeElement?.id === 'input-record')
    assert.deepEqual(await objections(page), [])
  })

  test('a window that a command opens is there at once, and on no other page', async (t) => {
    const { page, url } = (await open(t, '/policy')) ?? {}
    if (!page) return
    await page.locator('#text').fill('/hansa settings')
    await page.locator('#text').press('Enter')
    const window = page.getByRole('dialog', { name: 'Settings' })
    await window.waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'input-home')
    assert.deepEqual(await objections(page), [])
    await page.goto(`${url}/hansa`)
    await asked(page, 'twins Leeds')
    assert.equal(await page.getByRole('dialog').count(), 0)
  })

  test('by keyboard alone one asks, reads the words, reports one of them, and copies the answer', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    const { keyboard } = page
    await tabTo(page, 'text')
    await keyboard.type('/twins Leeds')
    await keyboard.press('Escape')
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Leeds:/ }).waitFor()
    await keyTo(page, 'Shift+Tab', 'Sources and words')
    await keyboard.press('Enter')
    await page.locator('.statement').first().waitFor()
    await keyTo(page, 'Tab', 'Mistake? Report this statement')
    await keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.id === 'input-says')
    await keyboard.type('The year is another one.')
    await keyTo(page, 'Tab', 'Send')
    await keyboard.press('Enter')
    await page.getByRole('dialog').getByText('Your report is with').waitFor()
    await keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await keyTo(page, 'Tab', 'Copy or save')
    await keyboard.press('Enter')
    await page
      .getByRole('button', { name: /^Copy for/ })
      .and(page.locator(':enabled'))
      .waitFor()
    await keyTo(page, 'Tab', 'Copy for Word, Outlook or Excel')
    await keyboard.press('Enter')
    await page.getByText('Copied, with its table and references.').waitFor()
  })

  test('an answer in a window, and one in words, can be taken along like any other', async (t) => {
    const { page, url } = (await open(t, '/home')) ?? {}
    if (!page) return
    await page.getByRole('button', { name: 'Twins of Leeds' }).click()
    const window = page.getByRole('dialog')
    await window.locator('summary', { hasText: 'Copy or save' }).click()
    await window.getByRole('button', { name: /^Copy for/ }).click()
    await window.getByText('Copied, with its table and references.').waitFor()
    assert.deepEqual(await objections(page), [])
    await page.goto(`${url}/policy`)
    await asked(page, '/nesta partnerships')
    await page.locator('summary', { hasText: 'Copy or save' }).click()
    const word = await page.getByRole('link', { name: /^Word/ }).getAttribute('href')
    assert.equal(word, '/take/docx?ask=nesta+partnerships')
    // What is no answer from the folder is nothing to take.
    await asked(page, '/help')
    assert.equal(await page.locator('summary', { hasText: 'Copy or save' }).count(), 1)
  })

  test('from a statement that one is reported, and what is wrong with it is asked next', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    await asked(page, '/twins Leeds')
    await page.getByRole('rowheader', { name: 'Lille' }).getByRole('link').click()
    const lille = page.locator('.said', { has: page.getByRole('heading', { name: /Lille/ }) })
    await lille.getByRole('button', { name: 'Report this statement' }).press('Enter')
    await page.waitForFunction(() => document.activeElement?.id === 'input-says')
    const window = page.getByRole('dialog', { name: 'Report a mistake' })
    const chosen = await window.getByLabel('Which statement?').inputValue()
    const [statement] = desk.answer('twins Leeds Lille').groups.flatMap(({ findings }) => findings)
    assert.equal(chosen, statement?.id)
    await page.keyboard.press('Escape')
    await window.waitFor({ state: 'detached' })
    // From the whole answer nothing is chosen.
    await page.locator('.judge').getByRole('button', { name: 'Report a mistake' }).click()
    assert.equal(await window.getByLabel('Which statement?').inputValue(), '')
  })

  test('what is held folds on a narrow page like any table, and nothing of it is cut off', async (t) => {
    const { page } = (await open(t, '/coverage')) ?? {}
    if (!page) return
    for (const width of [320, 375, 640, 720, 721, 800, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      const wide: number = await page.evaluate(() => document.documentElement.scrollWidth)
      assert.equal(wide, width)
    }
    await page.setViewportSize({ width: 375, height: 812 })
    assert.deepEqual(await objections(page), [])
  })
})

/** Where the focus is in the window that a button opens; Escape leads back to the button. */
async function beginningOf(page: Page, name: string): Promise<string> {
  const button = page.getByRole('button', { name }).last()
  await button.click()
  await page.getByRole('dialog').waitFor()
  const id = await page.evaluate(() => document.activeElement?.id ?? '')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.waitForFunction((button) => button === document.activeElement, await button.elementHandle())
  return id
}

/** Presses a key until the focus is on what says so. */
async function keyTo(page: Page, key: 'Tab' | 'Shift+Tab', says: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press(key)
    if (await page.evaluate((says) => document.activeElement?.textContent === says, says)) return
  }
  assert.fail(`${key} does not reach “${says}”`)
}
