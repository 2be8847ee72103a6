/// <reference lib="dom" />
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { asked, inBrowser } from './in-browser.ts'

const { open } = inBrowser()

/** So low that nine links have no room. */
const LOW = { viewport: { width: 1280, height: 610 } }

test('links that stand alike fold into a row that names them, until an answer stands on one screen', async (t) => {
  const { page } = (await open(t, '/policy', LOW)) ?? {}
  if (!page) return
  await asked(page, '/twins Leeds')
  const { hidden, folded, fits } = await page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLTableRowElement>('table.links tbody tr')]
    const post = document.querySelector('li.answer') as Element
    return {
      hidden: rows
        .filter((row) => row.hidden)
        .map((row) => ({
          partner: row.querySelector('.partner')?.textContent,
          status: row.querySelector('.status')?.textContent,
          differs: row.querySelector('.differs') !== null,
        })),
      folded: rows.filter((row) => row.matches('.folded')).map((row) => row.textContent),
      fits: post.scrollHeight <= innerHeight,
    }
  })
  assert.ok(hidden.length > 1, 'nothing is folded')
  assert.ok(fits, 'it stands on one screen')
  assert.ok(hidden.every(({ differs, status }) => !differs && status === hidden[0]?.status))
  assert.deepEqual(folded, [
    `${hidden.length} more ${hidden[0]?.status}: ${hidden.map(({ partner }) => partner).join(', ')}`,
  ])
})

test('where that is not enough, all that stand alike fold, and their row says so; what differs stays', async (t) => {
  const { page } = (await open(t, '/policy', { viewport: { width: 375, height: 480 } })) ?? {}
  if (!page) return
  await asked(page, '/twins Leeds')
  const { left, rows } = await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLTableRowElement>('table.links tbody tr')]
    return {
      left: all
        .filter((row) => !row.hidden && !row.matches('.folded'))
        .map((row) => ({
          status: row.querySelector('.status')?.textContent,
          differs: row.querySelector('.differs') !== null,
        })),
      rows: all
        .filter((row) => row.matches('.folded'))
        .map((row) => ({
          words: row.textContent,
          before: all
            .filter(
              (one) =>
                one.hidden && row.textContent?.includes(one.querySelector('.status')?.textContent ?? '?'),
            )
            .map((one) => one.querySelector('.partner')?.textContent),
        })),
    }
  })
  assert.ok(rows.length > 1, 'more than one kind folds')
  for (const { words, before } of rows) {
    assert.match(words ?? '', new RegExp(`^${before.length} (?!more)`))
    assert.ok(words?.endsWith(`: ${before.join(', ')}`), words ?? '')
  }
  // Of what does not differ there is no second one of a kind.
  const plain = left.filter(({ differs }) => !differs).map(({ status }) => status)
  assert.deepEqual(plain, [...new Set(plain)])
  assert.ok(left.some(({ differs }) => differs))
})

test('another size of the window folds again, unless a table was sorted', async (t) => {
  const { page } = (await open(t, '/policy', { viewport: { width: 1280, height: 800 } })) ?? {}
  if (!page) return
  await asked(page, '/twins Leeds')
  assert.equal((await left(page)).folded, 0)
  await page.setViewportSize(LOW.viewport)
  await page.locator('tr.folded').waitFor()
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.locator('tr.folded').waitFor({ state: 'detached' })
  assert.deepEqual(await left(page), { hidden: 0, folded: 0 })
  await page.getByRole('button', { name: 'Partner' }).click()
  await page.locator('#text').focus()
  await page.setViewportSize(LOW.viewport)
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)))
  assert.deepEqual(await left(page), { hidden: 0, folded: 0 })
})

test('what is folded opens by keyboard, leads to its first link, and stays open when the answer is drawn anew', async (t) => {
  const { page } = (await open(t, '/policy', LOW)) ?? {}
  if (!page) return
  await asked(page, '/twins Leeds')
  const first = await page.locator('table.links tr[hidden] .opens').first().textContent()
  await page.locator('tr.folded button').focus()
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), first)
  assert.match((await page.locator('#said').textContent()) ?? '', /^\d+ more links stand in the table\.$/)
  assert.deepEqual(await left(page), { hidden: 0, folded: 0 })
  await page.getByRole('button', { name: 'Map', exact: true }).click()
  await page.locator('li.answer figure').waitFor()
  assert.deepEqual(await left(page), { hidden: 0, folded: 0 })
})

test('a table that is sorted shows all of its rows', async (t) => {
  const { page } = (await open(t, '/policy', LOW)) ?? {}
  if (!page) return
  await asked(page, '/twins Leeds')
  await page.getByRole('button', { name: 'Partner' }).click()
  assert.deepEqual(await left(page), { hidden: 0, folded: 0 })
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Partner')
})

test('where there is room nothing folds', async (t) => {
  const { page } = (await open(t, '/policy', { viewport: { width: 1280, height: 800 } })) ?? {}
  if (!page) return
  await asked(page, '/twins Leeds')
  assert.deepEqual(await left(page), { hidden: 0, folded: 0 })
})

test('what is read aloud has names and words, and no sign that is for the eye', async (t) => {
  const { page } = (await open(t, '/policy', LOW)) ?? {}
  if (!page) return
  await asked(page, '/twins Leeds')
  const read = await page.locator('li.answer').ariaSnapshot()
  assert.match(read, /article "Hansa app"/)
  for (const head of ['Partner', 'Country', 'Kind', 'Since', 'Status', 'Newest evidence'])
    assert.match(read, new RegExp(`columnheader "${head}":\\n +- button "${head}"`))
  assert.match(read, /button "\d+ more (reported active|named in a list)"/)
  assert.doesNotMatch(read, /[↕↑↓▸▾]/)
})

for (const width of [320, 375, 768, 1280]) {
  test(`a finger meets what opens a row, and the number of a source, within 24 by 24 pixels, ${width}`, async (t) => {
    const { page } = (await open(t, '/policy', { viewport: { width, height: 600 } })) ?? {}
    if (!page) return
    await asked(page, '/twins Leeds')
    assert.ok(((await left(page)).folded ?? 0) > 0)
    const missed = await page.evaluate(() => {
      const links = [
        ...document.querySelectorAll(
          'table.links tr:not([hidden]) :is(.opens, td.sources a, .folded button)',
        ),
      ]
      return links.flatMap((link) => {
        link.scrollIntoView({ block: 'center' })
        const { x, y, width, height } = link.getBoundingClientRect()
        // What is met at a point is told by whole pixels, of which a row may begin in the middle.
        const about = [-10.5, 10.5].flatMap((by) => [
          [x + width / 2, y + height / 2 + by],
          [x + width / 2 + by, y + height / 2],
        ])
        const all = about.every(([at = 0, down = 0]) => link.contains(document.elementFromPoint(at, down)))
        return all ? [] : [link.textContent]
      })
    })
    assert.deepEqual(missed, [])
  })
}

async function left(page: Page) {
  const [hidden, folded] = ['tr[hidden]', 'tr.folded'].map((of) => page.locator(`table.links ${of}`).count())
  return { hidden: await hidden, folded: await folded }
}
