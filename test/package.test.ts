import assert from 'node:assert/strict'
import { globSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { TEAMS_PACKAGE } from '../src/chat/teams/transport/settings.ts'
import { PLAYGROUND_PACKAGES } from '../src/serve/edges/playground.ts'
import { files, HOME, hansa, install, PACKED, packed, ROOT, run } from './installed-package.ts'

test('an installed Hansa answers', () => {
  const { status, stdout, stderr } = run('npx', ['--no', '--offline', 'hansa', 'ask', '/twins Leeds'])
  assert.equal(status, 0, stderr)
  assert.match(stdout, /Dortmund, Germany/)
  assert.equal(hansa(['--version']).stdout, `${PACKED.version}\n`)
})

test('a question in the terminal and the checks of a folder need nothing of Slack’s, PostgreSQL’s or the maps’', () => {
  const home = install('less', (name) => !/^(@slack\/|pg|@resvg\/|d3-|linkedom|unpdf)/.test(name))
  assert.equal(hansa(['ask', 'twins Leeds'], home).status, 0)
  assert.equal(hansa(['check'], home).status, 0)
})

test('the search is imported from a plain JavaScript project, by its name and by its first one', () => {
  writeFileSync(
    join(HOME, 'app.js'),
    `// @ts-check
import { createSearch } from 'hansa/search'
import { library } from 'hansa/library'
const records = [{ id: 'leeds', title: 'Leeds', aliases: ['Loidis'] }]
for (const made of [createSearch(records), library(records)]) console.log(made.search('leds', 3)[0]?.id)
`,
  )
  const { stdout, stderr } = run(process.execPath, ['app.js'])
  assert.equal(stdout, 'leeds\nleeds\n', stderr)
})

test('its types hold in a TypeScript project and in checked JavaScript, whichever way modules are looked up', () => {
  writeFileSync(
    join(HOME, 'app.ts'),
    `import { createSearch, type SearchRecord, type SearchResult } from 'hansa/search'
const records: readonly SearchRecord[] = [{ id: 'leeds', title: 'Leeds' }]
const results: SearchResult[] = createSearch(records).search('leeds', 3, { gated: true })
const start: number | undefined = results[0]?.matches[0]?.spans[0]?.[0]
// @ts-expect-error a record has a title
createSearch([{ id: 'leeds' }])
// @ts-expect-error a score is a number
const score: string | undefined = results[0]?.score
export { score, start }
`,
  )
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
  for (const [module, moduleResolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ]) {
    writeFileSync(
      join(HOME, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          module,
          moduleResolution,
          strict: true,
          noEmit: true,
          allowJs: true,
          checkJs: true,
          types: [],
        },
        files: ['app.ts', 'app.js'],
      }),
    )
    const { status, stdout } = run(process.execPath, [tsc, '-p', HOME])
    assert.equal(status, 0, stdout)
  }
})

test('without what draws the playground, starting without Slack says which packages to add', () => {
  const { status, stderr } = hansa(['start'])
  assert.equal(status, 1)
  assert.match(stderr, /run "npm install react react-dom slack-blocks-to-jsx"\.\n$/)
  const peers = Object.keys(PACKED.peerDependencies)
  for (const name of PLAYGROUND_PACKAGES) assert.ok(peers.includes(name), name)
  for (const name of peers) assert.equal(PACKED.peerDependenciesMeta[name].optional, true)
})

test('without the library for Teams, starting with its settings and doctor say the line that adds it', () => {
  const teams = {
    TEAMS_CLIENT_ID: '11111111-2222-3333-4444-555555555555',
    TEAMS_TENANT_ID: '99999999-8888-7777-6666-555555555555',
    TEAMS_CLIENT_SECRET: 'nobodys-secret',
  }
  for (const command of ['start', 'doctor']) {
    const { status, stdout, stderr } = hansa([command], HOME, [], teams)
    assert.equal(status, 1)
    assert.match(stdout + stderr, /run "npm install @microsoft\/teams\.apps", or leave those settings out\./)
  }
  assert.ok(TEAMS_PACKAGE in PACKED.peerDependencies)
})

test('it brings no Node along, and an older one is told in a sentence what is missing', () => {
  assert.equal(PACKED.dependencies.node, undefined)
  assert.equal(PACKED.engines.node, '>=24.16')
  const old =
    'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "22.20.0" } })'
  const { status, stderr } = hansa(['ask', 'leeds'], HOME, ['--import', `data:text/javascript,${old}`])
  assert.equal(status, 1)
  assert.match(stderr, /^Hansa needs Node 24\.16 or newer, and this is 22\.20\.0\. Install a newer one .*\n$/)
})

test('it holds the program, the knowledge and their papers, and nothing of how they are made', () => {
  const strange = files.filter(
    (file) =>
      !/^(dist\/.*\.(js|d\.ts|css|svg)|knowledge\/.*|src\/bin\.js|package\.json|manifest\.yml|\.env\.example|(README|CHANGELOG)\.md|LICENSE)$/.test(
        file,
      ),
  )
  assert.deepEqual(strange, [])
  const knowledge = globSync('knowledge/**/*.*', { cwd: ROOT })
  assert.deepEqual(
    knowledge.filter((file) => !files.includes(file)),
    [],
  )
})

test('every file of the source is there, made or as it was, and no made file asks for one that is not', () => {
  const missing = globSync('**/*.*', { cwd: join(ROOT, 'src') })
    .filter((file) => !['bin.js', 'tsconfig.json'].includes(basename(file)))
    .map((file) => `dist/${file.replace(/\.ts$/, '.js')}`)
    .filter((file) => !files.includes(file))
  assert.deepEqual(missing, [])
  const made = files.filter((file) => file.startsWith('dist/') && file.endsWith('.js'))
  assert.deepEqual(
    made.filter((file) => /['"`/]\S*[\w}]\.ts['"`]/.test(withoutComments(packed(file)))),
    [],
  )
  for (const paths of Object.values<string | Record<string, string>>(PACKED.exports)) {
    for (const path of [paths].flatMap((one) => (typeof one === 'string' ? one : Object.values(one)))) {
      assert.ok(files.includes(path.replace('./', '')), path)
    }
  }
})

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}
