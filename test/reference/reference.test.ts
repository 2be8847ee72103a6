import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sourceOf } from '../../src/knowledge/kinds/source.ts'
import { sourceLabel } from '../../src/library/finding.ts'
import { reference } from '../../src/reference/reference.ts'
import { aSource } from './a-source.ts'

const harvard = (said: Parameters<typeof aSource>[0], locator?: string) =>
  reference(aSource(said), { style: 'harvard', locator })
const apa = (said: Parameters<typeof aSource>[0]) => reference(aSource(said), { style: 'apa' })

test('a body is one author, never taken apart into a family name and initials', () => {
  const body = { author: [{ literal: 'Leeds City Council' }] }
  assert.equal(
    harvard(body),
    'Leeds City Council (2019) Rivers and railways. Aire Press. Available at: https://aire.example/rivers (Accessed: 24 November 2026).',
  )
  assert.match(apa(body), /^Leeds City Council\. \(2019\)\. Rivers and railways\./)
  assert.match(reference(aSource(body), { style: 'bibtex' }), / {2}author = \{\{Leeds City Council\}\},/)
  assert.match(reference(aSource(body), { style: 'ris' }), /^AU {2}- Leeds City Council$/m)
})

test('a document without a date says so in the words of each style, and no year is guessed', () => {
  const undated = { issued: undefined, type: 'webpage' }
  assert.match(harvard(undated), /^Fox, A\. \(no date\) Rivers and railways\. /)
  assert.match(
    apa(undated),
    /^Fox, A\. \(n\.d\.\)\. Rivers and railways\. .*Retrieved November 24, 2026, from https/,
  )
  const bibtex = reference(aSource(undated), { style: 'bibtex' })
  assert.match(bibtex, /note = \{Not recorded: date\}/)
  assert.doesNotMatch(bibtex, /year|month/)
  assert.match(reference(aSource(undated), { style: 'ris' }), /^N1 {2}- Not recorded: date$/m)
})

test('what a record lacks is marked after the reference', () => {
  assert.match(harvard({ author: [] }), / \[not recorded: author\]$/)
  assert.match(apa({ publisher: undefined }), / \[not recorded: publisher\]$/)
  assert.match(
    harvard({ type: 'article-journal', containerTitle: undefined }),
    / \[not recorded: publication, volume, issue, page numbers, DOI\]$/,
  )
  assert.match(
    harvard({ type: 'article-newspaper', containerTitle: 'The Mill', issued: '2019-04' }),
    /: day\]$/,
  )
  assert.match(harvard({ accessed: undefined }), /rivers\. \[not recorded: day of access\]$/)
})

test('a title of our own, in square brackets, stands without quotes', () => {
  const described = { type: 'article-newspaper', title: '[Report on rivers]', containerTitle: 'Aire Post' }
  assert.match(harvard(described), /\(2019\) \[Report on rivers\], Aire Post, April\./)
  assert.match(apa(described), /\[Report on rivers\]\. Aire Post\./)
})

