import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PictureOf } from '../../../src/chat/core/picture.ts'
import { slackApp } from '../../../src/chat/slack/transport/slack-app.ts'
import { createWorkspace } from '../../../src/chat/web/workspace/workspace.ts'
import type { Inspect } from '../../../src/chat/web/workspace/workspace-state.ts'
import { keepLog } from './pretend.ts'
import { smallDesk } from './small-desk.ts'

const BYTES = new Uint8Array([0x89, 0x50])

const map: PictureOf = async ({ outcome }) =>
  outcome === 'found'
    ? { name: 'map.png', title: 'Map of Leeds', alt: 'Map. From Leeds: Dortmund.', bytes: async () => BYTES }
    : undefined

function pictured(pictureOf: PictureOf, inspect?: Inspect) {
  const calls: string[] = []
  const workspace = createWorkspace({
    inspect: (method, args) => {
      calls.push(method)
      return inspect?.(method, args)
    },
  })
  const { log, lines } = keepLog()
  const { receiver, authorize, clientOptions } = workspace
  slackApp({ desk: smallDesk(), log, receiver, authorize, clientOptions, pictureOf })
  const { id } = workspace.addChannel('policy', { people: ['U1'] })
  const images = () =>
    workspace
      .seenBy('U1', id)
      .flatMap(({ blocks, onlyFor, thread, ts }) =>
        blocks.flatMap((block) =>
          block.type === 'image'
            ? [{ alt: block.alt_text, onlyFor, below: thread !== undefined && thread !== ts }]
            : [],
        ),
      )
  return { workspace, id, calls, lines, images }
}

test('an answer with a picture is followed by it, for the asker’s eyes only, with words that say the same', async () => {
  const { workspace, id, images } = pictured(map)
  await workspace.command('U1', id, '/twins Leeds')
  assert.deepEqual(images(), [{ alt: 'Map. From Leeds: Dortmund.', onlyFor: 'U1', below: false }])
  assert.deepEqual(
    [...workspace.state.files.values()].map(({ name, bytes }) => [name, bytes]),
    [['map.png', BYTES]],
  )
})

test('a shared answer has its picture below it, for everyone', async () => {
  const { workspace, id, images } = pictured(map)
  await workspace.command('U1', id, '/twins Leeds')
  const [answer] = workspace.seenBy('U1', id)
  assert.ok(answer)
  await workspace.press('U1', answer, 'Share')
  assert.deepEqual(images().at(-1), { alt: 'Map. From Leeds: Dortmund.', onlyFor: undefined, below: true })
})

test('an answer without a picture comes alone', async () => {
  const { workspace, id, images, calls } = pictured(map)
  await workspace.command('U1', id, '/twins Nowhere')
  assert.deepEqual([images(), calls.filter((call) => call.startsWith('files'))], [[], []])
})

test('a workspace that has not granted files:write is asked once, and its answers are the same', async () => {
  const { workspace, id, images, calls, lines } = pictured(map, (method) =>
    method.startsWith('files.') ? 'missing_scope' : undefined,
  )
  await workspace.command('U1', id, '/twins Leeds')
  await workspace.command('U1', id, '/twins Leeds')
  assert.equal(workspace.seenBy('U1', id).length, 2)
  assert.deepEqual([images(), calls.filter((call) => call.startsWith('files')).length], [[], 1])
  assert.deepEqual(
    lines.filter(({ level }) => level !== 'info'),
    [],
  )
})

test('a picture that cannot be drawn is a line in the log and no apology', async () => {
  const { workspace, id, lines } = pictured(async () => {
    throw new Error('no outlines')
  })
  await workspace.command('U1', id, '/twins Leeds')
  assert.equal(workspace.seenBy('U1', id).length, 1)
  assert.deepEqual(
    lines.filter(({ level }) => level !== 'info').map(({ message }) => message),
    ['a picture did not arrive'],
  )
})

test('a picture that Slack is not yet ready to show is tried again', async () => {
  let refusals = 1
  const { workspace, id, images } = pictured(map, (method, { blocks = '' }) =>
    method === 'respond' && blocks.includes('"image"') && refusals-- > 0 ? 'invalid_blocks' : undefined,
  )
  await workspace.command('U1', id, '/twins Leeds')
  assert.equal(images().length, 1)
})

