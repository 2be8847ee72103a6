/// <reference lib="dom" />
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ProposalDesk } from '../../../src/chat/core/proposals.ts'
import { realFolder } from '../../real-folder.ts'
import { asked, askedForMap, inBrowser, objections, tabTo } from './in-browser.ts'

describe('how the page looks', () => {
  const { open } = inBrowser()

  for (const [colorScheme, only] of [['light'], ['dark', 'color-contrast']] as const) {
    test(`axe finds nothing to object to on any view, ${colorScheme}`, async (t) => {
      const { page, url } = (await open(t, '/policy', { colorScheme })) ?? {}
      if (!page) return
      assert.deepEqual(await objections(page, only), [], 'the empty channel')
      await asked(page, '/twins Leeds')
      await askedForMap(page)
      await page.getByRole('img', { name: /^Map\./ }).waitFor()
      assert.deepEqual(await objections(page, only), [], 'an answer')
      await page.locator('#text').fill('/twins L')
      await page.locator('#offers > li').first().waitFor()
      assert.deepEqual(await objections(page, only), [], 'completions')
      await page.locator('#text').fill('')
      await asked(page, '/digest now')
      await asked(page, '/digest')
      assert.deepEqual(await objections(page, only), [], 'a digest')
      await page.getByRole('button', { name: 'Report a mistake' }).first().click()
      const report = page.getByRole('dialog', { name: 'Report a mistake' })
      await report.waitFor()
      assert.deepEqual(await objections(page, only), [], 'the window to report an error')
      await report.getByLabel('Which statement?').selectOption({ index: 1 })
      await report.getByLabel('What is wrong').fill('The year.')
      await report.getByRole('button', { name: 'Send' }).click()
      await report.getByText('Your report is with').waitFor()
      assert.deepEqual(await objections(page, only), [], 'the thanks for it')
      await page.goto(`${url}/hansa`)
      await asked(page, 'twins leds')
      await asked(page, 'nesta partnerships')
      assert.deepEqual(await objections(page, only), [], 'the direct message')
      await page.goto(`${url}/home`)
      assert.deepEqual(await objections(page, only), [], 'Home')
      await page.getByRole('button', { name: 'Twins of Leeds' }).click()
      await page.getByRole('dialog').getByText('Dortmund').first().waitFor()
      assert.deepEqual(await objections(page, only), [], 'a window')
      await page.goto(`${url}/home`)
      await page.getByRole('link', { name: 'Coverage', exact: true }).click()
      await page.getByRole('img', { name: /^Map\. Links held/ }).waitFor()
      assert.deepEqual(await objections(page, only), [], 'what is held')
    })
  }

  test('on a phone nothing is cut off, and axe finds nothing; nor is it on wider windows', async (t) => {
    const { page } =
      (await open(t, '/policy', { viewport: { width: 360, height: 700 }, hasTouch: true })) ?? {}
    if (!page) return
    await asked(page, '/twins Sheffield')
    await askedForMap(page)
    await page.getByRole('img', { name: /^Map\./ }).waitFor()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(wide <= 360, `the page is ${wide} pixels wide`)
    assert.deepEqual(await objections(page), [])
    // With both ends of each link a table has the most columns.
    await asked(page, '/twins West Yorkshire')
    // Beside the list of rooms there is less for a table than the window is wide.
    const steps = Array.from({ length: 17 }, (_, step) => 320 + 80 * step)
    for (const width of [...steps, 641, 768, 1100, 1101]) {
      await page.setViewportSize({ width, height: 800 })
      const over: number = await page
        .locator('.scroll')
        .evaluate((room) => room.scrollWidth - room.clientWidth)
      assert.equal(over, 0, `${width} pixels wide`)
    }
  })

  test('no word of a table is torn, and none is cut off, however narrow its window', async (t) => {
    const { page } = (await open(t, '/home')) ?? {}
    if (!page) return
    await page.getByRole('button', { name: 'Twins of Leeds' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Dortmund').first().waitFor()
    for (const width of [320, 375, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      const { torn, over } = await dialog.evaluate((dialog) => {
        const table = dialog.querySelector('table') as HTMLElement
        const words = [...table.querySelectorAll('th, td')].flatMap((cell) => {
          const text = cell.firstChild as Text
          return [...text.data.matchAll(/\S+/g)].map(({ 0: word, index }) => {
            const range = document.createRange()
            range.setStart(text, index)
            range.setEnd(text, index + word.length)
            return { word, lines: range.getClientRects().length }
          })
        })
        return {
          torn: words.filter(({ lines }) => lines > 1).map(({ word }) => word),
          over: dialog.scrollWidth - dialog.clientWidth,
        }
      })
      assert.deepEqual([torn, over], [[], 0], `${width} pixels wide`)
      assert.deepEqual(await objections(page), [], `${width} pixels wide`)
    }
  })

  test('the heading of a window stays above what scrolls under it', async (t) => {
    const { page } = (await open(t, '/home')) ?? {}
    if (!page) return
    await page.getByRole('button', { name: 'Twins of Leeds' }).click()
    await page.getByRole('dialog').getByText('Dortmund').first().waitFor()
    const above = await page.evaluate(() => {
      const dialog = document.querySelector('dialog') as HTMLElement
      const headings = [...dialog.querySelectorAll('.blocks h3, .blocks p, .blocks span')]
      const { left, top, height } = (dialog.querySelector('#window-title') as Element).getBoundingClientRect()
      return headings.every((_, at) => {
        dialog.scrollTop = at * 7
        return document.elementFromPoint(left + 4, top + height / 2)?.closest('dialog > header') !== null
      })
    })
    assert.ok(above)
  })

  test('where the system chooses the colours, what is chosen is still seen', async (t) => {
    const { page } = (await open(t, '/policy', { forcedColors: 'active' })) ?? {}
    if (!page) return
    await page.locator('#text').fill('/twins L')
    await page.locator('#offers > li').first().waitFor()
    await page.keyboard.press('ArrowDown')
    const outlines = await page
      .locator('#offers > li:nth-child(-n+2), nav a')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).outlineStyle))
    assert.deepEqual(outlines, ['none', 'solid', 'none', 'none', 'solid', 'none'])
  })

  test('enlarged four times, the page scrolls to everything', async (t) => {
    const { page } = (await open(t, '/policy', { viewport: { width: 320, height: 256 } })) ?? {}
    if (!page) return
    await asked(page, '/twins Hull')
    const { wide, high, inside } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      high: document.documentElement.scrollHeight,
      inside: getComputedStyle(document.querySelector('.scroll') as Element).overflowY,
    }))
    assert.ok(wide <= 320 && high > 2 * 256 && inside === 'visible', `${wide} × ${high}, ${inside}`)
    const seen = await page
      .getByRole('heading', { name: /Hull/ })
      .first()
      .evaluate((one) => one.getBoundingClientRect())
    assert.ok(seen.top >= 0 && seen.top < 256, `the answer stands at ${seen.top}`)
  })

  test('a reference stays in its column, however long its address', async (t) => {
    const { page } = (await open(t, '/hansa', { viewport: { width: 360, height: 700 } })) ?? {}
    if (!page) return
    const { references = [] } = realFolder().desk.answer('twins Sheffield').table ?? {}
    const longest = references.toSorted((one, other) => (other.url ?? '').length - (one.url ?? '').length)[0]
    await asked(page, `cite ${longest?.source}`)
    await page.getByRole('heading', { name: 'Reference' }).waitFor()
    const inside = await page.locator('.scroll').evaluate((room) => room.scrollWidth - room.clientWidth)
    assert.equal(inside, 0)
  })

  test('a map has its room before it is loaded, and opens in the colours of the page', async (t) => {
    const { page } = (await open(t, '/policy', { colorScheme: 'dark' })) ?? {}
    if (!page) return
    await page.route('**/pictures/**', () => undefined)
    await asked(page, '/twins Hull')
    await askedForMap(page)
    const map = page.getByRole('img', { name: /^Map\./ })
    await map.waitFor()
    assert.ok(((await map.boundingBox())?.height ?? 0) > 200)
    const link = page.getByRole('link', { name: /Open on its own/ })
    assert.match((await link.getAttribute('href')) ?? '', /theme=dark$/)
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`a form tells by keyboard alone what is wrong, and nothing in it is cut off, ${colorScheme}`, async (t) => {
      const wrong = { field: 'source', why: 'Write where it can be read, like https://example.org/twins.' }
      const propose = async () => ({ wrong: [wrong] })
      const proposals = { propose, names: () => [], untold: async () => [] } as unknown as ProposalDesk
      const look = { colorScheme, viewport: { width: 320, height: 700 } }
      const { page } = (await open(t, '/home', look, { proposals })) ?? {}
      if (!page) return
      await page.getByRole('button', { name: 'Propose a link' }).focus()
      await page.keyboard.press('Enter')
      const form = page.getByRole('dialog', { name: 'Propose a link' })
      await form.waitFor()
      // What may stay empty waits behind one press, and Send is at hand without it.
      assert.equal(await form.getByLabel('Since when?').isVisible(), false)
      assert.ok(await form.getByRole('button', { name: 'Send' }).isVisible())
      await form.getByText('More, if you know it').focus()
      await page.keyboard.press('Enter')
      await form.getByLabel('Since when?').waitFor()
      assert.deepEqual(await form.evaluate(cutHints), [])
      assert.deepEqual(await objections(page), [])
      await page.keyboard.press('Space')
      await form.getByLabel('Since when?').waitFor({ state: 'hidden' })
      await form.getByRole('heading').focus()
      await tabTo(page, 'input-place')
      await page.keyboard.type('Leeds')
      await tabTo(page, 'input-partner')
      await page.keyboard.type('Lille')
      await tabTo(page, 'input-status')
      await page.keyboard.press('S')
      await tabTo(page, 'input-source')
      await page.keyboard.type('a newspaper')
      await page.keyboard.press('Enter')
      await form.getByText(wrong.why).waitFor()
      const source = form.getByLabel('Where did you read it?')
      assert.ok(await source.evaluate((field) => field === document.activeElement))
      assert.equal(await source.inputValue(), 'a newspaper')
      assert.deepEqual(await objections(page), [])
      assert.equal(await form.evaluate((window) => window.scrollWidth - window.clientWidth), 0)
      await page.keyboard.press('Escape')
      await form.waitFor({ state: 'detached' })
    })
  }

  test('the statement that one chose is read whole on a phone', async (t) => {
    const { page } = (await open(t, '/hansa', { viewport: { width: 375, height: 812 } })) ?? {}
    if (!page) return
    await asked(page, 'twins Leeds')
    await page.getByRole('button', { name: 'Report a mistake' }).last().click()
    const menu = page.getByRole('dialog').getByLabel('Which statement?')
    const low = (await menu.boundingBox())?.height ?? 0
    const longest = await menu.evaluate((menu: HTMLSelectElement) => {
      const options = [...menu.options]
      return options.toSorted((one, other) => other.text.length - one.text.length)[0]?.value ?? ''
    })
    await menu.selectOption(longest)
    const high = (await menu.boundingBox())?.height ?? 0
    assert.ok(high > low * 1.4, `${low} pixels high, then ${high}`)
    assert.equal(await menu.evaluate((menu) => menu.scrollWidth - menu.clientWidth), 0)
  })
})

/** What stands in the empty fields of a form and is wider than they are. */
function cutHints(form: Element): string[] {
  const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
  return [...form.querySelectorAll('input')].flatMap((field) => {
    const { font, paddingLeft, paddingRight } = getComputedStyle(field)
    pen.font = font
    const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
    return pen.measureText(field.placeholder).width > room ? [field.placeholder] : []
  })
}
