import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { OWN_PATH } from '../src/chat/core/own-addresses.ts'
import { TEAMS_PATH } from '../src/chat/teams/transport/serve-teams.ts'
import { TEAMS_PACKAGE } from '../src/chat/teams/transport/settings.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

test('every action that a workflow uses is pinned by commit, and says its version beside it', () => {
  const used = globSync('.github/workflows/*.yml', { cwd: ROOT })
    .flatMap((file) => readFileSync(`${ROOT}/${file}`, 'utf8').split('\n'))
    .filter((line) => /\buses:/.test(line))
  assert.notEqual(used.length, 0)
  assert.deepEqual(
    used.filter((line) => !/uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
    [],
  )
})

test('the lockfile names packages and their checksums, and not where they were fetched', () => {
  assert.doesNotMatch(readFileSync(`${ROOT}/package-lock.json`, 'utf8'), /"resolved":/)
})

const compose = parse(readFileSync(`${ROOT}/compose.yaml`, 'utf8'))

test('the proxy of compose.yaml hands on whatever a platform or a person fetches, and nothing else', () => {
  const [, paths = ''] = /@ours path (.+)/.exec(compose.configs.proxy.content) ?? []
  assert.deepEqual(paths.split(' ').sort(), ['/mcp', '/slack/*', OWN_PATH, TEAMS_PATH].sort())
})

test('an image is built with what speaks with Teams where Teams is set', () => {
  assert.equal(compose.services.hansa.build.args.TEAMS, '$'.concat('{TEAMS_CLIENT_ID:-}'))
  const image = readFileSync(`${ROOT}/Dockerfile`, 'utf8')
  assert.match(image, /^ARG TEAMS=$/m)
  assert.ok(image.includes(`"dependencies[${TEAMS_PACKAGE}]=`))
})
