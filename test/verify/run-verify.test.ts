import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { checksById } from '../../src/knowledge/checks.ts'
import type { Knowledge } from '../../src/knowledge/records.ts'
import { smallKnowledge, TODAY } from '../small-knowledge.ts'
import { LIMIT } from '../until.ts'
import { aPdf } from './a-pdf.ts'
import { aServer, page, pages, redirect } from './a-web.ts'
import { aFolder, CLAIMS, KNOWLEDGE, print, run, WORLD } from './verify-run.ts'

const PROSE = 'In those years the town’s mills closed one by one, in the mild winter and after it.'

test('saved copies are compared with all that is quoted, and the results are kept apart', async (t) => {
  const copies = aFolder(t, {
    'mills.html': `<html><body><p>${PROSE}</p></body></html>`,
    'canals.md': 'It was [dug](https://aire.example/dug) by hand.',
    'rails.pdf': aPdf([['Contents'], ['It was built for coal.']]),
  })
  const { printed, allFound, checks } = await run(aFolder(t), { copies })
  assert.equal(
    printed,
    `mills · A page · copy
  matches after normalising: closed “the town's mills closed one by one” (quotation marks)
  changed: winter “in the hard winter”
    nearest: “in the mild winter”
    “hard” is “mild” on the page
canals · A page · copy
  matches after normalising: dug “dug by hand” (Markdown links)
rails · A page · copy
  exact: coal “built for coal”
4 quotations: 1 exact, 2 match after normalising, 1 changed. Written to FOLDER/checks.yml.
`,
  )
  assert.equal(allFound, false)
  const kept = checksById(checks)
  assert.equal(kept.get('winter')?.why, '“hard” is “mild” on the page')
  assert.deepEqual(kept.get('coal'), {
    id: 'coal',
    quote: 'built for coal',
    result: 'exact',
    page: 2,
    source: 'rails',
    on: TODAY,
  })
  assert.match(checks.find(({ source }) => source === 'mills')?.text ?? '', /^sha256 [0-9a-f]{64}$/)
})

test('the text of a source is never written down, only what was found in it', async (t) => {
  const folder = aFolder(t)
  await run(folder, { copies: aFolder(t, { 'mills.txt': PROSE }) })
  assert.doesNotMatch(readFileSync(join(folder, 'checks.yml'), 'utf8'), /In those years|after it/)
})

test('a source without a copy was not looked at: it is said, and what was found before stays', async (t) => {
  const folder = aFolder(t)
  await run(folder, { copies: aFolder(t, { 'canals.txt': 'It was dug by hand.' }) }, KNOWLEDGE, '2026-01-01')
  const { printed, checks } = await run(folder, { copies: aFolder(t, { 'mills.txt': PROSE }) })
  assert.match(
    printed,
    /could not be read: dug “dug by hand”: there is no copy canals\.html, \.txt, \.md or \.pdf/,
  )
  assert.deepEqual(
    checks.map(({ source, on }) => [source, on]),
    [
      ['canals', '2026-01-01'],
      ['mills', TODAY],
    ],
  )
})

test('all is found: the run says so', async (t) => {
  const copies = aFolder(t, {
    'mills.txt': PROSE,
    'canals.txt': 'dug by hand',
    'rails.txt': 'built for coal',
  })
  assert.equal((await run(aFolder(t), { copies, only: ['canals', 'rails'] })).allFound, true)
  assert.equal((await run(aFolder(t), { copies })).allFound, false)
})

/** The sources at pages of a server on this machine. */
function knowledgeAt(server: string, archived?: string): Knowledge {
  const sources = ['mills', 'canals', 'rails'].map((id) => ({ id, url: `${server}/${id}`, archived }))
  return { ...KNOWLEDGE, sources: smallKnowledge({ sources }).sources }
}

test('pages are fetched; what became of an address is told apart from the quotation', async (t) => {
  const server = await aServer(
    t,
    pages({
      '/mills': redirect(301, '/new'),
      '/new': page(`<p>${PROSE}</p>`),
      '/rails': (_, answer) => answer.writeHead(403).end(),
    }),
  )
  const archived = 'https://archive.example/1'
  const only = ['mills', 'canals', 'rails']
  const { printed } = await run(aFolder(t), { links: true, only }, knowledgeAt(server, archived))
  assert.equal(
    printed.replaceAll(server, 'SERVER'),
    `mills · A page · SERVER/mills
  matches after normalising: closed “the town's mills closed one by one” (quotation marks)
  changed: winter “in the hard winter”
    nearest: “in the mild winter”
    “hard” is “mild” on the page
  link: moved to SERVER/new
canals · A page · SERVER/canals
  could not be read: dug “dug by hand”: its page is gone (404 Not Found)
  link: gone (404 Not Found); an archived copy: https://archive.example/1
rails · A page · SERVER/rails
  could not be read: coal “built for coal”: it is behind a wall (403 Forbidden)
  link: unreachable (it is behind a wall (403 Forbidden))
4 quotations: 1 matches after normalising, 1 changed, 2 could not be read. Written to FOLDER/checks.yml.
`,
  )
})

