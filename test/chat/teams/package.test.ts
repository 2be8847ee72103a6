import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, inflateRawSync } from 'node:zlib'
import { teamsManifest, zip } from '../../../src/chat/teams/install/package.ts'

const developer = {
  name: 'A council',
  websiteUrl: 'https://council.example',
  privacyUrl: 'https://council.example/privacy',
  termsOfUseUrl: 'https://council.example/terms',
}

test('the manifest stays within what Teams takes, and asks for no right to read', () => {
  const manifest = teamsManifest({
    clientId: '11111111-2222-3333-4444-555555555555',
    version: '0.1.0-beta',
    developer,
  }) as {
    version: string
    name: { short: string; full: string }
    description: { short: string; full: string }
    bots: { botId: string; commandLists: { commands: { title: string; description: string }[] }[] }[]
  }
  assert.equal(manifest.version, '0.1.0')
  assert.ok(manifest.name.short.length <= 30 && manifest.name.full.length <= 100)
  assert.ok(manifest.description.short.length <= 80 && manifest.description.full.length <= 4000)
  const commands = manifest.bots[0]?.commandLists[0]?.commands ?? []
  assert.ok(commands.length > 0 && commands.length <= 12)
  for (const { title, description } of commands) assert.ok(title.length <= 128 && description.length <= 4000)
  assert.doesNotMatch(JSON.stringify(manifest), /ChannelMessage|webApplicationInfo|authorization/)
})

test('the zip gives back its files, whole', () => {
  const files = { 'manifest.json': Buffer.from('{"a": "ä"}'), 'color.png': Buffer.alloc(5000, 7) }
  const packed = zip(files)
  let at = 0
  for (const [name, bytes] of Object.entries(files)) {
    assert.equal(packed.toString('latin1', at, at + 4), 'PK\x03\x04')
    const [sum, size, length] = [
      packed.readUInt32LE(at + 14),
      packed.readUInt32LE(at + 18),
      packed.readUInt16LE(at + 26),
    ]
    assert.equal(packed.toString('utf8', at + 30, at + 30 + length), name)
    const start = at + 30 + length
    const found = inflateRawSync(packed.subarray(start, start + size))
    assert.deepEqual(found, bytes)
    assert.equal(sum, crc32(bytes))
    at = start + size
  }
  assert.equal(packed.toString('latin1', at, at + 4), 'PK\x01\x02')
})
