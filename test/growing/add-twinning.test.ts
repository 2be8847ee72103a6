import assert from 'node:assert/strict'
import { cpSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { allOf, emptyFolder, FIXTURE, hansa, read } from './folders.ts'

const ROUEN = 'add twinning Norwich Rouen --since 1951 --status active --on 2024-05 --source'.split(' ')
const PAGE = ['https://example.org/twinning', '--no-fetch']

test('from an empty folder to an answer in one line', async (t) => {
  const folder = emptyFolder(t)
  const added = await hansa(folder, [...ROUEN, ...PAGE])
  assert.equal(added.status, 0, added.stderr)
  assert.match(added.stdout, /^Wrote:\n\n(.*\n)*places\/uk\.yml\n/m)
  assert.match(read(folder, 'places/uk.yml'), /id: E07000148\n {4}name: Norwich\n/)
  assert.match(read(folder, 'places/twins.yml'), /id: 2982652\n {4}name: Rouen\n {4}country: FR\n/)
  assert.match(
    read(folder, 'twinnings/norwich.yml'),
    /twin: Rouen, FR\n {4}kind: not stated\n {4}since: 1951\n/,
  )
  const answer = await hansa(folder, ['ask', '/twins Norwich'])
  assert.equal(answer.status, 0)
  assert.match(answer.stdout, /Rouen, France/)
})

test('a name that questions understand is understood here, and one that nobody does is shown as it can be seen', async (t) => {
  const folder = emptyFolder(t)
  cpSync(FIXTURE, folder, { recursive: true })
  const adding = (place: string) =>
    hansa(folder, ['add', 'twinning', place, 'Rouen', '--status', 'active', '--source', 'GL', '--dry-run'])
  for (const name of ['Ynys Môn', 'Anglesey'])
    assert.match((await adding(name)).stdout, /^New place: Isle of Anglesey, GB \(W06000001\)/m)
  assert.match((await adding('Brum')).stdout, /^twinnings\/birmingham\.yml$/m)
  const hidden = (await adding('\u202Esdeel')).stderr
  assert.match(hidden, /no place called “\uFFFDsdeel”/)
})

test('the same line twice writes once', async (t) => {
  const folder = emptyFolder(t)
  await hansa(folder, [...ROUEN, ...PAGE])
  const before = allOf(folder)
  assert.match((await hansa(folder, [...ROUEN, ...PAGE])).stdout, /in the folder already/)
  assert.deepEqual(allOf(folder), before)
})

test('a folder that people wrote gets added lines and nothing else', async (t) => {
  const folder = emptyFolder(t)
  cpSync(FIXTURE, folder, { recursive: true })
  const before = allOf(folder)
  const { status, stderr } = await hansa(
    folder,
    'add twinning Leeds Dortmund --status listed --source GL'.split(' '),
  )
  assert.equal(status, 0, stderr)
  const after = allOf(folder)
  const changed = [...after].filter(([path, text]) => before.get(path) !== text)
  assert.deepEqual(
    changed.map(([path]) => path),
    ['twinnings/leeds.yml'],
  )
  assert.deepEqual(
    removedLines(before.get('twinnings/leeds.yml') ?? '', after.get('twinnings/leeds.yml') ?? ''),
    [],
  )
})

test('what is only tried writes nothing, and shows what it would', async (t) => {
  const folder = emptyFolder(t)
  assert.match((await hansa(folder, [...ROUEN, ...PAGE, '--dry-run'])).stdout, /^Would write:$/m)
  assert.deepEqual(readdirSync(folder), [])
})

test('without a terminal one sentence says which option is missing, and nothing is asked', async (t) => {
  const folder = emptyFolder(t)
  const lacking = await hansa(folder, ['add', 'twinning', 'Norwich', 'Rouen'])
  assert.equal(lacking.status, 2)
  assert.match(lacking.stderr, /^status: --status is missing\. Write one of active, .*\n$/)
  const ambiguous = await hansa(
    folder,
    'add twinning Norwich Springfield --status listed --source https://example.org/a'.split(' '),
  )
  assert.equal(ambiguous.status, 1)
  assert.match(
    ambiguous.stderr,
    /^partner: “Springfield” can be Springfield, Missouri, United States.*Write it as “Springfield, Missouri”, or its id in place of the name\.\n$/,
  )
  assert.deepEqual(readdirSync(folder), [])
})

test('what is said twice, or of what nothing can be made, is one sentence with what to do', async (t) => {
  const folder = emptyFolder(t)
  const link = ['add', 'twinning', 'Leeds', 'Rouen', '--no-fetch', '--status', 'active']
  const source = ['--source', 'https://example.org/a']
  for (const [args, says] of [
    [[...link, ...source, '--status', 'listed'], /^add: --status is written twice\. Leave one of them\./],
    [
      [...link, ...source, '--note', '- so it began'],
      /^add: after --note stands “- so it began”, which begins /,
    ],
    [
      [...link, '--source', 'www.leeds.gov.uk'],
      /^source: “www\.leeds\.gov\.uk” is no address, .* from its https:\/\/ on\.$/,
    ],
    [[...link, ...source, '--country', 'DE'], /^partner: no place called “Rouen, Germany” is in the list /],
    [['add', 'twinning', ' ', 'Rouen', '--status', 'active', ...source], /^place: its name is empty\. /],
  ] as const) {
    const { status, stderr } = await hansa(folder, args)
    assert.notEqual(status, 0)
    assert.match(stderr.trimEnd(), says)
    assert.equal(stderr.trim().split('\n').length, 1)
  }
  assert.deepEqual(readdirSync(folder), [])
  const dashed = await hansa(folder, [...link, ...source, '--note=- so it began', '--dry-run'])
  assert.match(dashed.stdout, /note: "?- so it began/)
})

test('a link is written down under a place of the UK, and of one abroad it is said that it is none', async (t) => {
  const folder = emptyFolder(t)
  for (const [written, country] of [
    ['Boston, Massachusetts', 'United States'],
    ['Dortmund', 'Germany'],
  ] as const) {
    const command = ['add', 'twinning', written, 'Leeds', '--status', 'listed', '--source', ...PAGE]
    const { status, stderr } = await hansa(folder, command)
    assert.equal(status, 1)
    assert.equal(
      stderr,
      `place: “${written}” is no place of the UK (${country}), and a link is written down under one. Write that first, and the place abroad behind it.\n`,
    )
  }
  assert.deepEqual(readdirSync(folder), [])
})

test('of a town whose council area the list does not have, that is asked for, and can be written behind the name', async (t) => {
  const folder = emptyFolder(t)
  const add = (name: string) =>
    hansa(folder, ['add', 'twinning', name, 'Rouen', '--status', 'listed', '--source', ...PAGE])
  const asked = /^place: .* does not say in which council area Whitstable lies\. Write that behind it, as in /
  for (const name of ['Whitstable', 'Whitstable, Kent', '2634021'])
    assert.match((await add(name)).stderr, asked)
  for (const many of ['London', 'London, Camden', '2643743'])
    assert.equal(
      (await add(many)).stderr,
      'place: London is an area of 33 councils. Write the one whose link it is, as in “Barking and Dagenham”, “Barnet” or “Bexley”.\n',
    )
  assert.match((await add('England')).stderr, /^place: England is an area of \d+ councils\./)
  assert.match(
    (await add('West Yorkshire')).stderr,
    /^place: West Yorkshire is an area of 5 councils\. Write the one /,
  )
  assert.match(
    (await add('Whitstable, Highland')).stderr,
    /^place: the list .* knows no “Whitstable, Highland”, but Whitstable, Kent, /,
  )
  assert.equal((await add('Whitstable, Canterbury')).status, 0)
  assert.match(read(folder, 'places/uk.yml'), /name: Whitstable\n[^-]* within: E07000106\n/)
})

test('towns in districts, districts abroad and other names find their ids', async (t) => {
  const folder = emptyFolder(t)
  const add = async (words: string[]) => {
    const { status, stderr } = await hansa(folder, [
      'add',
      'twinning',
      ...words,
      '--status',
      'listed',
      '--source',
      ...PAGE,
    ])
    assert.equal(status, 0, stderr)
  }
  await add(['Leeds', 'Cologne'])
  await add(['Kirklees', 'Kreis Unna', '--seat', 'Unna', '--country', 'Germany'])
  await add(['York', 'Boston, Massachusetts'])
  const twins = read(folder, 'places/twins.yml')
  assert.match(twins, /id: 2886242\n {4}name: Cologne\n/)
  assert.match(twins, /id: x-kreis-unna\n {4}name: Kreis Unna\n {4}country: DE\n/)
  assert.match(twins, /id: 4930956\n {4}name: Boston\n/)
})

/** Lines of the one that are not, in order, in the other. */
function removedLines(before: string, after: string): readonly string[] {
  const left = after.split('\n')
  return before.split('\n').filter((line) => {
    const at = left.indexOf(line)
    if (at < 0) return true
    left.splice(0, at + 1)
    return false
  })
}

test('a place that comes in under a name that is held changes nobody else: what that name meant stays meant', async (t) => {
  const folder = emptyFolder(t)
  await hansa(
    folder,
    'add twinning Hereford Rouen --status listed --source https://example.org/a --no-fetch'.split(' '),
  )
  assert.match(read(folder, 'twinnings/hereford.yml'), /^place: Hereford$/m)
  const one =
    'add twinning Leeds Hereford --country US --status listed --source https://example.org/b --no-fetch'
  const added = await hansa(folder, one.split(' '))
  assert.equal(added.status, 0, added.stderr)
  assert.match(read(folder, 'twinnings/hereford.yml'), /^place: 2647074$/m)
  assert.match(added.stdout, /twinnings\/hereford\.yml\n {2}place: 2647074\n/)
  assert.match((await hansa(folder, ['ask', '/twins Hereford Rouen'])).stdout, /Rouen, France/)
  assert.match((await hansa(folder, ['ask', '/twins Leeds'])).stdout, /Hereford, United States/)
})
