import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { REAL_FOLDER } from '../real-folder.ts'
import { hansa, hansaApart } from './hansa.ts'

const WRONG = fileURLToPath(new URL('../fixtures/knowledge-wrong', import.meta.url))

test('a found answer exits 0, and its JSON has the stable keys', async () => {
  const { status, stdout } = await hansa(['ask', '/twins Leeds', '--json'])
  assert.equal(status, 0)
  const answer = JSON.parse(stdout)
  assert.equal(answer.outcome, 'found')
  const dortmund = answer.findings.find(({ twin }: { twin: string }) => twin === 'Dortmund')
  assert.deepEqual(
    { kind: dortmund.kind, place: dortmund.place, country: dortmund.country, since: dortmund.since },
    { kind: 'twinning', place: 'Leeds', country: 'Germany', since: '1969' },
  )
  for (const key of ['source', 'label', 'url', 'locator', 'checkedOn']) assert.ok(dortmund.cite[key], key)
  assert.match(answer.stamp, /^[0-9a-f]{16}$/)
  // Also where nothing is overdue.
  assert.equal(dortmund.cite.overdue, null)
})

test('anything but a found answer exits 1, bad usage exits 2 with one sentence', async () => {
  assert.equal((await hansa(['ask', '/twins Passau'])).status, 1)
  assert.equal((await hansa(['ask', 'help'])).status, 1)
  for (const args of [
    ['ask', '--form', 'x'],
    ['ask', 'x', '--format', 'pdf'],
    ['nonsense'],
    ['cite'],
    ['cite', 'a', 'b'],
    ['check', 'a', 'b'],
    [],
  ]) {
    const { status, stderr } = await hansa(args)
    assert.equal(status, 2, args.join(' '))
    assert.ok(stderr.trim().split('\n').length <= 1, stderr)
    assert.doesNotMatch(stderr, /^\s+at /m)
  }
})

test('questions from standard input give one JSON line each, blank lines none, whatever the line ends', async () => {
  const { stdout, status } = await hansa(['ask'], '/twins Leeds\r\n\n/twins Passau\nnesta partnerships')
  const outcomes = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).outcome)
  assert.deepEqual(outcomes, ['found', 'nothing', 'found'])
  assert.equal(status, 1)
})

test('standard input is answered as JSON only, and another format is refused', async () => {
  assert.equal((await hansa(['ask', '--format', 'json'], 'twins Leeds')).status, 0)
  const { status, stdout, stderr } = await hansa(['ask', '--format', 'markdown'], 'twins Leeds')
  assert.deepEqual([status, stdout], [2, ''])
  assert.match(stderr, /^ask: questions from standard input are answered as JSON; .*\n$/)
})

test('--version is that of the package', async () => {
  const { stdout, status } = await hansa(['--version'])
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/)
  assert.equal(status, 0)
})

test('a digest is not asked for here, and one is told where and how to see one', async () => {
  const { stdout } = await hansa(['ask'], '/digest\ndigest\ndigest on monday 09:00\ndigests')
  const headings = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).heading)
  assert.equal(new Set(headings.slice(0, 3)).size, 1)
  assert.match(headings[0], /^Digests belong to a channel in Slack or Teams, .*“npx hansa digest” shows/)
  assert.doesNotMatch(headings[3], /^Digests belong/)
})