test('particles before a name, ranges of years and “circa” reach every style', () => {
  const author = [{ family: 'Gaulle', given: 'Charles', 'dropping-particle': 'de' }]
  const csl = { author, issued: { 'date-parts': [[1969]], circa: true } }
  const source = { author, issued: '1969', csl }
  assert.match(harvard(source), /^de Gaulle, C\. \(|^Gaulle, C\. de \(/)
  assert.match(apa(source), /^Gaulle, C\. de\. \(ca\. 1969\)/)
  assert.match(reference(aSource(source), { style: 'bibtex' }), / {2}author = \{de Gaulle, Charles\},/)
  assert.match(reference(aSource(source), { style: 'ris' }), /^AU {2}- de Gaulle, Charles$/m)
})

test('a body that is author, publication and publisher is named once', () => {
  const news = {
    type: 'article-newspaper',
    author: [{ literal: 'BBC News' }],
    issued: '2022-03-01',
    containerTitle: 'BBC News',
    publisher: 'BBC News',
  }
  assert.equal(
    harvard(news),
    'BBC News (2022) ‘Rivers and railways’, 1 March. Available at: https://aire.example/rivers (Accessed: 24 November 2026).',
  )
})

test('in APA an unsigned article begins with its title, and is in its newspaper', () => {
  const unsigned = {
    type: 'article-newspaper',
    author: [{ literal: 'The Mill' }],
    containerTitle: 'The Mill',
    issued: '2022-03-01',
  }
  assert.equal(apa(unsigned), 'Rivers and railways. (2022, March 1). The Mill. https://aire.example/rivers')
})

test('an author’s name before that of the archive is not said again', () => {
  const publisher = 'Aire Council, in the Web Archive'
  assert.match(
    harvard({ type: 'webpage', author: [{ literal: 'Aire Council' }], publisher }),
    /Rivers and railways\. In the Web Archive\. Available/,
  )
})

test('a page in a web archive has no day of its own, and the day of its capture as such', () => {
  const url = 'https://web.archive.org/web/20131017025315/http://aire.example/towns'
  const author = [{ literal: 'Aire Council' }]
  const copy = {
    ...{ type: 'webpage', author, url, issued: '2013-10-17', publisher: 'Aire Council, archived copy' },
    csl: { archive: 'Internet Archive' },
  }
  assert.equal(
    harvard(copy),
    `Aire Council (no date) Rivers and railways. Archived in the Internet Archive, 17 October 2013. Available at: ${url} (Accessed: 24 November 2026).`,
  )
  assert.equal(
    apa(copy),
    `Aire Council. (n.d.). Rivers and railways. Archived in the Internet Archive, October 17, 2013. ${url}`,
  )
  assert.match(
    harvard({ ...copy, issued: '2012-05' }),
    /^Aire Council \(2012\) .* Archived in the Internet Archive, 17/,
  )
  assert.match(harvard({ ...copy, csl: {} }), /Archived copy, 17 October 2013\./)
  const ris = reference(aSource(copy), { style: 'ris' })
  assert.match(ris, /^N1 {2}- Archived in the Internet Archive, 17 October 2013$/m)
  assert.doesNotMatch(ris, /^(?:PY|DA|PB)/m)
})

test('who published a document again is said in every style', () => {
  const again = {
    type: 'article-newspaper',
    author: [{ literal: 'The Mill' }],
    containerTitle: 'The Mill',
    issued: '2022-03-01',
    republishedBy: 'Aire Post',
  }
  assert.match(harvard(again), /\(Accessed: 24 November 2026\)\. Republished by Aire Post\.$/)
  assert.match(apa(again), / https:\/\/aire\.example\/rivers Republished by Aire Post\.$/)
  assert.match(reference(aSource(again), { style: 'bibtex' }), /note = \{Republished by Aire Post\}/)
  assert.match(reference(aSource(again), { style: 'ris' }), /^N1 {2}- Republished by Aire Post$/m)
  assert.match(reference(aSource(again), { style: 'csl' }), /"republished-by": "Aire Post"/)
})

test('APA sets a title in small letters where the record marks its names, and otherwise touches none', () => {
  const title =
    'The Growth of <span class="nocase">Leeds</span>: A History of 3 NHS Trusts, iPads and Co-operation'
  const marked = { type: 'book', csl: { title } }
  assert.match(apa(marked), /The growth of Leeds: A history of 3 NHS trusts, iPads and co-operation\./)
  assert.match(harvard(marked), /The Growth of Leeds: A History of 3 NHS Trusts, iPads and Co-operation\./)
  assert.match(apa({ title: 'The Growth of Leeds and Its Mills' }), /The Growth of Leeds and Its Mills\./)
})

test('a post of a blog has no publisher, only its blog', () => {
  const post = {
    type: 'post-weblog',
    containerTitle: 'The Quay',
    publisher: 'Aire Press',
    issued: '2019-04-02',
  }
  assert.match(harvard(post), /‘Rivers and railways’, The Quay, 2 April\. Available/)
})

test('APA calls a data set so', () => {
  assert.match(apa({ type: 'dataset' }), /Rivers and railways \[Data set\]\. Aire Press\./)
})

test('editors stand for the authors of a book, and reach BibTeX and RIS', () => {
  const edited = { type: 'book', author: [], csl: { editor: [{ family: 'Elm', given: 'Bo' }] } }
  assert.match(
    harvard(edited),
    /^Elm, B\. \(ed\.\) \(2019\) Rivers and railways\. Aire Press\. (?!.*not recorded)/,
  )
  assert.match(reference(aSource(edited), { style: 'bibtex' }), / {2}editor = \{Elm, Bo\},/)
  assert.match(reference(aSource(edited), { style: 'ris' }), /^ED {2}- Elm, Bo$/m)
  assert.match(harvard({ type: 'chapter', author: [], csl: edited.csl }), /not recorded: author/)
})

test('a DOI that is written as an address is not put behind another one', () => {
  for (const DOI of ['https://doi.org/10.1/x', 'doi:10.1/x', 'http://dx.doi.org/10.1/x', '10.1/x']) {
    const source = sourceOf({ id: 'elm', type: 'article-journal', title: 'Elms', DOI })
    assert.equal(source.doi, '10.1/x')
    assert.match(reference(source, { style: 'harvard' }), /Available at: https:\/\/doi\.org\/10\.1\/x\. \[/)
    assert.match(reference(source, { style: 'csl' }), /"DOI": "10\.1\/x"/)
  }
})

test('an article whose pages are not recorded is not called a preprint', () => {
  const article = { type: 'article-journal', containerTitle: 'Nature' }
  assert.doesNotMatch(harvard(article), /preprint/i)
})

test('a place in the source is given as it stands in the text, and not where the source has none', () => {
  assert.match(harvard({}, 'p. 12'), /\nIn the text: \(Fox, 2019, p\. 12\)$/)
  assert.match(harvard({}, 'pp. 12–14'), /\nIn the text: \(Fox, 2019, pp\. 12–14\)$/)
  assert.match(harvard({}, 'paragraph 4'), /\nIn the text: \(Fox, 2019, para\. 4\)$/)
  assert.match(harvard({}, 'opening'), /\nIn the text: \(Fox, 2019, opening\)$/)
  assert.doesNotMatch(harvard({}, 'none'), /In the text/)
  assert.match(
    reference(aSource(), { style: 'bibtex', locator: 'paragraph 4' }),
    /note = \{Cited: paragraph 4\}/,
  )
  assert.match(reference(aSource(), { style: 'csl', locator: 'paragraph 4' }), /"note": "Cited: paragraph 4"/)
})

test('what reached us through another document is cited in it, and only what was read is listed', () => {
  const citing = aSource({
    id: 'elm-1999',
    title: 'Elms',
    author: [{ family: 'Elm', given: 'Bo' }],
    issued: '1999',
  })
  const [entry, text] = reference(aSource(), { style: 'harvard', locator: 'p. 3', citing }).split('\n')
  assert.match(entry ?? '', /^Fox, A\. \(2019\) Rivers/)
  assert.equal(text, 'In the text: (Elm, 1999, cited in Fox, 2019, p. 3)')
  assert.match(
    reference(aSource(), { style: 'apa', citing }),
    /In the text: \(Elm, 1999, as cited in Fox, 2019\)$/,
  )
})

test('a label says a date in the words that a record has for it', () => {
  const literal = (words: string) => aSource({ issued: undefined, csl: { issued: { literal: words } } })
  assert.equal(sourceLabel(literal('in press')), 'Fox (in press)')
  assert.equal(sourceLabel(aSource({ issued: undefined })), 'Fox (no date)')
})

test('two documents asked for in turn do not colour each other', () => {
  const first = harvard({})
  harvard({ id: 'fox-2019-b', title: 'Canals' })
  assert.equal(harvard({}), first)
  assert.match(first, /^Fox, A\. \(2019\) /)
})
