import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { emptyFolder, fileWith, hansa, underGit } from './folders.ts'
import { AT, aStore, BY, folderWithKnowledge, LINK as PROPOSED } from './proposed.ts'

const LINK = ['add', 'twinning', 'Swindon', 'Nantes', '--status', 'active', '--no-fetch']
const ADD = [...LINK, '--source', 'https://example.org/nantes']

test('who only tries an entry finds no folder made for it', async (t) => {
  const folder = join(emptyFolder(t), 'not/there/yet')
  const tried = await hansa(folder, [...ADD, '--dry-run'])
  assert.equal(tried.status, 0, tried.stderr)
  assert.match(tried.stdout, /^Would write:/m)
  assert.equal(existsSync(join(folder, '..', '..')), false)
  assert.equal((await hansa(folder, ADD)).status, 0)
  assert.ok(existsSync(join(folder, 'twinnings/swindon.yml')))
})

test('a file where a folder is meant is a sentence, for add and for import', async (t) => {
  const file = fileWith(t, 'knowledge', 'words')
  const table = fileWith(t, 'links.csv', 'town,twin\nSwindon,Nantes\n')
  for (const args of [ADD, ['import', table]]) {
    const { status, stderr } = await hansa(file, args)
    assert.equal(status, 1)
    assert.match(
      stderr,
      /knowledge is a file, and knowledge is a folder\. Name a folder in HANSA_KNOWLEDGE\.\n$/,
    )
  }
})

test('what never ends, or is far too long, is not read', { skip: !existsSync('/dev/zero') }, async (t) => {
  const { status, stderr } = await hansa(emptyFolder(t), ['import', '/dev/zero'])
  assert.equal(status, 1)
  assert.match(stderr, /^\/dev\/zero is no file, and nothing of it was read\./)
})

test('where git takes no commit, the files are written and what it said is told', async (t) => {
  const folder = folderWithKnowledge(t)
  const git = underGit(folder)
  const { data, store } = aStore(t)
  await store.propose(BY, PROPOSED, AT)
  await store.decideProposal(1, 'waiting', 'approved')
  await store.close()
  writeFileSync(join(folder, '.git/hooks/pre-commit'), '#!/bin/sh\necho not on a Friday >&2\nexit 1\n', {
    mode: 0o755,
  })
  const { status, stdout } = await hansa(folder, ['proposals', 'write', '--no-fetch'], { HANSA_DATA: data })
  assert.equal(status, 0)
  assert.match(
    stdout,
    /^Git took no commit of them, and said “not on a Friday”\. The files are written: commit them yourself\.$/m,
  )
  assert.equal(git('log', '--format=%s'), 'Begin\n')
  assert.match(git('status', '--short'), /twinnings\/leeds\.yml/)
})