test('a page that cannot be read ends in one line, however much is quoted from it', async (t) => {
  const copies = aFolder(t, { 'mills.html': '&'.repeat(600_000) })
  const { printed } = await run(aFolder(t), { copies, only: ['mills'] })
  assert.equal(
    printed,
    `mills · A page · copy
  could not be read: 2 quotations: it has more than 500,000 tags and entities
2 quotations: 2 could not be read. Written to FOLDER/checks.yml.
`,
  )
})

test('an earlier result outlives a page that cannot be read today', async (t) => {
  let isUp = true
  const server = await aServer(
    t,
    pages({
      '/canals': (request, answer) =>
        isUp ? page('It was dug by hand.')(request, answer) : answer.writeHead(500).end(),
    }),
  )
  const [folder, knowledge] = [aFolder(t), knowledgeAt(server)]
  await run(folder, { only: ['canals'] }, knowledge, '2026-10-01')
  isUp = false
  const { printed, checks } = await run(folder, { only: ['canals'] }, knowledge)
  assert.match(printed, /could not be read: dug “dug by hand”: it answers 500 Internal Server Error/)
  const [check] = checks
  assert.equal(check?.on, '2026-10-01')
  assert.equal(check?.quotations[0]?.result, 'exact')
  assert.deepEqual(check?.tried, { on: TODAY, why: 'it answers 500 Internal Server Error' })
})

test('a source that is no longer in the folder is forgotten', async (t) => {
  const folder = aFolder(t)
  await run(folder, { copies: aFolder(t, { 'canals.txt': 'dug by hand' }) })
  const without = { ...KNOWLEDGE, sources: smallKnowledge({ sources: [{ id: 'mills' }] }).sources }
  const { checks } = await run(folder, { copies: aFolder(t, { 'mills.txt': PROSE }) }, without)
  assert.deepEqual(
    checks.map(({ source }) => source),
    ['mills'],
  )
})

test('a source that is no longer quoted is forgotten, also when the run is about another', async (t) => {
  const folder = aFolder(t)
  await run(folder, { copies: aFolder(t, { 'canals.txt': 'dug by hand' }) })
  const knowledge = smallKnowledge({ ...WORLD, claims: CLAIMS.filter(({ source }) => source !== 'canals') })
  const copies = aFolder(t, { 'mills.txt': PROSE })
  const { checks } = await run(folder, { copies, only: ['mills'] }, knowledge)
  assert.deepEqual(
    checks.map(({ source }) => source),
    ['mills'],
  )
})

test('the hash is of the text in which the words were found', async (t) => {
  const hashOf = async (quote: string) => {
    const article = `<article><h1>Mills</h1>${`<p>${PROSE}</p>`.repeat(9)}</article>`
    const copies = aFolder(t, {
      'mills.html': `<html><body><nav>Home of mills</nav>${article}</body></html>`,
    })
    const knowledge = smallKnowledge({
      ...WORLD,
      claims: CLAIMS.slice(0, 1).map((one) => ({ ...one, quote })),
    })
    return (await run(aFolder(t), { copies }, knowledge)).checks[0]?.text
  }
  assert.notEqual(await hashOf('Home of mills'), await hashOf('closed one by one'))
})

test('where checks.yml cannot be written, the results are printed all the same', async (t) => {
  const folder = aFolder(t)
  mkdirSync(join(folder, 'checks.yml~'))
  const copies = aFolder(t, { 'canals.txt': 'dug by hand' })
  const { printed, allFound } = await print(folder, { copies, only: ['canals'] }, KNOWLEDGE)
  assert.equal(
    printed,
    `canals · A page · copy
  exact: dug “dug by hand”
1 quotation: 1 exact. FOLDER/checks.yml could not be written (EISDIR), so answers will not tell of this look.
`,
  )
  assert.equal(allFound, true)
})

test('a run that is stopped prints and keeps what is done, and does not wait for the rest', async (t) => {
  const stopping = new AbortController()
  const server = await aServer(
    t,
    pages({ '/canals': page('It was dug by hand.'), '/rails': () => stopping.abort() }),
  )
  const [folder, limits] = [aFolder(t), { seconds: LIMIT / 1000, hosts: 1 }]
  const { printed, allFound } = await print(folder, { only: ['canals', 'rails'] }, knowledgeAt(server), {
    stop: stopping.signal,
    limits,
  })
  assert.equal(
    printed.replaceAll(server, 'SERVER'),
    `canals · A page · SERVER/canals
  exact: dug “dug by hand”
1 quotation: 1 exact. Stopped after 1 of 2 sources. Written to FOLDER/checks.yml.
`,
  )
  assert.equal(allFound, false)
})
