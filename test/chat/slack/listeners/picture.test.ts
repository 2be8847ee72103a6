import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PictureOf } from '../../../../src/chat/core/own-addresses.ts'
import { slackApp } from '../../../../src/chat/slack/transport/slack-app.ts'
import { createWorkspace } from '../../../../src/chat/web/workspace/workspace.ts'
import type { Inspect } from '../../../../src/chat/web/workspace/workspace-state.ts'
import { keepLog } from '../pretend/pretend.ts'
import { smallDesk } from '../pretend/small-desk.ts'

const BYTES = new Uint8Array([0x89, 0x50])

const map: PictureOf = async ({ outcome }) =>
  outcome === 'found'
    ? { name: 'map.png', title: 'Map of Leeds', alt: 'Map. From Leeds: Dortmund.', bytes: async () => BYTES }
    : undefined

function pictured(pictureOf: PictureOf | undefined, inspect?: Inspect) {
  const calls: string[] = []
  const workspace = createWorkspace({
    inspect: (method, args) => {
      calls.push(method)
      return inspect?.(method, args)
    },
  })
  const { log, lines } = keepLog()
  const { receiver, authorize, clientOptions } = workspace
  slackApp({ desk: smallDesk(), log, receiver, authorize, clientOptions, ...(pictureOf && { pictureOf }) })
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

type Chat = ReturnType<typeof pictured>

/** Asks, and presses Map under the answer. */
async function askForMap({ workspace, id }: Chat, question = '/twins Leeds') {
  await workspace.command('U1', id, question)
  const answer = workspace.seenBy('U1', id).at(-1)
  assert.ok(answer)
  await workspace.press('U1', answer, 'Map')
}

const buttonsOf = ({ blocks }: { blocks: readonly { type: string }[] }) => JSON.stringify(blocks)

test('an answer is not followed by a map: one press puts it into the answer, for the asker’s eyes only', async () => {
  const chat = pictured(map)
  const { workspace, id, images, calls } = chat
  await workspace.command('U1', id, '/twins Leeds')
  assert.deepEqual([images(), calls.filter((call) => call.startsWith('files'))], [[], []])
  const [answer] = workspace.seenBy('U1', id)
  assert.ok(answer)
  await workspace.press('U1', answer, 'Map')
  assert.deepEqual(images(), [{ alt: 'Map. From Leeds: Dortmund.', onlyFor: 'U1', below: false }])
  const [only, ...others] = workspace.seenBy('U1', id)
  assert.deepEqual([only?.blocks[0]?.type, others], ['header', []])
  assert.doesNotMatch(buttonsOf(only ?? { blocks: [] }), /"map:0"/)
})

test('while a map is drawn its place says so; whatever else is asked meanwhile, it stands in its own answer', async () => {
  const drawn = Promise.withResolvers<void>()
  const titled: PictureOf = async (answer) => ({
    name: 'map.png',
    title: `Map of ${answer.heading}`,
    alt: answer.heading,
    bytes: () => drawn.promise.then(() => BYTES),
  })
  const { workspace, id } = pictured(titled)
  const shown = () => workspace.seenBy('U1', id).map(({ blocks }) => JSON.stringify(blocks))
  await workspace.command('U1', id, '/twins Leeds')
  const [leeds] = workspace.seenBy('U1', id)
  assert.ok(leeds)
  const waiting = workspace.press('U1', leeds, 'Map')
  while (!shown()[0]?.includes('The map is being drawn…')) await new Promise((done) => setTimeout(done, 5))
  await workspace.command('U1', id, '/twins Hull')
  drawn.resolve()
  await waiting
  const [first, second, ...others] = shown()
  assert.match(first ?? '', /"alt_text":"Leeds/)
  assert.doesNotMatch(first ?? '', /being drawn/)
  assert.doesNotMatch(second ?? '', /"image"/)
  assert.deepEqual(others, [])
})

test('a shared answer has its map in the thread that it began, for everyone; in the thread of others it has none', async () => {
  const { workspace, id, images } = pictured(map)
  await workspace.command('U1', id, '/twins Leeds')
  const [answer] = workspace.seenBy('U1', id)
  assert.ok(answer)
  await workspace.press('U1', answer, 'Share')
  assert.deepEqual(images(), [{ alt: 'Map. From Leeds: Dortmund.', onlyFor: undefined, below: true }])
})

test('an answer without links, and an app without pictures, offer no map', async () => {
  for (const [pictureOf, question] of [
    [map, '/twins Nowhere'],
    [undefined, '/twins Leeds'],
  ] as const) {
    const { workspace, id } = pictured(pictureOf)
    await workspace.command('U1', id, question)
    assert.doesNotMatch(buttonsOf(workspace.seenBy('U1', id)[0] ?? { blocks: [] }), /"map:0"/)
  }
})

test('a workspace that has not granted files:write is asked once and told; after that no map is offered', async () => {
  const chat = pictured(map, (method) => (method.startsWith('files.') ? 'missing_scope' : undefined))
  const { workspace, id, calls, lines } = chat
  await askForMap(chat)
  assert.match(
    buttonsOf(workspace.seenBy('U1', id)[0] ?? { blocks: [] }),
    /Hansa may not upload pictures here/,
  )
  await workspace.command('U1', id, '/twins Leeds')
  assert.doesNotMatch(buttonsOf(workspace.seenBy('U1', id)[1] ?? { blocks: [] }), /"map:0"/)
  assert.equal(calls.filter((call) => call.startsWith('files')).length, 1)
  assert.deepEqual(
    lines.filter(({ level }) => level !== 'info'),
    [],
  )
})

test('a map that cannot be drawn is a line in the log, and its place says so and lets one try again', async () => {
  const chat = pictured(async () => {
    throw new Error('no outlines')
  })
  const { workspace, id, lines } = chat
  await askForMap(chat)
  const [answer, ...others] = workspace.seenBy('U1', id)
  assert.match(buttonsOf(answer ?? { blocks: [] }), /it could not be drawn.*"map:0"/)
  assert.deepEqual(others, [])
  assert.deepEqual(
    lines.filter(({ level }) => level !== 'info').map(({ message }) => message),
    ['a picture did not arrive'],
  )
})

test('a picture that Slack is not yet ready to show is tried again', async () => {
  let refusals = 1
  const chat = pictured(map, (method, { blocks = '' }) =>
    method === 'respond' && blocks.includes('"image"') && refusals-- > 0 ? 'invalid_blocks' : undefined,
  )
  await askForMap(chat)
  assert.equal(chat.images().length, 1)
})

test('in a window the map is put into its answer; not when the window was closed meanwhile', async () => {
  let meanwhile = async () => {}
  const { workspace, lines } = pictured(async (answer) => {
    await meanwhile()
    return map(answer)
  })
  const kinds = () => workspace.windowOf('U1')?.blocks.map(({ type }) => type)
  const press = async () => {
    const home = await workspace.openHome('U1')
    assert.ok(home)
    await workspace.press('U1', home, 'Twins of Leeds')
    const window = workspace.windowOf('U1')
    assert.ok(window)
    await workspace.press('U1', window, 'Map')
  }
  await press()
  assert.equal(kinds()?.includes('image'), true)
  workspace.closeWindow('U1')
  meanwhile = async () => workspace.closeWindow('U1')
  await press()
  assert.equal(workspace.windowOf('U1'), undefined)
  assert.deepEqual(
    lines.filter(({ level }) => level !== 'info'),
    [],
  )
})

test('of 200 who want a map at once a bounded number is served, two at a time; the others are told at once, in its place', async () => {
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
  await Promise.all(Array.from({ length: 200 }, () => workspace.command('U1', id, '/twins Leeds')))
  const answers = workspace.seenBy('U1', id)
  const pressed = answers.map((answer) => workspace.press('U1', answer, 'Map'))
  const leftOut = () =>
    workspace.seenBy('U1', id).filter((one) => buttonsOf(one).includes('many are being drawn just now'))
      .length
  while (leftOut() < 138) await new Promise((done) => setTimeout(done, 5))
  assert.deepEqual([images().length, atWork], [0, 2])
  drawn.resolve(BYTES)
  await Promise.all(pressed)
  assert.deepEqual([images().length, leftOut(), most], [62, 138, 2])
  assert.equal(workspace.seenBy('U1', id).length, 200)
})
