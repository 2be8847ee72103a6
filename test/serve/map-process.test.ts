import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type DrawerOptions, mapDrawer } from '../../src/serve/maps/map-drawer.ts'
import { mapProcess, type Task } from '../../src/serve/maps/map-process.ts'
import { oneLink } from '../map/samples.ts'

const png: Task = { drawing: { ...oneLink, width: 320 }, as: 'png' }
const svg: Task = { drawing: { ...oneLink, width: 320 }, as: 'svg' }

test('a process of its own draws maps, as PNG and as SVG', async (t) => {
  const maps = mapProcess()
  t.after(maps.stop)
  const drawn = await maps.draw(png)
  assert.equal(Buffer.from(drawn.bytes).subarray(1, 4).toString(), 'PNG')
  assert.match(Buffer.from((await maps.draw(svg)).bytes).toString(), /^<svg .*Leeds and Dortmund/s)
  assert.equal(drawing().length, 1)
  const { bytes } = await maps.draw({ ...png, side: 300 })
  const [width, height] = [16, 20].map((at) => Buffer.from(bytes).readUInt32BE(at))
  assert.equal(Math.max(width ?? 0, height ?? 0), 300)
})

test('killed in the middle of a map, that one is left out and the next is drawn', {
  skip: noProc(),
}, async (t) => {
  const maps = mapProcess()
  t.after(maps.stop)
  const told: string[] = []
  const warn: DrawerOptions['log']['warn'] = (_: unknown, message?: string) => {
    told.push(message ?? '')
  }
  const drawer = mapDrawer({ log: { warn }, process: maps })
  await drawer.draw(png)
  const next = { ...svg, drawing: { ...svg.drawing, title: 'Next' } }
  const [broken, following] = [drawer.draw(svg), drawer.draw(next)]
  await new Promise((done) => setImmediate(done))
  for (const pid of drawing()) process.kill(pid, 'SIGKILL')
  assert.deepEqual(await broken, { leftOut: 'failed' })
  assert.ok('bytes' in (await following))
  assert.deepEqual(told, ['a map could not be drawn'])
})

test('a map that takes too long is given up, and its process with it', { skip: noProc() }, async (t) => {
  const maps = mapProcess({ longest: 1 })
  t.after(maps.stop)
  await assert.rejects(maps.draw(png), /a map took longer than 1 ms/)
  await gone()
})

test('a process that has grown is ended, and the next map is drawn by another one', {
  skip: noProc(),
}, async (t) => {
  const maps = mapProcess({ grown: 1 })
  t.after(maps.stop)
  assert.ok((await maps.draw(png)).bytes.length > 0)
  await gone()
  assert.ok((await maps.draw(png)).bytes.length > 0)
})

test('without a map to draw the process ends after a while', { skip: noProc() }, async (t) => {
  const maps = mapProcess({ idle: 50 })
  t.after(maps.stop)
  await maps.draw(png)
  assert.equal(drawing().length, 1)
  await gone()
  assert.ok((await maps.draw(png)).bytes.length > 0)
})

test('what cannot be drawn is said, and costs nobody else a map', async (t) => {
  const maps = mapProcess()
  t.after(maps.stop)
  await assert.rejects(maps.draw({ drawing: undefined as never, as: 'png' }))
  assert.ok((await maps.draw(png)).bytes.length > 0)
})

test('no secret of the environment reaches the process', { skip: noProc() }, async (t) => {
  process.env.SLACK_BOT_TOKEN = 'xoxb-secret'
  t.after(() => delete process.env.SLACK_BOT_TOKEN)
  const maps = mapProcess()
  t.after(maps.stop)
  await maps.draw(png)
  const [pid] = drawing()
  assert.doesNotMatch(readFileSync(`/proc/${pid}/environ`, 'utf8'), /SLACK|xoxb/)
})

/** The processes that this one started to draw maps. */
function drawing(): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map(Number).filter((pid) => {
    try {
      const [, parent] = /^\d+ \(.*\) (?!Z)\w (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
      return (
        Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('map-child')
      )
    } catch {
      return false
    }
  })
}

async function gone(): Promise<void> {
  while (drawing().length > 0) await new Promise((done) => setTimeout(done, 10))
}

function noProc(): string | false {
  return process.platform === 'linux' ? false : 'looks into /proc'
}