test('in a window the picture goes below the answer; not when the window shows something else by now', async () => {
  let meanwhile = async () => {}
  const { workspace, lines } = pictured(async (answer) => {
    await meanwhile()
    return map(answer)
  })
  const kinds = () => workspace.windowOf('U1')?.blocks.map(({ type }) => type)
  const home = await workspace.openHome('U1')
  assert.ok(home)
  await workspace.press('U1', home, 'Twins of Leeds')
  assert.deepEqual([kinds()?.[0], kinds()?.at(-1)], ['header', 'image'])
  workspace.closeWindow('U1')
  meanwhile = async () => workspace.closeWindow('U1')
  await workspace.press('U1', home, 'Twins of Leeds')
  assert.equal(workspace.windowOf('U1'), undefined)
  assert.deepEqual(
    lines.filter(({ level }) => level !== 'info'),
    [],
  )
})

test('a picture names its answer: over it, and where it is only read out', async () => {
  const { workspace, id } = pictured(map)
  await workspace.command('U1', id, '/twins Leeds')
  const { text, blocks } = workspace.seenBy('U1', id).at(-1) ?? {}
  const [image] = blocks ?? []
  assert.equal(text, 'Map of Leeds')
  assert.equal(image?.type === 'image' ? image.title?.text : undefined, 'Map of Leeds')
})

test('a picture left out is said once, privately, and is no failed turn', async () => {
  for (const [because, said] of [
    [
      'busy',
      'Leeds: 1 link on record – the map is left out: many are being drawn just now. Ask again in a minute.',
    ],
    [
      'failed',
      'Leeds: 1 link on record – the map is left out: it could not be drawn. The answer is complete without it; ask again to have it tried once more.',
    ],
  ] as const) {
    const { workspace, id, calls, lines } = pictured(async (answer) => {
      const picture = await map(answer)
      return picture && { ...picture, bytes: async () => ({ leftOut: because }) }
    })
    await workspace.command('U1', id, '/twins Leeds')
    const [answer, ...others] = workspace.seenBy('U1', id)
    assert.deepEqual(
      others.map(({ text, onlyFor }) => [text, onlyFor]),
      [[said, 'U1']],
    )
    assert.ok(answer)
    await workspace.press('U1', answer, 'Share')
    const after = workspace.seenBy('U1', id).filter(({ text }) => text === said)
    assert.deepEqual(
      after.map(({ onlyFor }) => onlyFor),
      ['U1', 'U1'],
    )
    assert.deepEqual(
      calls.filter((call) => call.startsWith('files')),
      [],
    )
    assert.deepEqual(
      lines.filter(({ level }) => level !== 'info'),
      [],
    )
  }
})

test('of 200 who want a picture at once a bounded number is served, two at a time; the others are told at once', async () => {
  const drawn = Promise.withResolvers<Uint8Array>()
  let [atWork, most] = [0, 0]
  const { workspace, id, images } = pictured(async (answer) => {
    const picture = await map(answer)
    const bytes = async () => {
      most = Math.max(most, ++atWork)
      await drawn.promise
      atWork--
      return BYTES
    }
    return picture && { ...picture, bytes }
  })
  const asked = Array.from({ length: 200 }, () => workspace.command('U1', id, '/twins Leeds'))
  const leftOut = () =>
    workspace.seenBy('U1', id).filter(({ text }) => text.includes('the map is left out')).length
  const answers = () => workspace.seenBy('U1', id).filter(({ blocks }) => blocks[0]?.type === 'header').length
  while (leftOut() < 138) await new Promise((done) => setTimeout(done, 5))
  assert.deepEqual([answers(), images().length, atWork], [200, 0, 2])
  drawn.resolve(BYTES)
  await Promise.all(asked)
  assert.deepEqual([images().length, leftOut(), most], [62, 138, 2])
})

test('in a direct message a picture stands below its answer; when something else was asked meanwhile, in its thread', async () => {
  let meanwhile = async () => {}
  const { workspace } = pictured(async (answer) => {
    const now = meanwhile
    meanwhile = async () => {}
    await now()
    return map(answer)
  })
  const { id } = workspace.directMessage('U1')
  const shown = () =>
    workspace.seenBy('U1', id).map(({ ts, thread, by, blocks, text }) => ({
      what: by === 'U1' ? text : blocks[0]?.type,
      ts,
      thread,
    }))
  await workspace.say('U1', id, 'twins Leeds')
  assert.deepEqual(
    shown().map(({ what, thread }) => [what, thread]),
    [
      ['twins Leeds', undefined],
      ['header', undefined],
      ['image', undefined],
    ],
  )
  meanwhile = async () => {
    await workspace.say('U1', id, 'twins Nowhere')
  }
  await workspace.say('U1', id, 'twins Leeds')
  const [, , , , answer, , , late] = shown()
  assert.equal(late?.what, 'image')
  assert.equal(late?.thread, answer?.ts)
})
