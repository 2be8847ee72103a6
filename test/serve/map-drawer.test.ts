import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { mapDrawer } from '../../src/serve/maps/map-drawer.ts'
import type { Drawn, MapProcess, Task } from '../../src/serve/maps/map-process.ts'
import { mapsOf } from '../../src/serve/maps/picture-of.ts'
import { oneLink } from '../map/samples.ts'
import { DORTMUND, LEEDS, smallKnowledge, TODAY } from '../small-knowledge.ts'

const quiet = { warn() {} }

/** Draws when told to, and keeps a list of what it was asked to draw. */
function slowProcess() {
  const tasks: Task[] = []
  const waiting: { resolve(drawn: Drawn): void; reject(error: Error): void }[] = []
  const process: MapProcess = {
    draw(task) {
      tasks.push(task)
      const { promise, resolve, reject } = Promise.withResolvers<Drawn>()
      waiting.push({ resolve, reject })
      return promise
    },
    stop() {},
  }
  const step = () => new Promise((done) => setImmediate(done))
  return {
    process,
    tasks,
    async finish(bytes = 10) {
      await step()
      waiting.shift()?.resolve({ bytes: new Uint8Array(bytes), width: 1, height: 1 })
      await step()
    },
    async fail() {
      await step()
      waiting.shift()?.reject(new Error('killed'))
      await step()
    },
  }
}

const titled = (title: string, width?: number): Task => ({
  drawing: { ...oneLink, title, ...(width && { width }) },
  as: 'png',
})

test('200 equal requests are drawn once, and so is one that comes when it is done', async () => {
  const slow = slowProcess()
  const drawer = mapDrawer({ log: quiet, process: slow.process })
  const all = Array.from({ length: 200 }, () => drawer.draw(titled('Leeds')))
  await slow.finish()
  const drawn = await Promise.all(all)
  assert.equal(new Set(drawn).size, 1)
  assert.equal(await drawer.draw(titled('Leeds')), drawn[0])
  assert.equal(slow.tasks.length, 1)
})

test('another title, width, theme or kind of picture is another map', async () => {
  const slow = slowProcess()
  const drawer = mapDrawer({ log: quiet, process: slow.process })
  const { drawing } = titled('Leeds')
  const tasks: Task[] = [
    { drawing, as: 'png' },
    { drawing, as: 'svg' },
    { drawing: { ...drawing, width: 400 }, as: 'svg' },
    { drawing: { ...drawing, theme: 'dark' }, as: 'svg' },
    { drawing: { ...drawing, title: 'Hull' }, as: 'png' },
  ]
  const all = tasks.map((task) => drawer.draw(task))
  for (const _ of tasks) await slow.finish()
  assert.equal(new Set(await Promise.all(all)).size, tasks.length)
  assert.deepEqual(slow.tasks, tasks)
})

test('maps are drawn one after the other; beyond the bound they are left out at once', async () => {
  const slow = slowProcess()
  const drawer = mapDrawer({ log: quiet, process: slow.process, most: 2 })
  const first = [drawer.draw(titled('a')), drawer.draw(titled('b'))]
  assert.deepEqual(await drawer.draw(titled('c')), { leftOut: 'busy' })
  assert.equal(slow.tasks.length, 1)
  await slow.finish()
  const third = drawer.draw(titled('c'))
  await slow.finish()
  await slow.finish()
  for (const drawn of await Promise.all([...first, third])) assert.ok('bytes' in drawn)
})

test('a map that fails is left out for all who wait for it; the next one is drawn', async () => {
  const slow = slowProcess()
  const drawer = mapDrawer({ log: quiet, process: slow.process })
  const [one, same, next] = [titled('a'), titled('a'), titled('b')].map((task) => drawer.draw(task))
  await slow.fail()
  await slow.finish()
  assert.deepEqual([await one, await same], [{ leftOut: 'failed' }, { leftOut: 'failed' }])
  assert.ok('bytes' in ((await next) ?? {}))
  const again = drawer.draw(titled('a'))
  await slow.finish()
  assert.ok('bytes' in (await again))
})

test('what is kept is bounded in bytes: the map used longest ago goes first', async () => {
  const slow = slowProcess()
  const drawer = mapDrawer({ log: quiet, process: slow.process, keep: 250 })
  const ask = async (title: string, bytes: number) => {
    const before = slow.tasks.length
    const drawn = drawer.draw(titled(title))
    await slow.finish(bytes)
    await drawn
    return slow.tasks.length > before ? 'drawn' : 'kept'
  }
  assert.equal(await ask('a', 100), 'drawn')
  assert.equal(await ask('b', 100), 'drawn')
  assert.equal(await ask('a', 100), 'kept')
  assert.equal(await ask('c', 100), 'drawn')
  assert.equal(await ask('a', 100), 'kept')
  assert.equal(await ask('b', 100), 'drawn')
  assert.equal(await ask('too large', 300), 'drawn')
  assert.equal(await ask('too large', 300), 'drawn')
})

test('when the knowledge is another one, its map is drawn and the old one is kept no longer', async () => {
  const before = folder('active')
  const after = folder('ended')
  let now = before
  const slow = slowProcess()
  const maps = mapsOf(() => now.knowledge, quiet, mapDrawer({ log: quiet, process: slow.process }))
  const draw = async () => {
    const bytes = (await maps.forChat(now.answer))?.bytes()
    await slow.finish()
    await bytes
    return slow.tasks.map(
      ({ drawing }) => 'links' in drawing && drawing.links.map(({ standing }) => standing).join(),
    )
  }
  await draw()
  assert.deepEqual(await draw(), ['active'])
  now = after
  assert.deepEqual(await draw(), ['active', 'ended'])
  now = before
  assert.deepEqual(await draw(), ['active', 'ended', 'active'])
})

test('an answer that has no map asks for none', async () => {
  const { knowledge, desk } = folder('active')
  const slow = slowProcess()
  const maps = mapsOf(() => knowledge, quiet, mapDrawer({ log: quiet, process: slow.process }))
  assert.deepEqual(
    [await maps.forChat(desk.answer('help')), await maps.forPage(desk.answer('help'))],
    [undefined, undefined],
  )
  assert.equal(slow.tasks.length, 0)
})

function folder(status: 'active' | 'ended') {
  const knowledge = smallKnowledge({
    places: [
      { ...LEEDS, lat: 53.8, lon: -1.5 },
      { ...DORTMUND, lat: 51.5, lon: 7.5 },
    ],
    links: [{ place: LEEDS.id, twin: DORTMUND.id, status, on: '2021' }],
  })
  const desk = createDesk(buildLibrary(knowledge), () => TODAY)
  return { knowledge, desk, answer: desk.answer('twins Leeds') }
}
