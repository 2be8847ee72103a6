import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clean, cut, escaped, pieces } from '../../../../src/chat/slack/blocks/text.ts'
import { typedText, withoutEntities } from '../../../../src/chat/slack/listeners/on-question.ts'
import { anyCharacter } from '../../../any-character.ts'

test('what Slack made of the typed words is undone', () => {
  assert.deepEqual(
    [
      typedText('<@UBOT> twins Leeds', 'UBOT'),
      typedText('  <@UBOT|hansa>   twins  Leeds ', 'UBOT'),
      typedText('ask R&amp;D in <#C1|policy>', 'UBOT'),
      typedText('ask <https://a.example/b|a.example/b> and <mailto:a@b.example|a@b.example>', 'UBOT'),
      typedText('twins <!channel> <@U2> &lt;b&gt;', 'UBOT'),
      withoutEntities(' R&amp;D &amp;lt; <!channel> '),
    ],
    [
      'twins Leeds',
      'twins  Leeds',
      'ask R&D in policy',
      'ask a.example/b and a@b.example',
      'twins     <b>',
      'R&D &lt; <!channel>',
    ],
  )
})

test('a message of nothing but brackets takes no time', () => {
  assert.equal(typedText('<'.repeat(200_000), 'UBOT').length, 2000)
})

const text = fc.string({ unit: anyCharacter })

test('cut text keeps to its length, and pieces make the whole', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 20 }), (typed, most) => {
      assert.ok([...cut(typed, most)].length <= most)
      assert.equal(pieces(typed, most).join(''), typed)
      assert.ok(pieces(typed, most).every((piece) => [...piece].length <= most && piece !== ''))
    }),
  )
})

test('escaped text never acts, and reads as before once Slack has shown it', () => {
  fc.assert(
    fc.property(text, (typed) => {
      assert.doesNotMatch(escaped(typed), /[<>]/)
      assert.equal(withoutEntities(escaped(typed.slice(0, 100))), typed.slice(0, 100).trim())
    }),
  )
})

test('cleaned text has no half characters, no control characters, and nothing that turns it round', () => {
  const odd = fc.constantFrom('\ud800', '\udc00', '\u0000', '\r', '\u202e', '\u2066', 'a', '\n', '😀')
  fc.assert(
    fc.property(fc.array(odd), (all) => {
      const shown = clean(all.join(''))
      assert.ok(shown.isWellFormed())
      assert.doesNotMatch(shown, /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u)
    }),
  )
})
