import assert from 'node:assert/strict'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { findingsOf } from '../../../src/answer/answer.ts'
import { checkFolder } from '../../../src/serve/folder/folder.ts'
import { CLEAN, TODAY } from '../folder-of.ts'
import { folders, OTHER, PACK, read, SHARED, twinning } from './pack-folders.ts'

test('a pack that is gone or broken is one sentence, and the rest is served', async (t) => {
  const own = { ...CLEAN, 'packs.yml': `packs:\n${PACK('north')}${PACK('gone')}${PACK('broken')}` }
  const broken = { ...CLEAN, 'twinnings/leeds.yml': twinning('since: soon') }
  const { shown, problems } = await read(folders(t, { own, north: SHARED, broken }))
  assert.match(shown('twins Leeds'), /The north councils/)
  const held = shown('coverage')
  assert.match(
    held,
    /“The gone councils” is left out: its folder \.\.\/gone has 1 problem, which “npx hansa check” shows\./,
  )
  assert.match(held, /“The broken councils” is left out: its folder \.\.\/broken has 1 problem/)
  const files = problems.filter(({ severity }) => severity === 'error').map(({ file }) => file)
  assert.ok(
    files.some((file) => file.includes('gone')) &&
      files.some((file) => file.includes('broken/twinnings/leeds.yml')),
  )
})

test('a folder that is taken already, by whatever name, is no second evidence: it is left out, and check says so', async (t) => {
  const own = { ...CLEAN, 'packs.yml': `packs:\n${PACK('me', '.')}${PACK('north')}${PACK('link')}` }
  const folder = folders(t, { own, north: SHARED })
  symlinkSync(join(folder, '../north'), join(folder, '../link'))
  const { desk, problems, shown } = await read(folder)
  assert.deepEqual(
    findingsOf(desk.answer('twins Leeds'))
      .map(({ id }) => id)
      .sort(),
    ['leeds-dortmund-a', 'north/leeds-dortmund-a'],
  )
  const left = [
    '“The me councils” is left out: its folder . is this folder itself.',
    '“The link councils” is left out: its folder ../link is that of “The north councils” as well.',
  ]
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 'error').map(({ says }) => says),
    left,
  )
  for (const sentence of left) assert.ok(shown('coverage').includes(sentence))
})

test('packs of a pack are not followed, and check says so', async (t) => {
  const own = { ...CLEAN, 'packs.yml': `packs:\n${PACK('north')}` }
  const north = { ...SHARED, 'packs.yml': `packs:\n${PACK('south')}` }
  const { problems, knowledge } = await read(folders(t, { own, north, south: OTHER }))
  assert.deepEqual(
    problems.filter(({ rule }) => rule === 'packs').map(({ severity, says }) => [severity, says]),
    [['warning', '“The north councils” stands on 1 folder more, and packs of a pack are not followed']],
  )
  assert.ok(![...knowledge.statements.keys()].some((id) => id.includes('south')))
})

test('a pack whose ids could be taken for this folder’s own is left out', async (t) => {
  const sources = CLEAN['sources/a.yml'].replace('id: A', 'id: north/A')
  const leeds = CLEAN['twinnings/leeds.yml'].replace('source: A', 'source: north/A')
  const own = {
    ...CLEAN,
    'sources/a.yml': sources,
    'twinnings/leeds.yml': leeds,
    'packs.yml': `packs:\n${PACK('north')}`,
  }
  const { shown } = await read(folders(t, { own, north: SHARED }))
  assert.match(
    shown('coverage'),
    /left out: the id \S*north\/A\S* of this folder begins as the ids of that pack would/,
  )
})

test('what is wrong in packs.yml is said at its line', async (t) => {
  const own = {
    ...CLEAN,
    'packs.yml': `packs:\n${PACK('north')}${PACK('north')}  - {pack: x, folder: ../x}\n`,
  }
  const { problems } = await checkFolder(folders(t, { own, north: SHARED }), TODAY)
  assert.deepEqual(
    problems.filter(({ file }) => file.endsWith('packs.yml')).map(({ line, says }) => [line, says]),
    [
      [4, '"packs.2.name" is missing'],
      [4, '"packs.2.licence" is missing'],
      [4, '"packs.2.attribution" is missing'],
    ],
  )
  const twice = { ...CLEAN, 'packs.yml': `packs:\n${PACK('north')}${PACK('north')}` }
  const again = await checkFolder(folders(t, { own: twice, north: SHARED }), TODAY)
  assert.deepEqual(
    again.problems.filter(({ file }) => file.endsWith('packs.yml')).map(({ line, says }) => [line, says]),
    [[3, '"north" is written twice']],
  )
})
