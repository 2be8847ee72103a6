import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { jumpTo } from '../../src/reference/jump.ts'
import { anyCharacter } from '../any-character.ts'

const PAGE = 'https://aire.example/page'
const text = (quote: string, ...rest: [locator?: string, spot?: Parameters<typeof jumpTo>[3]]) =>
  jumpTo(PAGE, quote, ...rest)?.split(':~:text=')[1]

test('a quotation becomes a text fragment', () => {
  assert.equal(jumpTo(PAGE, 'dates back to 1969'), `${PAGE}#:~:text=dates%20back%20to%201969`)
})

test('signs that are syntax in a text fragment are encoded, and so are those that end a link in a chat', () => {
  assert.equal(text('towns, villages'), 'towns%2C%20villages')
  assert.equal(text('under-tapped'), 'under%2Dtapped')
  assert.equal(text('R&D'), 'R%26D')
  assert.equal(text('policy (for leaders)'), 'policy%20%28for%20leaders%29')
  assert.equal(
    text('Europe’s “town halls” *now* | <then>'),
    'Europe%E2%80%99s%20%E2%80%9Ctown%20halls%E2%80%9D%20%2Anow%2A%20%7C%20%3Cthen%3E',
  )
})

test('accents and other scripts are encoded as UTF-8', () => {
  assert.equal(text('Köln'), 'K%C3%B6ln')
  assert.equal(text('成都'), '%E6%88%90%E9%83%BD')
  assert.equal(text('Ростов'), '%D0%A0%D0%BE%D1%81%D1%82%D0%BE%D0%B2')
})

test('a quotation with words left out is found from its first part to its last', () => {
  assert.equal(text('the first part […] and the last'), 'the%20first%20part,and%20the%20last')
  assert.equal(text('the first … the second … the last'), 'the%20first,the%20last')
})

test('words around it tell apart what occurs more than once', () => {
  const spot = { before: 'as of', after: 'by the council' }
  assert.equal(text('twin towns', undefined, spot), 'as%20of-,twin%20towns,-by%20the%20council')
})

test('in a PDF the link opens the page', () => {
  const pdf = 'https://aire.example/report.pdf'
  assert.equal(jumpTo(pdf, 'any words', 'p. 12'), `${pdf}#page=12`)
  assert.equal(jumpTo(pdf, undefined, 'pages 3–4'), `${pdf}#page=3`)
  assert.equal(jumpTo(pdf, 'any words', 'p. 12', { page: 14 }), `${pdf}#page=14`)
  assert.equal(jumpTo(`${pdf}?v=2#old`, undefined, 'p. 1'), `${pdf}?v=2#page=1`)
  assert.equal(jumpTo(pdf, 'any words', 'section 2'), undefined)
})

test('where the check counted a page, the link opens it, whatever the address looks like', () => {
  const address = 'https://aire.example/decisions/144180'
  assert.equal(jumpTo(address, 'any words', undefined, { page: 4 }), `${address}#page=4`)
})

test('the page’s own words are looked for where the check kept them', () => {
  assert.equal(text('2010-2015', undefined, { printed: '2010–2015' }), '2010%E2%80%932015')
  assert.equal(text('one two', undefined, { printed: 'one … two' }), 'one,two')
})

test('a fragment of the page itself is kept, and an old text fragment replaced', () => {
  assert.equal(jumpTo(`${PAGE}#history`, 'old'), `${PAGE}#history:~:text=old`)
  assert.equal(jumpTo(`${PAGE}#:~:text=old`, 'new'), `${PAGE}#:~:text=new`)
})

test('there is no link where there is nothing to jump to, or the address is not of the web', () => {
  assert.equal(jumpTo(PAGE), undefined)
  assert.equal(jumpTo(PAGE, '…'), undefined)
  assert.equal(jumpTo('javascript:alert(1)', 'words'), undefined)
  assert.equal(jumpTo('file:///etc/passwd', 'words'), undefined)
  assert.equal(jumpTo('no address', 'words'), undefined)
})

test('whatever is quoted, the link is an address that decodes to the words and holds no syntax of theirs', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (quote) => {
      const link = jumpTo(PAGE, quote)
      if (link === undefined) return
      assert.ok(URL.canParse(link))
      const [, fragment = ''] = link.split(':~:text=')
      assert.match(fragment, /^[A-Za-z0-9.%]+(,[A-Za-z0-9.%]+)?$/)
      const words = fragment.split(',').map(decodeURIComponent)
      for (const part of words) assert.ok(quote.toWellFormed().replace(/\s+/g, ' ').includes(part))
    }),
  )
})
