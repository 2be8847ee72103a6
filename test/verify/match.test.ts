import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { matcherOf } from '../../src/verify/match/match.ts'
import type { PageText } from '../../src/verify/match/result.ts'
import { anyCharacter } from '../any-character.ts'

const match = (quote: string, page: PageText) => matcherOf(page)(quote)

const found = (quote: string, text: string) => {
  const result = match(quote, { text })
  return result.is === 'matches after normalising' ? result.normalised.join(', ') : result.is
}

test('words that stand there as quoted are exact', () => {
  assert.equal(found('the river turns', 'Here the river turns north.'), 'exact')
  assert.equal(found('‘old’ mills (by the weir)', 'the ‘old’ mills (by the weir), which'), 'exact')
  assert.equal(found('成都', '我们去成都旅行'), 'exact')
})

test('what may differ in print is named, and nothing else may', () => {
  assert.equal(found("the town's mills", 'the town’s mills'), 'quotation marks')
  assert.equal(found('he said "no"', 'he said “no”'), 'quotation marks')
  assert.equal(found('1914–1918', '1914-1918'), 'dashes')
  assert.equal(found('10 km away', '10\u00a0km\u2009away'), 'spaces')
  assert.equal(found('the office', 'the oﬃce'), 'ligatures')
  assert.equal(found('cooperation', 'co\u00adoper\u00adation'), 'soft hyphens')
  assert.equal(found('railways of the north', 'rail-\n  ways of\nthe north'), 'line-end hyphens, spaces')
  assert.equal(found('peer-to-peer work', 'peer-\nto-peer work'), 'line-end hyphens')
  assert.equal(found('wait for it…', 'wait for it...'), 'ellipses')
  assert.equal(found('Köln', 'Ko\u0308ln'), 'composed accents')
  assert.equal(
    found('see the report on mills', 'see the [report](https://aire.example/r) on mills'),
    'Markdown links',
  )
})

test('case is kept', () => {
  const result = match('the north and Its rivers', { text: 'the North and its rivers' })
  assert.deepEqual(result, {
    is: 'changed',
    passage: 'the North and its rivers',
    differences: ['“north” is “North” on the page', '“Its” is “its” on the page'],
  })
})

test('a changed word is shown with the passage it stands in', () => {
  assert.deepEqual(match('a long and quiet river', { text: 'We saw a long and busy river, at dawn.' }), {
    is: 'changed',
    passage: 'a long and busy river',
    differences: ['“quiet” is “busy” on the page'],
  })
  assert.deepEqual(match('little guidance', { text: 'There is little help.' }), {
    is: 'changed',
    passage: 'little help',
    differences: ['“guidance” is “help” on the page'],
  })
})

test('a missing word and an added one are shown, too', () => {
  const result = match('the mills closed down in winter', { text: 'Then the old mills closed in winter.' })
  assert.deepEqual(result, {
    is: 'changed',
    passage: 'the old mills closed in winter',
    differences: ['the page has “old” in between', '“down” is not there on the page'],
  })
})

test('a page header in the middle of a quotation is shown as what it is', () => {
  const pages = [
    'The canal was dug by hand and',
    '12 Annual Report of the Canal Company',
    'opened in the spring.',
  ]
  const result = match('dug by hand and opened in the spring', {
    text: pages.join('\n'),
    pageStarts: [0, 30],
  })
  assert.deepEqual(result, {
    is: 'changed',
    passage: 'dug by hand and 12 Annual Report of the Canal Company opened in the spring',
    differences: ['the page has “12 Annual Report of the Canal Company” in between'],
    page: 1,
  })
})

test('part of a word is not the word', () => {
  assert.notEqual(found('art of the matter', 'a part of the matter'), 'exact')
  assert.notEqual(found('the twin town', 'the twin towns'), 'exact')
})

test('words that are nowhere together are not found', () => {
  assert.equal(found('a bridge over the estuary', 'Nothing here is about such things.'), 'not found')
  assert.equal(found('a bridge', ''), 'not found')
})

test('a quotation that occurs twice keeps the words around its first place, for the link', () => {
  const text = 'In 1969 the twin towns met. Since then the Twin Towns have met every year.'
  assert.deepEqual(match('twin towns', { text }), {
    is: 'exact',
    spot: { before: 'In 1969 the', after: 'met. Since then the' },
  })
})

test('in a PDF the page is counted', () => {
  const page = { text: 'one\ntwo\nthree', pageStarts: [0, 4, 8] }
  assert.deepEqual(match('two', page), { is: 'exact', spot: { page: 2 } })
})

test('Markdown links may have brackets in their address, a title, or an address in angle brackets', () => {
  for (const link of [
    '(https://aire.example/Mill_(old))',
    '(https://aire.example "The mills")',
    "(https://aire.example 'The mills')",
    '(<https://aire.example/the mills>)',
  ])
    assert.equal(found('see the report', `see [the report]${link}.`), 'Markdown links')
})

