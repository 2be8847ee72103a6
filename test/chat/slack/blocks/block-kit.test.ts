import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blockFaults, messageFaults } from '../pretend/block-kit.ts'

const SECTION = { type: 'section', text: { type: 'mrkdwn', text: 'hello' } }

test('the check of blocks lets a plain message pass', () => {
  assert.deepEqual(blockFaults([SECTION], 50), [])
})

const WRONG: readonly (readonly [string, object, RegExp])[] = [
  ['a block that does not exist', { type: 'citation' }, /no block of type citation/],
  ['a property that does not exist', { ...SECTION, colour: 'red' }, /additional properties/],
  ['a property that is missing', { type: 'header' }, /required property 'text'/],
  [
    'an element that does not belong',
    { type: 'actions', elements: [{ type: 'text', text: 'x' }] },
    /elements\/0/,
  ],
  ['a row without buttons', { type: 'actions', elements: [] }, /0 entries/],
  [
    'a long heading',
    { type: 'header', text: { type: 'plain_text', text: 'é'.repeat(151) } },
    /151 characters/,
  ],
  [
    'an empty text',
    { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }] },
    /0 char/,
  ],
  [
    'a link elsewhere',
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_quote', elements: [{ type: 'link', url: 'javascript:1' }] }],
    },
    /a link to/,
  ],
  [
    'a mention that acts',
    { type: 'context', elements: [{ type: 'mrkdwn', text: '<!channel>' }] },
    /unescaped <!channel>/,
  ],
  [
    'a long button',
    {
      type: 'actions',
      elements: [{ type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'a'.repeat(76) } }],
    },
    /76 char/,
  ],
  [
    'a long value',
    {
      type: 'actions',
      elements: [{ type: 'button', text: { type: 'plain_text', text: 'a' }, value: 'a'.repeat(2001) }],
    },
    /2001/,
  ],
  ['half a character', { type: 'header', text: { type: 'plain_text', text: '\ud800' } }, /half a character/],
]

for (const [what, block, fault] of WRONG) {
  test(`the check of blocks finds ${what}`, () => {
    assert.match(blockFaults([block], 50).join('\n'), fault)
  })
}

test('the check of messages finds too many blocks, too much text and text that acts', () => {
  const blocks = Array.from({ length: 51 }, () => ({ type: 'divider' as const }))
  assert.deepEqual(messageFaults({ text: 'a < b', blocks }), ['text: unescaped < b', 'there are 51 blocks'])
  const long = { type: 'section' as const, text: { type: 'plain_text' as const, text: 'a'.repeat(2900) } }
  assert.match(messageFaults({ text: 'a', blocks: [long, long, long, long, long] }).join(), /weigh more/)
})
