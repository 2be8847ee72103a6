import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { realFolder } from '../../real-folder.ts'
import { keepLog } from '../slack/pretend/pretend.ts'
import { servePlayground, statusAs } from './served.ts'

const { desk } = realFolder()

async function onEveryAddress(t: TestContext, hosts: readonly string[] = []) {
  const { log, lines } = keepLog()
  const settings = { host: '0.0.0.0', port: 0, open: true, hosts }
  const { url, stop } = await servePlayground({ settings, desk, log })
  t.after(stop)
  return { port: new URL(url).port, lines }
}

test('listening on every address makes no name its own: a page that rebinds its name gets nothing', async (t) => {
  const { port } = await onEveryAddress(t)
  const foreign = [
    'rebound.example',
    `rebound.example:${port}`,
    '192.0.2.7',
    '[2001:db8::1]',
    'localhost.rebound.example',
  ]
  for (const name of [...foreign, '127.0.0.1.rebound.example', 'rebound.example@localhost', 'localhost/x']) {
    assert.equal(await statusAs(port, name), 403, name)
    assert.equal(await statusAs(port, name, '/changes'), 403, name)
    assert.equal(await statusAs(port, name, '/suggest?typed=x'), 403, name)
    assert.equal(await statusAs(port, name, '/policy/say', 'POST'), 403, name)
  }
  for (const name of ['localhost', `LOCALHOST:${port}`, '127.0.0.1', '127.0.0.2', '[::1]'])
    assert.equal(await statusAs(port, name), 200, name)
})

test('whoever watches over it may ask for its health under any name', async (t) => {
  const { port } = await onEveryAddress(t)
  for (const method of ['GET', 'HEAD'])
    assert.equal(await statusAs(port, 'probe.example', '/health', method), 200)
  assert.equal(await statusAs(port, 'probe.example', '/health', 'POST'), 403)
})

test('names of the settings are answered to, with whatever port, and no others', async (t) => {
  const { port } = await onEveryAddress(t, ['hansa.example.org', '[2001:db8::1]'])
  for (const name of ['hansa.example.org', `Hansa.Example.org:${port}`, '[2001:db8::1]:80'])
    assert.equal(await statusAs(port, name), 200, name)
  assert.equal(await statusAs(port, 'other.example.org'), 403)
})

test('that everybody may come in is said in the log; on this machine alone nothing is', async (t) => {
  const { lines } = await onEveryAddress(t)
  const warned = lines.filter(({ level }) => level === 'warn')
  assert.deepEqual(
    warned.map(({ message, facts }) => ({ message, facts })),
    [
      {
        message: 'The playground lets in everybody who can reach this address.',
        facts: { host: '0.0.0.0' },
      },
    ],
  )
  const quiet = keepLog()
  for (const host of ['127.0.0.1', 'localhost']) {
    const { stop } = await servePlayground({ settings: { host, port: 0 }, desk, log: quiet.log })
    await stop()
  }
  assert.deepEqual(
    quiet.lines.filter(({ level }) => level === 'warn'),
    [],
  )
})

test('where others can reach it the playground is not opened unasked, in one sentence that says what to do', async () => {
  for (const host of ['0.0.0.0', '::', '192.0.2.7', 'hansa.example.org', '127.0.0.1.example'])
    await assert.rejects(servePlayground({ settings: { host, port: 0 }, desk, log: keepLog().log }), {
      name: 'SetupError',
      message:
        `There is no setting for Slack, and the playground would let in everybody who can reach ${host}: set SLACK_… to ` +
        'serve Slack, HOST to 127.0.0.1 to try it on this machine alone, or HANSA_PLAYGROUND to open if everybody may come in.',
    })
})
