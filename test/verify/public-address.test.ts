import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fetchPage } from '../../src/verify/fetch/fetch-page.ts'
import { isAllowed, type Resolve } from '../../src/verify/fetch/public-address.ts'
import { aGoing, aServer, page, pages, redirect } from './a-web.ts'

const why = async (address: string, going = aGoing({ allowLoopback: false })) => {
  const visit = await fetchPage(address, going)
  return 'why' in visit ? visit.why : visit.is
}

const answering =
  (...addresses: string[]): Resolve =>
  (_, answer) =>
    answer(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    )

test('only addresses of the public internet are allowed', () => {
  for (const address of ['93.184.216.34', '2606:2800:220:1::1']) assert.ok(isAllowed(address, false), address)
  for (const address of [
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...['224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:127.0.0.1'],
    ...['::ffff:169.254.169.254', '64:ff9b::a9fe:a9fe', '2002:7f00:1::', '192.0.2.1', 'not an address'],
    ...['::127.0.0.1', '::7f00:1', '::5db8:d822'],
  ]) {
    assert.ok(!isAllowed(address, false), address)
  }
  assert.ok(isAllowed('127.0.0.1', true))
  assert.ok(isAllowed('::1', true))
  assert.ok(!isAllowed('169.254.169.254', true))
})

test('no way of writing a private address gets through', async () => {
  assert.equal(await why('http://127.0.0.1/'), '127.0.0.1 is not on the public internet')
  assert.equal(await why('http://2130706433/'), '127.0.0.1 is not on the public internet')
  assert.equal(await why('http://0x7f.1/'), '127.0.0.1 is not on the public internet')
  assert.equal(await why('http://[::ffff:7f00:1]/'), '::ffff:7f00:1 is not on the public internet')
  assert.equal(await why('http://[::127.0.0.1]/'), '::7f00:1 is not on the public internet')
  assert.equal(
    await why('http://169.254.169.254/latest/meta-data'),
    '169.254.169.254 is not on the public internet',
  )
  assert.equal(
    await why('http://localhost/'),
    'localhost leads to 127.0.0.1, which is not on the public internet',
  )
})

test('only http and https are fetched, and no address with a password', async () => {
  assert.equal(await why('file:///etc/passwd'), 'file: is neither http nor https')
  assert.equal(await why('ftp://aire.example/'), 'ftp: is neither http nor https')
  assert.equal(await why('http://me:secret@aire.example/'), 'the address carries a name or a password')
  assert.equal(await why('no address'), '"no address" is no web address')
})

test('a name that nobody knows ends in a line', async () => {
  const resolve: Resolve = (_, answer) => answer(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), [])
  assert.equal(
    await why('http://nowhere.example/', aGoing({ resolve })),
    'there is no such host, or no network',
  )
})

test('a name is judged by every address it has', async () => {
  const inside = aGoing({ resolve: answering('93.184.216.34', '10.0.0.7') })
  assert.equal(
    await why('http://intranet.example/', inside),
    'intranet.example leads to 10.0.0.7, which is not on the public internet',
  )
})

test('the connection goes to the address that was judged, looked up once for each request', async (t) => {
  const server = await aServer(t, pages({ '/': page('x') }))
  let asked = 0
  const resolve: Resolve = (_, answer) => {
    asked++
    answer(null, [{ address: '127.0.0.1', family: 4 }])
  }
  const visit = await fetchPage(`http://aire.example:${new URL(server).port}/`, aGoing({ resolve }))
  assert.equal(visit.is, 'works')
  assert.equal(asked, 2, 'robots.txt and the page')
})

test('every redirect is judged like the first address', async (t) => {
  const server = await aServer(
    t,
    pages({
      '/metadata': redirect(302, 'http://169.254.169.254/latest/meta-data'),
      '/file': redirect(302, 'file:///etc/passwd'),
      '/secret': redirect(302, 'http://me:secret@127.0.0.1/'),
      '/odd': redirect(302, 'http://'),
    }),
  )
  const going = aGoing()
  assert.equal(await why(`${server}/metadata`, going), '169.254.169.254 is not on the public internet')
  assert.equal(await why(`${server}/file`, going), 'file: is neither http nor https')
  assert.equal(await why(`${server}/secret`, going), 'the address carries a name or a password')
  assert.equal(await why(`${server}/odd`, going), 'it redirects to what is no address')
})

test('robots.txt cannot lead inside either', async (t) => {
  const server = await aServer(
    t,
    pages({ '/robots.txt': redirect(302, 'http://169.254.169.254/'), '/': page('x') }),
  )
  assert.equal(
    await why(`${server}/`, aGoing()),
    'its robots.txt could not be read: 169.254.169.254 is not on the public internet',
  )
})
