import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { emptyDraft, placesIn } from '../../src/knowledge/draft.ts'
import { placeLookup } from '../../src/knowledge/exists.ts'
import type { FileInput } from '../../src/knowledge/file/text.ts'
import { KINDS } from '../../src/knowledge/kinds/all.ts'
import { readFile } from '../../src/knowledge/read-file.ts'
import { RULES } from '../../src/knowledge/rules/all.ts'
import type { Folder, Rule } from '../../src/knowledge/rules/rule.ts'
import { filesIn } from '../../src/serve/folder/folder-files.ts'
import { TODAY } from '../small-knowledge.ts'

const files = filesIn(fileURLToPath(new URL('../fixtures/knowledge-wrong', import.meta.url)))

function draftOf(some: readonly FileInput[]) {
  const draft = emptyDraft(KINDS)
  for (const file of some) readFile(file, draft)
  return draft
}

const all = draftOf(files)
const folder: Folder = { ...all, today: TODAY, placesNamed: placeLookup(placesIn(all)) }

/** What the rule finds where it is given no more than these files, and which others there are. */
function foundIn(some: readonly FileInput[], { check }: Rule): readonly unknown[] {
  const { entries, files } = draftOf(some)
  return [...check({ ...folder, entries, files })]
}

const byFile = (found: readonly unknown[]) => found.map((one) => JSON.stringify(one)).sort()

for (const rule of RULES.filter(({ sees }) => sees === 'each file')) {
  test(`${rule.name} finds in every file what it finds in the whole folder`, () => {
    const whole = byFile([...rule.check(folder)])
    assert.ok(whole.length > 0)
    assert.deepEqual(byFile(files.flatMap((file) => foundIn([file], rule))), whole)
  })
}

for (const rule of RULES.filter(({ sees }) => sees === 'places')) {
  test(`${rule.name} finds in places/ what it finds in the whole folder, and nothing elsewhere`, () => {
    const [places, others] = [true, false].map((isThere) =>
      files.filter(({ path }) => path.startsWith('places/') === isThere),
    )
    const whole = byFile([...rule.check(folder)])
    assert.ok(whole.length > 0)
    assert.deepEqual(byFile(foundIn(places ?? [], rule)), whole)
    assert.deepEqual(foundIn(others ?? [], rule), [])
  })
}