test('each format is its own rendering', async () => {
  assert.match((await hansa(['ask', '/twins Leeds', '--format', 'markdown'])).stdout, /^## Leeds: /)
  assert.ok(
    Array.isArray(JSON.parse((await hansa(['ask', '/twins Leeds', '--format', 'slack'])).stdout)[0].blocks),
  )
  assert.equal(
    JSON.parse((await hansa(['ask', '/twins Leeds', '--format', 'teams'])).stdout)[0].type,
    'AdaptiveCard',
  )
})

test('check exits 1 on a folder with errors and 0 on a clean one', async () => {
  const wrong = await hansa(['check', WRONG, '--json'])
  assert.equal(wrong.status, 1)
  assert.ok(JSON.parse(wrong.stdout).problems.length > 10)
  assert.equal((await hansa(['check'])).status, 0)
})

test('a broken folder is not served: its problems are printed, without a stack', async () => {
  const { status, stderr } = await hansa(['ask', '/twins Leeds'], '', { HANSA_KNOWLEDGE: WRONG })
  assert.equal(status, 1)
  assert.doesNotMatch(stderr, /^\s+at /m)
})

test('without Slack, start does not open the playground to other machines unasked: one sentence, no trace', async () => {
  const data = mkdtempSync(join(tmpdir(), 'hansa-start-'))
  const { status, stderr } = hansaApart(['start'], {
    HOST: '0.0.0.0',
    PORT: '0',
    HANSA_DATA: data,
    LOG_LEVEL: 'silent',
  })
  rmSync(data, { recursive: true })
  assert.equal(status, 1)
  assert.match(
    stderr,
    /^There is no setting for Slack, and the playground would let in everybody who can reach 0\.0\.0\.0: set .*\n$/,
  )
  const { stdout } = await hansa(['doctor'], '', { HOST: '0.0.0.0', HANSA_DATA: data })
  assert.match(
    stdout,
    /"npm start" refuses to serve\.\n {4}→ There is no setting for Slack, .*HANSA_PLAYGROUND to open/,
  )
  const beside = { HANSA_PLAYGROUND: 'beside', SLACK_SIGNING_SECRET: '0123456789', PORT: '0' }
  const { stdout: told } = await hansa(['doctor'], '', { HOST: '0.0.0.0', HANSA_DATA: data, ...beside })
  assert.match(told, /✗ HANSA_PLAYGROUND is beside, and the playground would let in everybody/)
})

test('wrong settings are named all at once', async () => {
  const { status, stderr } = hansaApart(['start'], { PORT: 'many', SLACK_BOT_TOKEN: 'xoxb-1' })
  assert.equal(status, 1)
  assert.match(stderr, /PORT must be a number/)
  assert.match(stderr, /SLACK_APP_TOKEN \(Socket Mode\) or SLACK_SIGNING_SECRET/)
})

test('the doctor goes on where a setting is wrong', async () => {
  const env = { PORT: 'many', SLACK_SIGNING_SECRET: '0123456789', HANSA_KNOWLEDGE: WRONG }
  const { status, stdout } = await hansa(['doctor'], '', env)
  assert.equal(status, 1)
  assert.deepEqual(
    stdout.split('\n').filter((line) => /^[✓✗]/.test(line)),
    [
      '✗ PORT must be a number from 0 to 65535 (found "many").',
      '✗ SLACK_BOT_TOKEN is missing: copy the Bot User OAuth Token of the app’s OAuth page.',
      `✗ The knowledge folder ${WRONG} has ${/has (\d+ errors)/.exec(stdout)?.[1]}.`,
      '✓ SLACK_SIGNING_SECRET is set: Slack must reach this machine at https://…/slack/events.',
    ],
  )
})

test('cite prints a reference in the style asked for', async () => {
  assert.match((await hansa(['cite', 'ransom-2020'])).stdout, /^Ransom, J\. \(2020\)/)
  assert.match((await hansa(['cite', 'ransom-2020', '--style', 'bibtex'])).stdout, /^@\w+\{ransom-2020,/)
  assert.equal((await hansa(['cite', 'nobody-1999'])).status, 1)
})

test('the overview of an answer is in its JSON, each link with its documents by their ids', async () => {
  const { table } = JSON.parse((await hansa(['ask', '/twins Leeds', '--json'])).stdout)
  const hangzhou = table.rows.find(({ twin }: { twin: string }) => twin === 'Hangzhou')
  assert.deepEqual(hangzhou, {
    link: 'E08000035 1808926',
    place: 'Leeds',
    twin: 'Hangzhou',
    country: 'China',
    kind: 'partner / twin',
    since: '1988 / 1989',
    status: 'listed',
    states: ['listed', 'active'],
    evidence: '2020-10-15',
    sources: ['ransom-2020', 'YEP18', 'GLH'],
    differs: ['start', 'kind'],
    marks: ['differs', 'old'],
  })
  const numbered = table.references.map(({ number, source }: { number: number; source: string }) => [
    number,
    source,
  ])
  assert.ok(numbered.some(([, source]: [number, string]) => source === 'YEP18'))
  assert.deepEqual(
    numbered.map(([number]: [number, string]) => number),
    numbered.map((_: unknown, at: number) => at + 1),
  )
})

test('--full prints what each source says under the overview', async () => {
  const short = (await hansa(['ask', '/twins Leeds'])).stdout
  const full = (await hansa(['ask', '/twins Leeds', '--full'])).stdout
  assert.ok(short.split('\n').length < 30)
  assert.doesNotMatch(short, /dates back to 1969/)
  assert.match(full, /dates back to 1969/)
})

test('each command tells its own help, and the nearest one is named for a slip', async () => {
  const helps: string[] = []
  for (const name of ['ask', 'cite', 'approve', 'reject']) {
    const { status, stdout } = await hansa([name, '--help'])
    assert.equal(status, 0)
    assert.ok(stdout.startsWith(`npx hansa ${name}`), stdout)
    helps.push(stdout)
  }
  assert.equal(new Set(helps).size, helps.length)
  assert.equal((await hansa(['help', 'ask'])).stdout, helps[0])
  for (const flag of ['--full', '--out', '--json', '--format']) assert.ok(helps[0]?.includes(flag), flag)
  const { status, stderr } = await hansa(['ciet', 'ransom-2020'])
  assert.equal(status, 2)
  assert.match(stderr, /^There is no command "ciet"\. Did you mean "cite"\?/)
  assert.match((await hansa(['helo'])).stderr, /^There is no command "helo"\. Did you mean "help"\? /)
  // Who has the command right is sent to the help of that command.
  assert.match((await hansa(['add', '--until'])).stderr, /"npx hansa add --help" shows what there is\.\n$/)
  // Of what would act in a shell nothing is said again.
  assert.match((await hansa(['twins', '$(x)'])).stderr, /^There is no command "twins"\. "npx hansa help"/)
  assert.match(
    (await hansa(['twins', 'Leeds'])).stderr,
    /A question goes after "ask": npx hansa ask "twins Leeds"\. /,
  )
})

test('whoever reads no further, as head does, is shown no trace', async () => {
  const bin = fileURLToPath(new URL('../../src/bin.js', import.meta.url))
  for (const command of [['ask', 'twins Leeds'], ['doctor'], ['coverage'], ['help']]) {
    const child = spawn(process.execPath, [bin, ...command], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, HANSA_KNOWLEDGE: REAL_FOLDER },
    })
    child.stdout.destroy()
    let trace = ''
    child.stderr.on('data', (chunk) => {
      trace += chunk
    })
    await once(child, 'close')
    assert.equal(trace, '', command.join(' '))
  }
})
