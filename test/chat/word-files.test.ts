import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { sealingWith } from '../../src/chat/core/installations.ts'
import { ownAddresses } from '../../src/chat/core/own-addresses.ts'
import { slackApp } from '../../src/chat/slack/transport/slack-app.ts'
import { takeAddress } from '../../src/chat/web/answers/answer-routes.ts'
import { createWorkspace } from '../../src/chat/web/workspace/workspace.ts'
import { sheetOf } from '../../src/formats/sheet.ts'
import { takingAlong, takingOf } from '../../src/serve/take-along.ts'
import { hansa } from '../cli/hansa.ts'
import { readWord } from '../formats/read-word.ts'
import { realFolder } from '../real-folder.ts'
import { TODAY } from '../small-knowledge.ts'
import { until } from '../until.ts'
import { keepLog } from './slack/pretend/pretend.ts'
import { button } from './teams/card-rules.ts'
import { cardIn, deliver, pressOf, pretendTeams, servedIn, typed } from './teams/pretend-teams.ts'
import { realDesk, served, visitor } from './web/served.ts'

const { desk, knowledge } = realFolder()
const takeAlong = takingAlong(
  () => knowledge,
  () => TODAY,
)
const PLACE = 'Sheffield'
const QUESTIONS = { answer: `twins ${PLACE}`, review: `twins ${PLACE} review` } as const
type Wanted = keyof typeof QUESTIONS

/** The file as it comes to whoever asked for it there. */
const FROM: Readonly<Record<string, (t: TestContext, wanted: Wanted) => Promise<Uint8Array>>> = {
  async terminal(t, wanted) {
    const folder = mkdtempSync(join(tmpdir(), 'hansa-word-'))
    t.after(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'sheet.docx')
    const asked = wanted === 'review' ? ['review', PLACE] : ['ask', `/${QUESTIONS.answer}`]
    assert.equal((await hansa([...asked, '--out', file])).status, 0)
    return readFileSync(file)
  },

  async page(t, wanted) {
    const taken = await visitor(await served(t, realDesk())).get(takeAddress(QUESTIONS[wanted], 'docx'))
    return new Uint8Array(await taken.arrayBuffer())
  },

  async Slack(_t, wanted) {
    const workspace = createWorkspace()
    const { receiver, authorize, clientOptions, state } = workspace
    slackApp({ desk, log: keepLog().log, receiver, authorize, clientOptions, takeAlong, canUpload: true })
    const { id } = workspace.addChannel('policy', { people: ['U1'] })
    await workspace.command('U1', id, `/${QUESTIONS.answer}`)
    const message = workspace.seenBy('U1', id).at(-1)
    assert.ok(message)
    await workspace.press('U1', message, wanted === 'review' ? 'Review sheet' : 'Word (.docx)')
    const file = [...state.files.values()].findLast(({ name }) => name.endsWith('.docx'))
    assert.ok(file)
    return file.bytes
  },

  async Teams(t, wanted) {
    const teams = await pretendTeams(t)
    const own = ownAddresses({
      url: 'https://hansa.example.org',
      sealing: sealingWith('a secret of the operator, long enough'),
      desk,
      pictureOf: async () => undefined,
      takeAlong,
      log: { error: (...all) => assert.fail(String(all)) },
    })
    const { url } = await servedIn(t, teams, { own, takeAlong })
    const press = async (card: unknown, title: string) =>
      (await deliver(url, pressOf(teams, button(card, title)), teams.token())).body.value
    await deliver(url, typed(teams, QUESTIONS.answer), teams.token())
    await until(() => teams.posted.length > 0)
    const answer = cardIn(teams.posted[0])
    const shown = wanted === 'review' ? await press(answer, 'Review sheet') : answer
    const copied = await press(shown, 'Copy or save')
    const { pathname, search } = new URL(String(button(copied, 'Word').url))
    return new Uint8Array(await (await fetch(url + pathname + search)).arrayBuffer())
  },
}

for (const [surface, fileFrom] of Object.entries(FROM))
  for (const wanted of ['answer', 'review'] as const)
    test(`the Word file of the ${wanted} from ${surface} is read back whole by another program`, async (t) => {
      const read = await readWord(await fileFrom(t, wanted))
      const answer = desk.answer(QUESTIONS[wanted])
      // The terminal’s sheet has the words of the sources as well.
      const full = surface === 'terminal' && wanted === 'review'
      const sheet = sheetOf(answer, takingOf(answer, { knowledge, day: TODAY, full }))
      const [heads, ...body] = read.rows
      assert.deepEqual(heads, [...(sheet.table?.heads ?? [])])
      assert.equal(heads?.includes('Decisions'), wanted === 'review')
      assert.ok(sheet.table && sheet.table.rows.length > 5)
      assert.deepEqual(
        body,
        sheet.table.rows.map(({ cells, sources, isSecondHand }) => [
          ...cells,
          `${sources.join(', ')}${isSecondHand ? ' (second-hand)' : ''}`,
        ]),
      )
      assert.equal(read.document.querySelector('h1')?.textContent, sheet.heading)
      const said = read.document.body.textContent ?? ''
      for (const { under, title, lead, says, quote } of sheet.statements)
        for (const words of [under, title, lead, says, quote]) assert.ok(said.includes(words ?? ''), words)
      assert.deepEqual(
        read.references.map((one, at) => one?.startsWith(sheet.references[at]?.text ?? '-')),
        sheet.references.map(() => true),
      )
      assert.equal(/Under the headings of a review/.test(said), wanted === 'review')
      if (wanted === 'review') assert.match(said, /not known/)
    })
