import assert from 'node:assert/strict'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { KINDS } from '../../src/knowledge/kinds/all.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'
import { shapesOf } from '../../src/knowledge/read-file.ts'
import { filesIn } from '../../src/serve/folder/folder-files.ts'
import { keepRight, readingFiles } from '../../src/serve/folder/kept-files.ts'
import { TODAY } from '../small-knowledge.ts'

const made = mkdtempSync(join(tmpdir(), 'hansa-kept-files-'))
after(() => rmSync(made, { recursive: true }))

function copyOf(fixture: string): string {
  const folder = join(made, fixture)
  cpSync(fileURLToPath(new URL(`../fixtures/${fixture}`, import.meta.url)), folder, { recursive: true })
  return folder
}

const read = (files: ReturnType<typeof filesIn>) => readKnowledge(files, TODAY, KINDS)

/** As one process after the other reads it: each opens the files anew. */
function readKept(folder: string, own?: string) {
  const files = filesIn(folder)
  let known = 0
  const reading = readingFiles(
    { files, folder, today: TODAY },
    () => {
      known = files.filter((file) => shapesOf(file)).length
      return read(files)
    },
    ({ knowledge }) => knowledge !== undefined,
    join(made, 'kept'),
    own,
  )
  return { ...reading, known }
}

for (const fixture of ['knowledge-small', 'knowledge-wrong']) {
  test(`files of ${fixture} that are as they were give the same knowledge and the same problems, each at its spot`, () => {
    const folder = copyOf(fixture)
    const { known: none, ...first } = readKept(folder)
    const { known, ...second } = readKept(folder)
    assert.equal(none, 0)
    assert.ok(known > 3)
    assert.deepEqual(first, read(filesIn(folder)))
    assert.deepEqual(second, first)
  })
}

test('what is wrong in a file since another was edited is shown where it stands', () => {
  const folder = copyOf('knowledge-small')
  readKept(folder)
  const sources = join(folder, 'sources/documents.yml')
  writeFileSync(sources, readFileSync(sources, 'utf8').replaceAll('BBC10', 'BBC11'))
  const { known, ...reading } = readKept(folder)
  assert.ok(known > 3)
  assert.ok(reading.problems.some(({ file, line }) => file.startsWith('twinnings/') && line > 1))
  assert.deepEqual(reading, read(filesIn(folder)))
})

test('files are known to be right as they were checked and written, on that day, and with no other byte', () => {
  const folder = copyOf('knowledge-small')
  const kept = join(made, 'kept-right')
  const isRight = (today = TODAY) =>
    readingFiles(
      { files: filesIn(folder), folder, today },
      (isRight) => isRight,
      () => false,
      kept,
    )
  assert.equal(isRight(), false, 'nobody has checked them')
  const files = filesIn(folder)
  read(files)
  keepRight({ files, folder, today: TODAY }, kept)
  assert.equal(isRight(), true)
  assert.equal(isRight('2027-01-01'), false, 'what is right today may be wrong on another day')
  // What a writer keeps there while it works is no part of the folder.
  mkdirSync(join(folder, '.under-way'))
  writeFileSync(join(folder, '.under-way', 'owner'), '{}')
  assert.equal(isRight(), true)
  appendFileSync(join(folder, 'sources/documents.yml'), '# A word more.\n')
  assert.equal(isRight(), false)
})

test('what was read and found right is not checked again by who next reads it, and what was found wrong is', () => {
  for (const [fixture, isClean] of [
    ['knowledge-small', true],
    ['knowledge-wrong', false],
  ] as const) {
    const folder = copyOf(fixture)
    const kept = join(made, `kept-${fixture}`)
    const asked = () => {
      const files = filesIn(folder)
      let wasRight = false
      readingFiles(
        { files, folder, today: TODAY },
        (isRight) => {
          wasRight = isRight
          return read(files)
        },
        ({ knowledge }) => knowledge !== undefined,
        kept,
      )
      return wasRight
    }
    assert.equal(asked(), false)
    assert.equal(asked(), isClean)
    assert.equal(asked(), isClean)
  }
})

test('a copy of the folder that comes with Hansa is read as that was, but for what is new in it', () => {
  const own = copyOf('knowledge-small')
  readKept(own)
  const copy = join(made, 'a-copy')
  cpSync(own, copy, { recursive: true })
  appendFileSync(join(copy, 'sources/documents.yml'), '# One more line.\n')
  const { known, ...reading } = readKept(copy, own)
  assert.ok(known > 3)
  assert.ok(known < filesIn(copy).length)
  assert.deepEqual(reading, read(filesIn(copy)))
})

test('what was kept of files and is cut short is not used', () => {
  const folder = copyOf('knowledge-small')
  const kept = join(made, 'kept-cut')
  const known = () => {
    const files = filesIn(folder)
    let many = 0
    readingFiles(
      { files, folder, today: TODAY },
      () => {
        many = files.filter((file) => shapesOf(file)).length
        return read(files)
      },
      () => true,
      kept,
    )
    return many
  }
  assert.equal(known(), 0)
  assert.ok(known() > 3)
  const [name = ''] = readdirSync(kept)
  const whole = readFileSync(join(kept, name), 'utf8')
  for (const length of [whole.length - 1, whole.length - 4, Math.floor(whole.length / 2), 10, 0]) {
    writeFileSync(join(kept, name), whole.slice(0, length))
    assert.equal(known(), 0)
  }
})
