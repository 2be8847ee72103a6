import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { hansa } from './hansa.ts'

test('an answer is written to a file by its ending, whole, and what was written is said', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'hansa-out-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const starts = { docx: 'PK', csv: '\uFEFFPlace,Partner' }
  for (const [ending, start] of Object.entries(starts)) {
    const file = join(folder, `leeds.${ending}`)
    const { status, stdout } = await hansa(['ask', '/twins Leeds', '--out', file])
    assert.deepEqual([status, stdout], [0, `Wrote ${file}: Leeds: 9 links on record, 11 references.\n`])
    assert.ok(readFileSync(file, 'utf8').startsWith(start), ending)
  }
  assert.equal(readdirSync(folder).length, 2)
  for (const [out, says, code] of [
    ['leeds.pdf', /^ask: leeds\.pdf ends in none of \.docx, \.csv, \.md, \.html, \.json\./, 2],
    [
      join(folder, 'none', 'leeds.md'),
      /cannot be written: there is no folder .*none\. Choose another --out\.\n$/,
      1,
    ],
  ] as const) {
    const { status, stderr } = await hansa(['ask', '/twins Leeds', '--out', out])
    assert.equal(status, code)
    assert.match(stderr, says)
  }
})

test('cite --all gives every reference of an answer, in each style and as files', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'hansa-cite-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const harvard = (await hansa(['cite', '--all', 'twins Leeds'])).stdout.trimEnd().split('\n')
  assert.equal(harvard.length, 11)
  assert.deepEqual(
    harvard,
    harvard.toSorted((a, b) => a.localeCompare(b, 'en')),
  )
  const ris = join(folder, 'leeds.ris')
  assert.equal(
    (await hansa(['cite', '--all', 'twins Leeds', '--out', ris])).stdout,
    `Wrote ${ris}: 11 references.\n`,
  )
  assert.equal(readFileSync(ris, 'utf8').match(/^TY {2}- /gm)?.length, 11)
  const bib = join(folder, 'leeds.bib')
  await hansa(['cite', '--all', 'twins', 'Leeds', '--out', bib])
  assert.equal(readFileSync(bib, 'utf8').match(/^@/gm)?.length, 11)
  assert.equal((await hansa(['cite', '--all', 'twins Leeds', '--style', 'apa', '--out', ris])).status, 2)
  assert.match(
    (await hansa(['cite', '--all', 'twins Passau'])).stderr,
    /^There is nothing to cite: We hold no links of/,
  )
})

test('map says what it wrote, which can be mailed unless a width is named, and that there is no PDF', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'hansa-map-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'leeds.svg')
  assert.match((await hansa(['map', 'Leeds', '--out', file])).stdout, /\nWrote .*leeds\.svg\.\n$/)
  const png = join(folder, 'leeds.png')
  const drawn: number[] = []
  for (const width of [[], ['--width', '1000']]) {
    await hansa(['map', 'Leeds', '--out', png, ...width])
    const bytes = readFileSync(png)
    drawn.push(bytes.readUInt32BE(16) * bytes.readUInt32BE(20))
  }
  assert.ok(drawn[0] && drawn[0] <= 1_300_000, 'small enough to mail where no width is named')
  assert.ok(drawn[1] && drawn[1] > 1_300_000, 'and as sharp as paper takes where one is')
  const { status, stderr } = await hansa(['map', 'Leeds', '--out', 'leeds.pdf'])
  assert.equal(status, 2)
  assert.match(stderr, /^map: maps are written as \.png or \.svg, and not as \.pdf/)
})

test('the manifest says what it wrote, for which case; and nothing else when it is so already', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'hansa-manifest-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const says = async (...how: string[]) => (await hansa(['manifest', ...how], '', {}, folder)).stdout
  const paste = 'Paste it at api.slack.com → your app → App Manifest.\n'
  assert.equal(await says(), `Wrote manifest.yml: over Socket Mode. ${paste}`)
  assert.equal(await says(), `manifest.yml stands as it is: over Socket Mode. ${paste}`)
  assert.equal(
    await says('--url', 'https://hansa.example.org', '--maps'),
    `Wrote manifest.yml: over HTTP at https://hansa.example.org, with maps and files. ${paste}` +
      'Where workspaces install Hansa themselves, set SLACK_ALSO=maps as well.\n',
  )
  assert.match(readFileSync(join(folder, 'manifest.yml'), 'utf8'), /files:write/)
})
