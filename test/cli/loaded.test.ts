import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { folder } from '../store/engines.ts'

const BIN = fileURLToPath(new URL('../../src/bin.js', import.meta.url))
const SMALL = fileURLToPath(new URL('../fixtures/knowledge-small', import.meta.url))

/** What only those need who read a folder anew, write to one, or have a PostgreSQL database. */
const NEEDLESS = ['js-yaml', 'pg', 'yaml', 'zod']

/** Tells which packages our own code asks for. */
const WATCH = `data:text/javascript,${encodeURIComponent(`import { registerHooks } from 'node:module'
registerHooks({
  resolve(name, context, next) {
    if (/^[@a-z]/.test(name) && !name.startsWith('node:') && !context.parentURL?.includes('node_modules')) console.error('LOADED ' + name)
    return next(name, context)
  },
})`)}`

/** The packages that a command loads; one that serves is stopped when it names its address. */
async function loadedBy(t: TestContext, args: readonly string[], kept: string): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--import', WATCH, BIN, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      NODE_COMPILE_CACHE: kept,
      HANSA_DATA: folder(t),
      HANSA_KNOWLEDGE: SMALL,
    },
  })
  t.after(() => child.kill('SIGKILL'))
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
    if (/http:\/\/[^"]+:\d+/.test(said)) child.kill('SIGTERM')
  })
  await once(child, 'close')
  return [...said.matchAll(/^LOADED (\S+)/gm)].map(([, name = '']) => name)
}

for (const args of [['ask', 'twins Leeds'], ['digest'], ['start']])
  test(`where a folder is as it was, ${args[0]} loads no schemas, no YAML and no database`, async (t) => {
    const kept = folder(t)
    const read = await loadedBy(t, args, kept)
    // A server has a folder read by a process of its own.
    assert.equal(read.includes('zod'), args[0] !== 'start', read.join(' '))
    const again = await loadedBy(t, args, kept)
    assert.ok(again.length > 0)
    assert.deepEqual(
      again.filter((name) => NEEDLESS.includes(name)),
      [],
    )
  })
