import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { enableCompileCache } from 'node:module'
import { test } from 'node:test'
import { linesOf } from '../../src/serve/folder/kept-reading.ts'
import { readWithApproved, whyNot } from '../../src/serve/proposals.ts'
import { readWithApprovedAside, whyNotAside } from '../../src/serve/proposals-aside.ts'
import { openStore } from '../../src/store/open.ts'
import { visitor } from '../chat/web/served.ts'
import { until } from '../until.ts'
import { emptyFolder, hansa, MAIN } from './folders.ts'
import { AT, BY, folderWithKnowledge, LINK, proposal } from './proposed.ts'

enableCompileCache()

test('what is approved reads the same in a process of its own, and so does what is in the way of it', async (t) => {
  const folder = folderWithKnowledge(t)
  const odd = proposal({ number: 2, link: { ...LINK, partner: 'Nowhere at all' } })
  const told: [string[], string[]] = [[], []]
  const here = await readWithApproved(folder, [proposal({}), odd], (one) => told[0].push(one))
  const aside = await readWithApprovedAside(folder, [proposal({}), odd], (one) => told[1].push(one))
  assert.equal(told[0].length, 1)
  assert.deepEqual(told[1], told[0])
  assert.ok(here.knowledge?.statements.has('leeds-rouen-example'))
  assert.deepEqual(linesOf(aside), linesOf(here))
  assert.match(String(await whyNotAside(odd, [], folder)), /no place called “Nowhere at all”/)
  assert.equal(await whyNotAside(odd, [], folder), await whyNot(odd, [], folder))
  assert.equal(await whyNotAside(proposal({}), [], folder), undefined)
})

/** Tells which packages our own code asks for. */
const WATCH = `data:text/javascript,${encodeURIComponent(`import { registerHooks } from 'node:module'
registerHooks({ resolve(name, context, next) {
  if (/^(yaml|zod)$/.test(name)) console.error('LOADED ' + name)
  return next(name, context)
} })`)}`

test('who asks does not wait while an approved record is read into the folder: that process reads no file of it', async (t) => {
  const [folder, data, kept] = [folderWithKnowledge(t), emptyFolder(t), emptyFolder(t)]
  const env = { PATH: process.env.PATH, HANSA_KNOWLEDGE: folder, HANSA_DATA: data, NODE_COMPILE_CACHE: kept }
  const first = spawn(process.execPath, [MAIN, 'ask', 'twins Leeds'], { stdio: 'ignore', env })
  await once(first, 'exit')
  const store = openStore({ data })
  await store.propose(BY, LINK, AT)
  await store.close()
  const serving = spawn(process.execPath, ['--import', WATCH, MAIN, 'start'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...env, HOST: '127.0.0.1', PORT: '0' },
  })
  t.after(() => serving.kill('SIGKILL'))
  let log = ''
  serving.stderr.on('data', (chunk) => {
    log += chunk
  })
  const address = () => /(http:\/\/127\.0\.0\.1:\d+[^"\s]*)/.exec(log)?.[1]
  await until(() => address() ?? serving.exitCode !== null)
  const me = visitor(address() ?? assert.fail(log))
  const approved = await hansa(folder, ['approve', '1'], { HANSA_DATA: data })
  assert.equal(approved.status, 0, approved.stderr)
  await until(async () => {
    await me.post('/policy/say', { text: '/twins Leeds Rouen' })
    return (await me.read('/policy')).includes('approved by a curator and not yet written')
  })
  assert.doesNotMatch(log, /LOADED/)
})
