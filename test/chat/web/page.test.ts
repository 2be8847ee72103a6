/// <reference lib="dom" />
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ProposalDesk } from '../../../src/chat/core/proposals.ts'
import { asked, askedForMap, firstOffer, inBrowser, shiftTabTo, tabTo } from './in-browser.ts'

describe('the page in a browser', () => {
  const { open, another } = inBrowser()

  test('/twins Leeds shows Dortmund and its citation, privately; Share posts it where others read', async (t) => {
    const opened = await open(t, '/policy')
    if (!opened) return
    const { page, url } = opened
    const other = await another(t, `${url}/policy`)
    if (!other) return
    await page.getByLabel('Message to #policy').fill('/twins Leeds')
    await page.keyboard.press('Enter')
    const answer = page.locator('.posts > li').first()
    await answer.getByRole('rowheader', { name: 'Dortmund' }).waitFor()
    await answer.locator('summary', { hasText: 'Sources and words' }).click()
    const source = answer.locator('.words').getByRole('link', { name: 'Leeds City Council (2021)' }).first()
    assert.match((await source.getAttribute('href')) ?? '', /^https:\/\/\S+#:~:text=/)
    await answer.getByText('Only visible to you').waitFor()
    assert.equal(await other.locator('.posts > li').count(), 0)
    await answer.getByRole('button', { name: 'Share' }).click()
    await other.getByText('asked by @').waitFor()
    await other.locator('.posts > li').first().getByRole('rowheader', { name: 'Dortmund' }).waitFor()
    assert.equal(await other.getByText('Only visible to you').count(), 0)
  })

  test('a follow-up answers, and the focus goes to what it answered', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    await asked(page, '/twins Hull')
    await page.getByRole('button', { name: 'Twins of Freetown' }).click()
    const answer = page.locator('.posts > li', { has: page.getByRole('heading', { name: /^Freetown/ }) })
    await answer.first().waitFor()
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Freetown, Sierra Leone:'))
  })

  test('a list of links has a map one press away, whose words say the same', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    await asked(page, '/twins Hull')
    await askedForMap(page)
    const map = page.getByRole('img', { name: /^Map\./ })
    await map.waitFor()
    assert.match((await map.getAttribute('alt')) ?? '', /Rotterdam \(The Netherlands\)/)
    await map.scrollIntoViewIfNeeded()
    await page.waitForFunction(
      () => (document.querySelector('figure img') as { naturalWidth?: number })?.naturalWidth,
    )
  })

  test('the keyboard alone completes a command, sends it, reaches the answer and what can be taken along', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    const { keyboard } = page
    await tabTo(page, 'text')
    await keyboard.type('/tw')
    await firstOffer(page, '/twins')
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await keyboard.type('Lee')
    await firstOffer(page, '/twins Leeds')
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    assert.equal(await page.locator('#text').inputValue(), '/twins Leeds')
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Leeds:/ }).waitFor()
    await shiftTabTo(page, 'summary')
    await keyboard.press('Enter')
    await page.getByRole('link', { name: 'Harvard' }).waitFor()
  })

  test('a list that comes late takes nobody’s choice away', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    await page.locator('#text').fill('/twins L')
    await page.locator('#offers > li').nth(1).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const chosen = page.locator('#offers > li[aria-selected=true]')
    const before = await chosen.textContent()
    await page.locator('#offers').evaluate((list) => list.firstElementChild?.classList.add('earlier'))
    await page.locator('#text').dispatchEvent('input')
    await page.locator('#offers:not(:has(.earlier)) > li').first().waitFor()
    assert.equal(await chosen.textContent(), before)
  })

  test('Home is what the app shows; its buttons answer in a window that Escape closes', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    await page.getByRole('link', { name: 'Home' }).click()
    const button = page.getByRole('button', { name: 'Twins of Leeds' })
    await button.click()
    const window = page.getByRole('dialog', { name: 'Hansa' })
    await window.getByText('Dortmund, Germany').waitFor()
    await window.getByRole('button', { name: 'Map', exact: true }).click()
    await window.getByRole('img', { name: /^Map\./ }).waitFor({ state: 'attached' })
    await page.keyboard.press('Escape')
    await window.waitFor({ state: 'detached' })
    await page.waitForFunction((element) => element === document.activeElement, await button.elementHandle())
  })

  test('typed markup is shown as it was typed', async (t) => {
    const { page } = (await open(t, '/hansa')) ?? {}
    if (!page) return
    await asked(page, '<img src=x onerror=alert(1)>')
    await page.locator('.typed', { hasText: '<img src=x onerror=alert(1)>' }).waitFor()
    assert.equal(await page.locator('main img[src="x"]').count(), 0)
  })

  test('while a place is typed into a window, places of that name are offered', async (t) => {
    const names = (typed: string, side: string) =>
      typed === 'Rou' && side === 'partner' ? ['Rouen, France'] : []
    const proposals = { names, untold: async () => [] } as unknown as ProposalDesk
    const { page } = (await open(t, '/home', {}, { proposals })) ?? {}
    if (!page) return
    await page.getByRole('button', { name: 'Propose a link' }).click()
    await page.getByLabel('Which partner?').fill('Rou')
    await page.locator('#names option[value="Rouen, France"]').waitFor({ state: 'attached' })
    assert.equal(await page.getByLabel('Which partner?').getAttribute('list'), 'names')
  })

  test('what cannot be sent out of a window is kept there, and the window says so', async (t) => {
    const { page } = (await open(t, '/policy')) ?? {}
    if (!page) return
    await asked(page, '/twins Leeds')
    await page.getByRole('button', { name: 'Report a mistake' }).last().click()
    const window = page.getByRole('dialog')
    await window.locator('textarea').fill('The year is wrong.')
    await window.locator('select').first().selectOption({ index: 1 })
    await page.context().setOffline(true)
    await window.getByRole('button', { name: 'Send' }).click()
    await window.getByRole('alert').filter({ hasText: 'That did not arrive' }).waitFor()
    assert.equal(await window.locator('textarea').inputValue(), 'The year is wrong.')
    await page.context().setOffline(false)
    await window.getByRole('button', { name: 'Send' }).click()
    await window.getByText('Thank you').waitFor()
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
})
