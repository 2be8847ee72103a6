import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readReceiptId, receiptId, receiptOf } from '../../src/answer/receipt.ts'
import { mayBeShared } from '../../src/answer/rights.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { DORTMUND, LEEDS, LILLE, smallKnowledge, TODAY } from '../small-knowledge.ts'
import { ALSO, onBoth, POLICY, RUN, SHARED } from './samples.ts'

onBoth('a receipt is found by its id, once, and whatever else is asked for is not there', async (store) => {
  const receipt = receiptOf(SHARED, { day: '2026-11-30', folder: 'f' })
  await store.keepReceipt('T1', receipt)
  await store.keepReceipt('T1', receipt)
  await store.keepReceipt('T2', receipt)
  assert.deepEqual(await store.receipt(receipt.id), receipt)
  assert.equal(await store.receipt('0000-0000-00000'), undefined)
  await store.deleteWorkspace('T1')
  await store.deleteWorkspace('T2')
  assert.equal(await store.receipt(receipt.id), undefined)
})

onBoth('a digest is found by its receipt, and what became of it', async (store) => {
  const content = RUN.content
  assert.ok(content)
  await store.subscribe(POLICY)
  await store.claim({ ...RUN, content: { ...content, receipt: '7k3m-9qx2-abcde' } }, ALSO)
  const { answer: shown } = content
  assert.deepEqual(await store.receipt('7k3m-9qx2-abcde'), {
    id: '7k3m-9qx2-abcde',
    day: '2026-11-30',
    folder: 'e1',
    shown,
    became: 'claimed',
  })
  // What is looked for in a text is no pattern.
  for (const other of ['%', '7k3m-9qx2-abcd_', '7K3M-9QX2-ABCDE'])
    assert.equal(await store.receipt(other), undefined)
})

test('an id is read as people copy it: with capitals, spaces, and letters that look like digits', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.nat(999), (parts, item) => {
      const id = receiptId(parts)
      assert.match(id, /^[\da-z]{4}-[\da-z]{4}-[\da-z]{5}$/)
      const typed = id.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l')
      assert.deepEqual(readReceiptId(typed), { id })
      assert.deepEqual(readReceiptId(`${id}.${item}`), { id, item })
    }),
  )
  for (const none of ['', 'leeds', '7k3m-9qx2', '7k3m-9qx2-abcde.', '7k3m-9qx2-abcde.1.2', '%-----------%'])
    assert.equal(readReceiptId(none), undefined)
})

test('of the same answer, day and folder there is one receipt; of another there is another', () => {
  const made = { day: '2026-11-30', folder: 'f' }
  const { id } = receiptOf(SHARED, made)
  const query = { ask: 'twins X', intent: 'links', readings: [], unused: [] }
  assert.deepEqual(receiptOf({ ...SHARED, query }, made), receiptOf(SHARED, made))
  assert.notEqual(receiptOf({ ...SHARED, heading: 'Y' }, made).id, id)
  assert.notEqual(receiptOf(SHARED, { ...made, day: '2026-12-01' }).id, id)
  assert.notEqual(receiptOf(SHARED, { ...made, folder: 'g' }).id, id)
})

test('what the small print says of words that only the question held is left out with them', () => {
  const query = { ask: 'twins Zorblaxa', intent: 'links', readings: [], unused: ['Zorblaxa'] }
  const typed = { ...SHARED, ask: 'twins Zorblaxa', query, note: '“Zorblaxa” played no part. 2 statements.' }
  assert.equal(receiptOf(typed, { day: TODAY, folder: 'f' }).shown.note, '“…” played no part. 2 statements.')
})

const QUESTIONS =
  'twins Leeds,twins Dortmund since 1960,twins Norwich,when did Leeds twin with Lille,ask trams,what is said on trams in Leeds,reports trams,costs Leeds,cite council'
const FOLDER = smallKnowledge({
  places: [LEEDS, DORTMUND, LILLE],
  links: [
    { place: LEEDS.id, twin: DORTMUND.id, since: '1969' },
    { place: LEEDS.id, twin: LILLE.id, since: '1968' },
  ],
  exists: [
    { id: '2641181', name: 'Norwich', country: 'GB', admin: 'Norfolk', population: 143_135, also: [] },
  ],
  claims: [{ id: 'trams', says: 'Trams bring people together.' }],
})

test('no word that only the question held is in a receipt, wherever it was typed, and what the folder says is', () => {
  const desk = createDesk(buildLibrary(FOLDER), () => TODAY)
  const outcomes = new Set<string>()
  const words = ['Zorblaxa', '“Zorblaxa”', 'x” Zorblaxa', '"Zorblaxa', 'Zorblaxa’s', 'Leedzorblaxa']
  for (const [number, question] of QUESTIONS.split(',').entries())
    for (const [which, word] of words.entries())
      for (let at = 0; at <= question.split(' ').length; at++) {
        if (!process.env.HANSA_EXHAUSTIVE && (number + which + at) % 5 > 0) continue
        const answer = desk.answer(question.split(' ').toSpliced(at, 0, word).join(' '))
        const { shown } = receiptOf(answer, { day: TODAY, folder: 'f' })
        assert.doesNotMatch(JSON.stringify(shown), /zorblaxa/i)
        assert.deepEqual([shown.groups, shown.table], [answer.groups, answer.table])
        if (mayBeShared(answer)) outcomes.add(answer.outcome)
      }
  assert.deepEqual([...outcomes].sort(), ['found', 'nothing'])
  assert.match(receiptOf(desk.answer('ask trams'), { day: TODAY, folder: 'f' }).shown.heading, /“trams”/)
})
