import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Answer } from '../../../src/answer/answer.ts'
import type { DrawnPicture } from '../../../src/chat/web/drawing/pictures.ts'
import { realFolder } from '../../real-folder.ts'
import { pressable, served, visitor } from './served.ts'

const { desk } = realFolder()

test('a late map stands in its own answer, and not below what was asked meanwhile', {
  timeout: 60_000,
}, async (t) => {
  let held = Promise.withResolvers<void>()
  const slowly = async (answer: Answer): Promise<DrawnPicture | undefined> => {
    const { heading, ask } = answer
    if (!ask.startsWith('twins')) return undefined
    const svg = async () => {
      if (heading.startsWith('Leeds')) await held.promise
      return { bytes: Buffer.from('<svg/>'), width: 640, height: 400 }
    }
    return { name: `${ask}.svg`, title: `Map of ${heading}`, alt: `Map. ${heading}.`, svg }
  }
  const url = await served(t, { desk, pictureOf: slowly })
  for (const [room, slash] of [
    ['/policy', '/'],
    ['/policy', '@hansa '],
    ['/hansa', ''],
  ]) {
    held = Promise.withResolvers<void>()
    const me = visitor(url)
    await me.get(room ?? '')
    // Headings of answers, and the words of their maps.
    const ours = async () =>
      [
        ...(await me.read(room ?? '')).matchAll(
          /(>|alt="Map\. )((?:Leeds|Sheffield): \d+ links? on record)/g,
        ),
      ].map(([, before, heading = '']) => (before === '>' ? heading : `map of ${heading}`).replace(/:.*/, ''))
    await me.post(`${room}/say`, { text: `${slash}twins Leeds` })
    while ((await ours()).length < 1) await wait(20)
    const waiting = me.post(`${room}/press`, await mapButton(me, room ?? ''))
    while (!(await me.read(room ?? '')).includes('The map is being drawn…')) await wait(20)
    await me.post(`${room}/say`, { text: `${slash}twins Sheffield` })
    held.resolve()
    await waiting
    while ((await ours()).length < 3) await wait(20)
    assert.deepEqual(await ours(), ['Leeds', 'map of Leeds', 'Sheffield'])
  }
})

test('a map that is left out is said on the page, privately; one that the page cannot load just now is a 503', async (t) => {
  let full = true
  const drawn = async (answer: Answer): Promise<DrawnPicture | undefined> =>
    answer.ask.startsWith('twins')
      ? {
          name: 'map.svg',
          title: 'Map',
          alt: 'Map.',
          svg: async () =>
            full ? { leftOut: 'busy' } : { bytes: Buffer.from('<svg/>'), width: 640, height: 400 },
        }
      : undefined
  const me = visitor(await served(t, { desk, pictureOf: drawn }))
  await me.post('/policy/say', { text: '/twins Hull' })
  await me.post('/policy/press', await mapButton(me, '/policy'))
  assert.match(
    await me.read('/policy'),
    /Only visible to you[\s\S]*the map is left out: many are being drawn just now/,
  )
  full = false
  await me.post('/policy/press', await mapButton(me, '/policy'))
  const picture = await me.get('/pictures/map.svg?width=640&theme=light')
  assert.deepEqual([picture.status, await picture.text()], [200, '<svg/>'])
  full = true
  const refused = await me.get('/pictures/map.svg?width=640&theme=dark')
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [503, '60'])
})

async function mapButton(me: ReturnType<typeof visitor>, room: string) {
  const [, where = '', press = ''] = pressable(await me.read(room), 'Map')
  return { where, press }
}