test('more marks are alike: the letter apostrophe and single angle marks', () => {
  assert.equal(found("the town's mills", 'the townʼs mills'), 'quotation marks')
  assert.equal(found("the 'old' mills", 'the ‹old› mills'), 'quotation marks')
})

test('a line may end anywhere in Chinese and in Japanese', () => {
  assert.equal(found('我们去成都旅行', '我们去成\n都旅行'), 'spaces')
  assert.equal(found('横浜は姉妹都市です', '横浜は姉\n  妹都市です'), 'spaces')
})

test('a running head in place of a single short word is still shown as what it is', () => {
  const page =
    'work at the local level. The latter, in\n\nInnovators Without Borders 41\n\nparticular, is significant.'
  const result = match('in particular, is significant', { text: page })
  assert.ok(result.is === 'changed')
  assert.deepEqual(result.differences, ['the page has “Innovators Without Borders 41” in between'])
})

test('differences are shown in the marks of the quotation and of the page', () => {
  const result = match('the town’s “old” mills – closed', {
    text: 'so the town’s “new” mills — closed, it is said',
  })
  assert.ok(result.is === 'changed')
  assert.deepEqual(result.differences, ['“old” is “new” on the page'])
  const marks = match('they met ‘in May’ here', { text: 'they met «in June» here' })
  assert.ok(marks.is === 'changed')
  assert.deepEqual(marks.differences, ['“‘” is “«” on the page', '“May’” is “June»” on the page'])
})

const spotIn = (quote: string, text: string, at?: string) => {
  const result = matcherOf({ text })(quote, at)
  assert.ok(result.is === 'exact' || result.is === 'matches after normalising', result.is)
  return result.spot
}

test('the words around a quotation are of its own paragraph, and none where it has no others', () => {
  assert.deepEqual(spotIn('twin towns', 'A twin towns list.\nHistory\nTwin towns met here.\nTwin towns'), {
    before: 'A',
    after: 'list.',
  })
  assert.deepEqual(spotIn('Dortmund', 'Dortmund\nLille\nDortmund'), {})
  assert.deepEqual(spotIn('twin towns', 'So the twin\ntowns met\nagain.\n\nThe Twin Towns.'), {
    before: 'So the',
    after: 'met again.',
  })
})

test('of several places the one nearest to the locator is taken', () => {
  const text = ['Mills', 'The mills are old.', 'They closed.', 'The mills are new.', 'The end.'].join('\n')
  assert.equal(spotIn('mills', text, 'paragraph 3').after, 'are new.')
  assert.equal(spotIn('mills', text, 'paragraph 1').after, 'are old.')
  const pdf = matcherOf({ text: 'old mills\nno\nold mills', pageStarts: [0, 10, 13] })
  assert.deepEqual(pdf('old mills', 'p. 3'), { is: 'exact', spot: { page: 3 } })
})

test('the page’s own words are kept where a browser would not know the quotation in them', () => {
  assert.deepEqual(spotIn('the 2010-2015 plan', 'So the 2010–2015 plan went on.'), {
    printed: 'the 2010–2015 plan',
  })
  assert.deepEqual(spotIn('first part second part', 'the first part\nsecond part'), {
    printed: 'first part … second part',
  })
  assert.deepEqual(spotIn('dug by hand', 'It was [dug](https://aire.example) by hand.'), {})
})

const word = fc.stringMatching(/^[a-z]{2,9}$/)
const sentence = fc.uniqueArray(word, { minLength: 4, maxLength: 20 })

test('every quotation is found again, however its lines break and its spaces and marks are set', () => {
  const breaks = fc.constantFrom(' ', '\n', '\u00a0', '\u2009', '  \n')
  fc.assert(
    fc.property(
      sentence,
      sentence,
      fc.array(breaks, { minLength: 30, maxLength: 30 }),
      (quoted, around, spaces) => {
        const printed = quoted.map((each, i) => each + (spaces[i] ?? ' ')).join('')
        const result = match(quoted.join(' '), {
          text: `${around.join(' ')}; ${printed}; ${around.join(' ')}`,
        })
        assert.ok(result.is === 'exact' || result.is === 'matches after normalising', result.is)
      },
    ),
  )
})

test('a quotation with a word changed never matches', () => {
  fc.assert(
    fc.property(sentence, fc.nat(), (quoted, at) => {
      const printed = quoted.with(at % quoted.length, 'QQQQ')
      const result = match(quoted.join(' '), { text: `Before; ${printed.join(' ')}; after.` })
      assert.equal(result.is, 'changed')
      assert.ok(result.is === 'changed' && result.differences.join().includes('QQQQ'))
    }),
  )
})

test('whatever the quotation and the page, the comparison ends in one of the results', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: anyCharacter, minLength: 1 }),
      fc.string({ unit: anyCharacter }),
      (quote, text) => {
        assert.ok(
          ['exact', 'matches after normalising', 'changed', 'not found'].includes(match(quote, { text }).is),
        )
      },
    ),
  )
})
