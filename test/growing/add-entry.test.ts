import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'yaml'
import { Unclear } from '../../src/growing/asking.ts'
import { openFolder } from '../../src/growing/folder/open-folder.ts'
import { openTowns } from '../../src/growing/places/towns.ts'
import { type Addable, addableCalled, addables, makeEntry, namesOf } from '../../src/growing/records/entry.ts'
import { sourceMaker } from '../../src/growing/records/source.ts'
import { filesIn } from '../../src/serve/folder/folder-files.ts'
import { emptyFolder, FIXTURE, hansa } from './folders.ts'

const opened = openFolder(filesIn(FIXTURE), '2026-11-30')
assert.ok('folder' in opened)
const { folder } = opened
const towns = openTowns()
const making = { folder, towns: () => towns, sources: sourceMaker(folder, {}) }

/** The first entry of a kind's own sample, typed as options. */
function typedSample({ kind, list }: Addable) {
  const [entry] = parse(kind.sample)[list] as Record<string, unknown>[]
  const textOf = (value: unknown): string => {
    if (!Array.isArray(value)) return String(value)
    return value
      .map((one) => (typeof one === 'object' ? Object.values(one).join(', ') : String(one)))
      .join('; ')
  }
  return {
    entry,
    typed: Object.fromEntries(Object.entries(entry ?? {}).map(([key, value]) => [key, textOf(value)])),
  }
}

test('every kind that cites a source can be added as its own file says, and reads as its sample', async () => {
  const kinds = addables().filter(({ fields }) => fields.id)
  assert.ok(kinds.length >= 5)
  for (const one of kinds) {
    if (one.kind.noun === 'claim') continue // It has a way of its own.
    const { entry, typed } = typedSample(one)
    const { additions } = await makeEntry(one, [], typed, making)
    const { changes, problems } = folder.planned(additions)
    assert.deepEqual(problems, [], one.kind.noun)
    const made = changes.flatMap(({ path, text }) =>
      path.startsWith(one.kind.folder) ? parse(text)[one.list] : [],
    )
    const { checked, added, ...rest } = made.at(-1)
    assert.deepEqual({ ...rest }, { ...rest, ...entry }, one.kind.noun)
  }
})

test('a decision by its words; what is missing or is no choice is one sentence', async () => {
  const decision = addableCalled('decision')
  assert.ok(decision)
  assert.deepEqual(
    ['cost', 'sum', 'successor', 'agreement'].map((word) => addableCalled(word) && word).length,
    4,
  )
  const make = (words: readonly string[], typed: Record<string, string>) =>
    makeEntry(decision, words, typed, making)
  const typed = {
    body: 'Full Council',
    decided: 'renew',
    says: 'It goes on.',
    source: 'LCCnews',
    on: '13 May 2024',
  }
  const { additions } = await make(['Leeds', 'Lille'], typed)
  assert.deepEqual(
    [additions.at(-1)?.entry.id, additions.at(-1)?.entry.on, additions.at(-1)?.path],
    ['leeds-lille-renew', '2024-05-13', 'decisions/added.yml'],
  )
  const missing = { name: 'Error', isMissing: true, message: /^body: --body is missing\. Who decided/ }
  await assert.rejects(make(['Leeds'], { ...typed, body: '' }), missing)
  await assert.rejects(
    make(['Leeds'], { ...typed, decided: 'renewed' }),
    /^Error: decided: “renewed” is none\. Write one of start, renew, .* did you mean renew\?$/,
  )
  await assert.rejects(make(['Leeds', 'Lille', 'Rome'], typed), Unclear)
  assert.ok(namesOf(decision.kind).includes('decision'))
})

test('the list of commands names every kind that can be added', async (t) => {
  const { stdout } = await hansa(emptyFolder(t), ['help'])
  const kinds = / add +(\S+) …/.exec(stdout)?.[1]?.split('|') ?? []
  for (const { kind } of addables())
    assert.ok(
      namesOf(kind).some((name) => kinds.includes(name)),
      kind.noun,
    )
})
