import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { Unclear } from '../../src/growing/asking.ts'
import { askingAt } from '../../src/serve/person.ts'
import { FIXTURE, hansa } from './folders.ts'

const CHOICES = [
  { write: 'active', says: 'active' },
  { write: 'ended', says: 'ended' },
]

/** Somebody at a terminal who answers each question with the next of these lines. */
function somebody(...answers: readonly string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()]
  let shown = ''
  const left = [...answers]
  output.on('data', (data: Buffer) => {
    shown += data
    if (String(data).endsWith('> ')) input.write(`${left.shift() ?? ''}\n`)
  })
  return { ...askingAt(input, output), shown: () => shown }
}

test('a choice is made by its number or by its word, and asked again where it is neither', async () => {
  const { asking, shown, close } = somebody('2', 'ACTIVE', 'perhaps', '1')
  assert.equal(await asking.choose('What does it show?', CHOICES), 'ended')
  assert.equal(await asking.choose('And the second?', CHOICES), 'active')
  assert.equal(await asking.choose('And the third?', CHOICES), 'active')
  assert.match(shown(), /^What does it show\?\n {2}1 {2}active\n {2}2 {2}ended\n> /)
  close()
})

test('words of one’s own are taken where they are free, and nothing is chosen for nobody', async () => {
  const { asking, close } = somebody('Jumelage', '', '', '', '', '')
  assert.equal(await asking.choose('What is it called?', CHOICES, true), 'Jumelage')
  await assert.rejects(asking.choose('What does it show?', CHOICES), Unclear)
  close()
})

test('what was answered is not asked again, though the entries are made anew', async () => {
  const { asking, shown, close } = somebody('1', '1951')
  for (const _ of [1, 2]) {
    assert.equal(await asking.choose('What does it show?', CHOICES), 'active')
    assert.equal(await asking.line('Since when?'), '1951')
  }
  assert.equal(shown().match(/Since when/g)?.length, 1)
  close()
})

test('a claim, a report, a place and a document are each one line to add', async () => {
  const tried = async (...args: string[]) => {
    const { stdout, stderr, status } = await hansa(FIXTURE, ['add', ...args, '--dry-run', '--no-fetch'])
    assert.equal(status, 0, stderr)
    return stdout
  }
  const page = 'https://pages.example/why'
  assert.match(
    await tried('source', page),
    /sources\/added\.yml\n(?:.*\n)*? .*URL: "?https:\/\/pages\.example\/why/,
  )
  const claim = await tried(
    'claim',
    'Partners at home help those abroad.',
    '--about',
    'partnerships',
    '--source',
    page,
  )
  assert.match(claim, /claims\/.*\.yml\n/)
  assert.match(claim, /Partners at home help those abroad\./)
  const report = await tried(
    'report',
    page,
    '--title',
    'A report',
    '--says',
    'It helps.',
    '--summary',
    'How it helps.',
  )
  assert.match(report, /reports\/.*\.yml\n/)
  const more = await tried('report', 'nesta-2020', '--title', 'A', '--says', 'B.', '--summary', 'C.')
  assert.match(more, /^reports\/network-effects\.yml is there already, and keeps its summary\.$/m)
  assert.match(await tried('place', 'Rouen, FR'), /places\/twins\.yml\n(?:.*\n)*? .*id: 2982652/)
})
