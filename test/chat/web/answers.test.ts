/// <reference lib="dom" />
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { realFolder } from '../../real-folder.ts'
import { asked, askedForMap, inBrowser, objections } from './in-browser.ts'

const { desk } = realFolder()
const rowsOf = (page: Page) => page.locator('table.links').first().locator('tbody th').allTextContents()

describe('answers on the page', () => {
  const { open } = inBrowser()

  test('on the narrowest page nothing stands beside it or under it', async (t) => {
    const { page } = (await open(t, '/policy', { viewport: { width: 320, height: 640 } })) ?? {}
    if (!page) return
    await asked(page, '/twins Leeds')
    const size = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement
      return [scrollWidth, scrollHeight]
    })
    assert.deepEqual(size, [320, 640])
  })

  for (const [width, height] of [
    [1280, 800],
    [375, 812],
  ] as const) {
    test(`/twins Leeds stands on one screen with its actions and its small print, ${width} by ${height}`, async (t) => {
      const { page } = (await open(t, '/policy', { viewport: { width, height } })) ?? {}
      if (!page) return
      await asked(page, '/twins Leeds')
      const { top, room, ends, wide } = await page.evaluate(() => {
        const box = (of: string) => (document.querySelector(of) as Element).getBoundingClientRect()
        const ends = ['table.links', '.acts', '.next', '.judge', '.foot'].map(
          (of) => box(`.answer ${of}`).bottom,
        )
        const { scrollWidth: wide } = document.documentElement
        return { top: box('.answer-heading').top, room: box('.scroll'), ends, wide }
      })
      assert.ok(top >= room.top, `the heading stands at ${top}, the conversation begins at ${room.top}`)
      assert.deepEqual(
        ends.filter((end) => end > room.bottom),
        [],
        `the conversation ends at ${room.bottom}`,
      )
      assert.equal(wide, width)
    })
  }

  test('one link stands on one screen with what happened on it, what can be done and the small print', async (t) => {
    const { page } = (await open(t, '/policy', { viewport: { width: 1280, height: 800 } })) ?? {}
    if (!page) return
    await asked(page, '/twins Leeds Dortmund')
    const { ends, room, next, judge } = await page.evaluate(() => {
      const box = (of: string) => (document.querySelector(of) as Element).getBoundingClientRect()
      const ends = ['.timeline', '.acts', '.foot'].map((of) => box(`.answer ${of}`).bottom)
      return { ends, room: box('.scroll').bottom, next: box('.next').bottom, judge: box('.judge').bottom }
    })
    assert.ok(Math.max(...ends) <= room, `it ends at ${ends}, the conversation at ${room}`)
    assert.ok(Math.abs(next - judge) < 8, 'what comes next and what one thinks of it are one line')
  })

  test('the timeline of a link is drawn once, also when its map is asked for', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    await asked(page, '/twins Leeds Dortmund')
    await page.getByRole('img', { name: /^Timeline\. / }).waitFor()
    await askedForMap(page)
    await page.getByRole('img', { name: /^Map\. / }).waitFor()
    assert.equal(await page.getByRole('img', { name: /Timeline\. / }).count(), 1)
  })

  test('a region is two screens at most of a phone, and no line of a place is cut', async (t) => {
    const { page } = (await open(t, '/policy', { viewport: { width: 375, height: 812 } })) ?? {}
    if (!page) return
    await asked(page, '/twins Yorkshire')
    const { answer, room, wide } = await page.evaluate(() => {
      const high = (of: string) => (document.querySelector(of) as Element).getBoundingClientRect().height
      const { scrollWidth: wide } = document.documentElement
      return { answer: high('.answer'), room: high('.scroll'), wide }
    })
    assert.ok(answer <= 2 * room, `${answer} of ${room}`)
    assert.equal(wide, 375)
  })

  test('its table says what it is, sorts by press and by keyboard, and has no empty cell', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    await asked(page, '/twins Leeds')
    const table = page.getByRole('table', { name: 'Links of Leeds' })
    const { rows = [] } = desk.answer('twins Leeds').table ?? {}
    assert.deepEqual(
      await rowsOf(page),
      rows.map(({ twin }) => twin),
    )
    const cells = await table.locator('td, th').allTextContents()
    assert.ok(cells.every((text) => text.trim() !== ''))
    await table.getByRole('button', { name: 'Partner' }).click()
    const byName = rows.map(({ twin }) => twin).sort((one, other) => one.localeCompare(other, 'en'))
    assert.deepEqual(await rowsOf(page), byName)
    await table.getByRole('button', { name: 'Partner' }).press('Enter')
    assert.deepEqual(await rowsOf(page), byName.toReversed())
    assert.equal(
      await table.getByRole('columnheader', { name: 'Partner' }).getAttribute('aria-sort'),
      'descending',
    )
    await page.getByText('Sorted by partner, descending.').waitFor({ state: 'attached' })
    await table.getByRole('button', { name: 'Since' }).click()
    const years = await table.locator('td.since').allTextContents()
    const known = years.filter((year) => year !== 'not known')
    assert.deepEqual(years, [...known.toSorted(), ...years.filter((year) => year === 'not known')])
  })

  test('a row and the number of a source lead to the words and to the source', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    await asked(page, '/twins Leeds')
    await page.getByRole('rowheader', { name: 'Dortmund' }).getByRole('link').click()
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Dortmund'))
    const [first] = desk.answer('twins Leeds').table?.references ?? []
    await page.getByRole('link', { name: 'Source 1', exact: true }).first().press('Enter')
    await page.waitForFunction(
      (label) => document.activeElement?.textContent?.startsWith(label),
      first?.label ?? '?',
    )
    assert.deepEqual(await objections(page), [])
  })

  test('of many links there is a row a place, which opens where it stands', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    await asked(page, '/twins England')
    const place = page.getByRole('rowheader', { name: 'Leeds' }).getByRole('link')
    await place.press('Enter')
    await page.locator('tr.unfolded').getByRole('rowheader', { name: 'Dortmund' }).waitFor()
    assert.equal(await place.getAttribute('aria-expanded'), 'true')
    await place.press('Enter')
    await page.locator('tr.unfolded').waitFor({ state: 'detached' })
    // How many links a place has is seen wherever a row has room for it.
    for (const width of [640, 1024, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      const seen = await page.locator('table.places td.links').first().boundingBox()
      assert.ok((seen?.width ?? 0) > 5, `${width} pixels wide`)
    }
  })

  test('one link alone is a list of its values', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    await asked(page, '/twins Niigata')
    const terms = await page.locator('.answer dl dt').allTextContents()
    assert.deepEqual(terms, [
      'Place',
      'Partner',
      'Country',
      'Kind',
      'Since',
      'Status',
      'Newest evidence',
      'Sources',
    ])
  })

  test('what is copied is a table with its references, whole or in part', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    await asked(page, '/twins Leeds')
    await page.evaluate(() => {
      // Last of all: what the page put there.
      window.addEventListener('copy', (event) =>
        Object.assign(window, {
          copied: ['text/html', 'text/plain'].map((type) => event.clipboardData?.getData(type) ?? ''),
        }),
      )
    })
    const copied = () => page.evaluate(() => (window as unknown as { copied: [string, string] }).copied)
    await page.evaluate(() => {
      const [first, second] = document.querySelectorAll('table.links tbody tr')
      if (first && second) getSelection()?.setBaseAndExtent(first, 0, second, second.childNodes.length)
      document.execCommand('copy')
    })
    const [html, text] = await copied()
    assert.match(html, /<table><tbody><tr.*<li value="1">/s)
    assert.match(text, /\n1\. \S/)
    await page.locator('summary', { hasText: 'Copy or save' }).click()
    await page.evaluate(() => {
      const { setData } = DataTransfer.prototype
      DataTransfer.prototype.setData = function (type, data) {
        if (type === 'text/plain') Object.assign(window, { whole: data })
        setData.call(this, type, data)
      }
    })
    await page.getByRole('button', { name: /^Copy for/ }).click()
    await page.getByText('Copied, with its table and references.').waitFor()
    const whole = await page.evaluate(() => (window as unknown as { whole: string }).whole)
    const numbers = [...whole.matchAll(/\t([\d, ]+)(?: \(second-hand\))?$/gm)].flatMap(([, all = '']) =>
      all.split(', '),
    )
    assert.ok(numbers.length > 5, whole)
    for (const number of numbers) assert.match(whole, new RegExp(`^${number}\\. \\S`, 'm'))
  })

  test('what is copied is pasted as a table with its numbers and its references', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    await asked(page, '/twins Leeds')
    await page.locator('summary', { hasText: 'Copy or save' }).click()
    await page.getByRole('button', { name: /^Copy for/ }).click()
    await page.getByText('Copied, with its table and references.').waitFor()
    // What takes text and markup from the clipboard, as a mail or a document does.
    const paper = await page.evaluateHandle(() => {
      const paper = document.body.appendChild(document.createElement('div'))
      paper.contentEditable = 'true'
      paper.focus()
      return paper
    })
    await page.keyboard.press('Control+V')
    await page.waitForFunction((paper) => paper.querySelector('ol li'), paper)
    const { rows, references } = await paper.evaluate((paper) => ({
      rows: [...paper.querySelectorAll('tbody tr')].map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) => cell.textContent),
      ),
      references: [...paper.querySelectorAll('ol > li')].map((one) => one.textContent ?? ''),
    }))
    const { rows: links = [], references: documents = [] } = desk.answer('twins Leeds').table ?? {}
    assert.deepEqual(
      rows.map((cells) => [cells[1], cells.at(-1)]),
      links.map(({ twin, sources }) => [twin, sources.join(', ')]),
    )
    assert.equal(references.length, documents.length)
    for (const [at, { title }] of documents.entries()) assert.ok(references[at]?.includes(title), title)
  })
})
