import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reference } from '../../src/reference/reference.ts'
import { sourceIn } from './a-source.ts'

type Field = Record<string, unknown>
const said = (style: 'harvard' | 'apa', record: Field, locator?: string) =>
  reference(sourceIn({ id: 'x', ...record }), { style, ...(locator && { locator }) })

test('a law that has its year in its name says it once, and is called by its name in the text', () => {
  const act = { type: 'legislation', title: 'Localism Act 2011', issued: '2011-11-15', 'chapter-number': 20 }
  assert.equal(
    said('harvard', act, 'section 4'),
    'Localism Act 2011, c. 20.\nIn the text: (Localism Act 2011, sec. 4)',
  )
  assert.equal(
    said('apa', act, 'section 4'),
    'Localism Act 2011, c. 20.\nIn the text: (Localism Act, 2011, § 4)',
  )
  assert.equal(said('harvard', { type: 'legislation', title: 'Localism Act 2011' }), 'Localism Act 2011.')
})

test('any other law has its year in brackets, and one without a year says that it is not recorded', () => {
  const charter = { type: 'legislation', title: 'Magna Carta' }
  for (const style of ['harvard', 'apa'] as const) {
    assert.equal(said(style, { ...charter, issued: '1215' }), 'Magna Carta (1215).')
    assert.equal(said(style, charter), 'Magna Carta. [not recorded: date]')
  }
  const revised = { type: 'legislation', title: 'Localism Act 2011', issued: '2015' }
  assert.match(said('harvard', revised), /^Localism Act 2011 \(2015\)\./)
})

test('a law is a Public Law of the United States only where the record says so', () => {
  const law = { type: 'legislation', title: 'Constitution of Aire', number: '6', issued: '1950' }
  assert.doesNotMatch(said('apa', law), /Pub\. L\./)
  assert.match(said('apa', { ...law, genre: 'Pub. L.' }), /Pub\. L\. No\. 6/)
})

test('a case is found by its report or its neutral citation, and no line is left to be filled in', () => {
  const of = (more: Field) => said('harvard', { type: 'legal_case', title: 'A v B', issued: '1990', ...more })
  assert.equal(of({ 'container-title': 'AC', page: '562' }), 'A v B [1990] AC 562.')
  assert.equal(of({ 'container-title': 'HLR', page: '3-9', volume: 12 }), 'A v B (1990) 12 HLR 3–9.')
  assert.equal(of({ 'container-title': 'AC', page: '562', volume: '[1990] 2' }), 'A v B [1990] 2 AC 562.')
  assert.equal(of({ number: 'UKSC 5' }), 'A v B [1990] UKSC 5.')
  assert.equal(of({ number: 5, authority: 'UKSC' }), 'A v B [1990] UKSC 5.')
  assert.equal(of({ number: 'CO/12/1990', authority: 'High Court' }), 'A v B (1990).')
  assert.doesNotMatch(said('apa', { type: 'legal_case', title: 'A v B', 'container-title': 'AC' }), /_/)
})

test('the name of a site keeps its small letter, and a place without a publisher is left out', () => {
  const page = {
    type: 'webpage',
    title: 'Links',
    author: [{ literal: 'Aire Council' }],
    publisher: 'aire.example',
  }
  assert.match(said('harvard', page), /Links\. aire\.example\./)
  const own = {
    type: 'report',
    title: 'Links',
    author: page.author,
    publisher: 'Aire Council',
    'publisher-place': 'Aire',
  }
  assert.equal(said('harvard', { ...own, issued: '2020' }), 'Aire Council (2020) Links.')
})

test('an article of nobody and of no newspaper begins with its title', () => {
  const shown = said('harvard', { type: 'article-journal', title: 'On rivers', volume: 3 }, 'p. 7')
  assert.match(
    shown,
    /^‘On rivers’ \(no date\), 3\. \[not recorded: .*\]\nIn the text: \(‘On rivers’, no date, p\. 7\)$/,
  )
})

test('the number of a law with a hyphen in it is one number', () => {
  const act = { type: 'legislation', title: 'Affordable Care Act', number: '111-148', issued: '2010' }
  assert.match(said('apa', act), /No\. 111-148 \(2010\)/)
})

test('paragraphs that a title brought along are none of its words', () => {
  const titled = (title: string) => said('apa', { type: 'book', title, author: [{ family: 'Ann' }] })
  assert.match(titled('On &lt;p&gt;rivers&lt;/p&gt; <jats:p>and seas</jats:p>'), /On rivers and seas/)
})
