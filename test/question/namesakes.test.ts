import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realFolder } from '../real-folder.ts'

const { desk } = realFolder()
const offered = (question: string) => desk.answer(question).suggestions.map(({ ask }) => ask)

test('of several places of a name those here come first, save beside a place here, whose partner is abroad', () => {
  assert.deepEqual(offered('Newcastle'), [
    'twins Newcastle upon Tyne',
    'twins Newcastle-under-Lyme',
    'twins Newcastle (NSW), Australia',
  ])
})

test('what is offered for a slip is offered with its partner, though another place is called as that was typed', () => {
  const { outcome, lead = [] } = desk.answer('Glasow Rostov')
  assert.equal(outcome, 'suggest')
  assert.deepEqual(offered('Glasow Rostov'), ['twins Glasgow Rostov-on-Don, Russia'])
  assert.match(lead.join(), /Rostov \(Yaroslavl Oblast, Russia\)/)
})

test('namesakes here of which nothing is held are named, and not only counted', () => {
  const { heading, lead = [] } = desk.answer('Whitchurch')
  assert.equal(heading, 'We hold no links of Whitchurch (Shropshire, United Kingdom)')
  assert.match(
    lead.join(' '),
    /So are Whitchurch \(Buckinghamshire, United Kingdom\), .* and we hold nothing on them either/,
  )
})
