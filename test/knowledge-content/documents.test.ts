import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realFolder } from '../real-folder.ts'

const { knowledge } = realFolder()
const article = knowledge.claims.filter(({ source }) => source === 'ransom-2020')

test('each of the article’s seven paragraphs has a claim, and there are twenty at least', () => {
  assert.ok(article.length >= 20)
  const paragraphs = new Set(article.map(({ at }) => at))
  assert.deepEqual(
    [...paragraphs].sort(),
    [1, 2, 3, 4, 5, 6, 7].map((n) => `paragraph ${n}`),
  )
})

test('what the article says of another document is second-hand', () => {
  const citing = new Set(article.map((claim) => claim.citing))
  for (const id of ['nesta-2020', 'acuto-2016', 'ewen-hebbert-2007', 'oecd-2019', 'eunivercities']) {
    assert.ok(citing.has(id), id)
  }
})

test('nothing is shown as the Nesta report’s own words: we read it in other documents', () => {
  const [report] = knowledge.reports
  assert.equal(report?.command, 'nesta')
  for (const { id, source, citing } of report?.findings ?? []) {
    assert.notEqual(source, 'nesta-2020', id)
    assert.equal(citing, 'nesta-2020', id)
  }
  assert.ok(knowledge.claims.every(({ source }) => source !== 'nesta-2020'))
})

test('the three kinds of innovation come from paragraph 4 of the article', () => {
  const found = knowledge.reports.flatMap(({ findings }) => findings).filter(({ at }) => at === 'paragraph 4')
  assert.deepEqual(
    found.map(({ title, source }) => [title, source]),
    [
      ['Policy innovation', 'ransom-2020'],
      ['Systems innovation', 'ransom-2020'],
      ['Partnerships innovation', 'ransom-2020'],
    ],
  )
})

test('sources that disagree about 1913 stand side by side', () => {
  const union = knowledge.claims.filter(({ about }) => about.includes('1913'))
  assert.deepEqual(
    union.map(({ source }) => source),
    ['uclg-1913', 'mit-iula'],
  )
  assert.deepEqual(
    union.map(({ differs }) => differs),
    [['union-of-1913-in-the-netherlands'], ['union-of-1913-in-ghent']],
  )
})

test('Manchester’s council has called two cities its oldest sister city, and both are kept', () => {
  const oldest = knowledge.claims.filter(({ about }) => about.includes('oldest sister city'))
  assert.deepEqual(
    oldest.map(({ source, differs }) => [source, differs]),
    [
      ['MCC08', ['oldest-sister-city-chemnitz']],
      ['MCCnow', ['oldest-sister-city-saint-petersburg']],
    ],
  )
})

test('every claim has a heading of three to eight words', () => {
  for (const { id, title = '' } of knowledge.claims) {
    const words = title.split(' ').length
    assert.ok(words >= 3 && words <= 8, `${id}: ${title}`)
  }
})

test('no quotation of the first folder is longer than twenty words', () => {
  const quoted = [
    ...knowledge.claims,
    ...knowledge.assertions,
    ...knowledge.reports.flatMap((r) => r.findings),
  ]
  for (const { id, quote = '' } of quoted) assert.ok(quote.split(/\s+/).length <= 20, id)
})
