import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../../../src/answers/desk.ts'
import { FORMS } from '../../../../src/chat/core/taking.ts'
import { slackApp } from '../../../../src/chat/slack/transport/slack-app.ts'
import { createWorkspace } from '../../../../src/chat/web/workspace/workspace.ts'
import type { Inspect } from '../../../../src/chat/web/workspace/workspace-state.ts'
import { buildLibrary } from '../../../../src/library/library.ts'
import { takingAlong } from '../../../../src/serve/take-along.ts'
import { DORTMUND, LEEDS, LILLE, smallKnowledge, TODAY } from '../../../small-knowledge.ts'
import { callFaults } from '../pretend/block-kit.ts'
import { keepLog } from '../pretend/pretend.ts'

const KNOWLEDGE = smallKnowledge({
  places: [LEEDS, DORTMUND, LILLE],
  links: [
    { place: LEEDS.id, twin: DORTMUND.id, since: '1969', on: '2021' },
    { place: LEEDS.id, twin: LILLE.id, since: '1968', source: 'other' },
  ],
  sources: [{ id: 'other', title: 'Another page' }],
})
const desk = createDesk(buildLibrary(KNOWLEDGE), () => TODAY)
const takeAlong = takingAlong(
  () => KNOWLEDGE,
  () => TODAY,
)

function saved({
  canUpload = true,
  refuse = () => undefined,
}: {
  canUpload?: boolean
  refuse?: Inspect
} = {}) {
  const faults: string[] = []
  const calls: string[] = []
  const workspace = createWorkspace({
    inspect: (method, args) => {
      calls.push(method)
      faults.push(...callFaults(args).map((fault) => `${method}: ${fault}`))
      return refuse(method, args)
    },
  })
  const { log } = keepLog()
  const { receiver, authorize, clientOptions } = workspace
  slackApp({ desk, log, receiver, authorize, clientOptions, takeAlong, canUpload })
  const { id } = workspace.addChannel('policy', { people: ['U1', 'U2'] })
  const choose = async (label: string) => {
    await workspace.command('U1', id, '/twins Leeds')
    const answer = workspace.seenBy('U1', id).at(-1)
    assert.ok(answer)
    await workspace.press('U1', answer, label)
  }
  return { workspace, id, faults, calls, choose }
}

test('an answer is sent as a file in each form to the direct message of who asked, and to nobody else', async () => {
  const { workspace, id, faults, choose } = saved()
  for (const { ending, label, about } of FORMS) {
    await choose(`${label} (${about})`)
    const file = [...workspace.state.files.values()].findLast(({ bytes }) => bytes.length > 0)
    assert.equal(file?.name, `hansa-twins-leeds.${ending}`)
    const wanted = await takeAlong(desk.answer('twins Leeds'), ending)
    if (typeof wanted === 'string')
      assert.equal(new TextDecoder('utf-8', { ignoreBOM: true }).decode(file?.bytes), wanted)
    else
      assert.equal(
        Buffer.from(file?.bytes ?? [])
          .subarray(0, 2)
          .toString(),
        'PK',
      )
    const [told, posted] = workspace.seenBy('U1', 'DU1').slice(-2)
    assert.match(told?.text ?? '', /^Leeds: 2 links on record: you asked for this answer as a file\.$/)
    assert.match(JSON.stringify(posted?.blocks), new RegExp(`hansa-twins-leeds\\.${ending}`))
    assert.match(workspace.seenBy('U1', id).at(-1)?.text ?? '', /is in your direct messages with Hansa\.$/)
  }
  assert.deepEqual([workspace.seenBy('U2', id), workspace.seenBy('U2', 'DU2')], [[], []])
  assert.deepEqual(faults, [])
})

test('the sheet for a review is sent as Word beside the other files, and as text where none may be', async () => {
  const { workspace, faults, choose } = saved()
  await choose('Review sheet')
  const file = [...workspace.state.files.values()].findLast(({ bytes }) => bytes.length > 0)
  assert.equal(file?.name, 'hansa-twins-leeds-review.docx')
  const [told] = workspace.seenBy('U1', 'DU1').slice(-2)
  assert.match(told?.text ?? '', /^Leeds: review sheet, 2 links: you asked/)
  const other = saved({ canUpload: false })
  await other.choose('Review sheet')
  assert.match(preformatted(other.workspace.windowOf('U1')?.blocks), /Under the headings of a review/)
  assert.deepEqual([...faults, ...other.faults], [])
})

test('where files:write is not granted, an answer opens as text to copy, whole', async () => {
  const { workspace, faults, calls, choose } = saved({ canUpload: false })
  await choose('BibTeX (.bib)')
  const shown = preformatted(workspace.windowOf('U1')?.blocks)
  assert.equal(`${shown}\n`, await takeAlong(desk.answer('twins Leeds'), 'bib'))
  await choose('Excel (.csv)')
  assert.equal(
    preformatted(workspace.windowOf('U1')?.blocks),
    String(await takeAlong(desk.answer('twins Leeds'), 'csv')).replace(/\r|^\ufeff|\s+$/g, ''),
  )
  await assert.rejects(choose('Word (.docx)'), /There is no “Word/)
  assert.deepEqual([calls.filter((call) => call.startsWith('files')), faults], [[], []])
})

test('a workspace that refuses files is asked once: the words come as text, and text is offered from then on', async () => {
  const refuse: Inspect = (method) => (method.startsWith('files.') ? 'missing_scope' : undefined)
  const { workspace, faults, calls, choose } = saved({ refuse })
  await choose('Word (.docx)')
  assert.match(preformatted(workspace.windowOf('U1')?.blocks), /Dortmund/)
  assert.deepEqual(workspace.seenBy('U1', 'DU1'), [])
  await assert.rejects(choose('Word (.docx)'), /There is no “Word/)
  assert.deepEqual([calls.filter((call) => call.startsWith('files')).length, faults], [1, []])
})

test('a direct message, and a question of the greatest length, offer what still works', async () => {
  const { workspace, faults } = saved()
  const { id } = workspace.directMessage('U1')
  await workspace.say('U1', id, 'twins Leeds')
  const answer = workspace.seenBy('U1', id).at(-1)
  assert.ok(answer)
  await workspace.press('U1', answer, 'RIS, for Zotero (.ris)')
  assert.match(JSON.stringify(workspace.seenBy('U1', id)), /hansa-twins-leeds\.ris/)
  await workspace.say('U1', id, `twins Leeds${' '.repeat(300)}x`)
  assert.doesNotMatch(JSON.stringify(workspace.seenBy('U1', id).at(-1)?.blocks), /save:0/)
  assert.deepEqual(faults, [])
})

function preformatted(blocks: readonly object[] = []): string {
  const text = blocks.flatMap((block) => ('elements' in block ? (block.elements as Part[]) : []))
  return text
    .filter(({ type }) => type === 'rich_text_preformatted')
    .map(({ elements }) => elements.map(({ text }) => text).join(''))
    .join('\n')
}

type Part = { type: string; elements: { text: string }[] }
