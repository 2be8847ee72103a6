import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Answer, Desk } from '../../../../src/answer/answer.ts'
import { createDesk } from '../../../../src/answers/desk.ts'
import type { Post } from '../../../../src/chat/web/workspace/workspace-state.ts'
import { buildLibrary } from '../../../../src/library/library.ts'
import { ANSWER } from '../../../an-answer.ts'
import { DORTMUND, LEEDS, LILLE, smallKnowledge, TODAY } from '../../../small-knowledge.ts'
import { anyAnswer } from '../pretend/any-answer.ts'
import { pretend } from '../pretend/pretend.ts'

type Link = { id: string; place: string; twin: string; kind?: string; since?: string }

const LINKS: readonly Link[] = [
  { id: 'leeds-dortmund', place: LEEDS.id, twin: DORTMUND.id, kind: 'partner', since: '1969' },
  { id: 'leeds-lille', place: LEEDS.id, twin: LILLE.id, since: '1968' },
]

/** Hansa on a folder that can be edited while it runs. */
function onFolder(links: readonly Link[]) {
  const deskOf = (held: readonly Link[]) =>
    createDesk(buildLibrary(smallKnowledge({ places: [LEEDS, DORTMUND, LILLE], links: held })), () => TODAY)
  return editable(deskOf(links), deskOf)
}

function editable<T>(first: Desk, deskOf: (given: T) => Desk) {
  let now = first
  const desk: Desk = {
    answer: (question) => now.answer(question),
    commands: () => now.commands(),
    suggest: (typed, k) => now.suggest(typed, k),
  }
  const here = pretend({ desk })
  const { workspace, policy } = here
  return {
    ...here,
    edit(given: T) {
      now = deskOf(given)
    },
    ask: async (line: string) => {
      await workspace.command('U1', policy, line)
      return last()
    },
    last,
    posted: () => workspace.seenBy('U2', policy),
  }
  function last(): Post {
    return workspace.seenBy('U1', policy).at(-1) as Post
  }
}

test('what was edited after it was shown is not posted: the new answer is shown privately, and can be shared', async () => {
  const here = onFolder(LINKS)
  const shown = await here.ask('/twins Leeds')
  here.edit(LINKS.map((link) => ({ ...link, kind: 'friendship' })))
  await here.workspace.press('U1', shown, 'Share')
  assert.deepEqual(here.posted(), [])
  assert.equal(here.last().onlyFor, 'U1')
  assert.match(
    here.last().text,
    /^The answer has changed since you asked: .* Nothing was shared\. .*\nLeeds: 2 links/,
  )
  assert.match(JSON.stringify(here.last().blocks), /friendship/)
  await here.workspace.press('U1', here.last(), 'Share')
  assert.match(JSON.stringify(here.posted()[0]?.blocks), /friendship/)
  assert.doesNotMatch(JSON.stringify(here.posted()), /partner|has changed/)
  assert.deepEqual(here.faults, [])
})

test('of a record that was withdrawn nothing is posted, and nobody else reads that it is gone', async () => {
  const here = onFolder(LINKS)
  const reference = await here.ask('/hansa cite leeds-dortmund')
  here.edit(LINKS.slice(1))
  await here.workspace.press('U1', reference, 'Share')
  assert.deepEqual(here.posted(), [])
  assert.match(here.last().text, /has changed since you asked.*\n?.*No finding and no source has the id/s)
  assert.doesNotMatch(JSON.stringify(here.last().blocks), /"share:/)
  assert.deepEqual(here.faults, [])
})

test('an answer that says how it was read is shared as it was seen, with that', async () => {
  const here = onFolder(LINKS)
  await here.workspace.press('U1', await here.ask('/twins Dortmnd'), 'Share')
  assert.match(
    JSON.stringify(here.posted()[0]?.blocks),
    /you wrote “Dortmnd”.*twins Dortmund, Germany · asked by/,
  )
})

test('a Share button of an earlier release shows the answer anew, to who pressed it alone', async () => {
  const here = onFolder(LINKS)
  const shown = await here.ask('/twins Leeds')
  const old = shown.blocks.map((block) =>
    block.type === 'actions'
      ? {
          ...block,
          elements: block.elements.map((one) =>
            one.action_id === 'share:0' ? { ...one, value: 'twins Leeds' } : one,
          ),
        }
      : block,
  )
  await here.workspace.press('U1', { ...shown, blocks: old as Post['blocks'] }, 'Share')
  assert.deepEqual(here.posted(), [])
  assert.match(here.last().text, /^This button is from an earlier release.*press Share under it/)
})

test('the rest of an answer that has changed is not put under the first page of the old one', async () => {
  const many = (name: string): Answer => ({
    ...ANSWER,
    more: undefined,
    groups: Array.from({ length: 60 }, (_, at) => ({
      ...ANSWER.groups[0],
      title: `${name} ${at}`,
      findings: [],
    })),
  })
  const here = editable(fixed(many('Old')), (answer: Answer) => fixed(answer))
  const shown = await here.ask('/twins Leeds')
  const [, label = ''] = /"(Show more \(page \d of \d\))"/.exec(JSON.stringify(shown.blocks)) ?? []
  here.edit(many('New'))
  await here.workspace.press('U1', shown, label)
  assert.match(here.last().text, /^The answer has changed since you asked/)
  assert.match(JSON.stringify(here.last().blocks), /"New 0/)
})

test('a question that does not fit a button whole is not shared as another one', async () => {
  const here = editable(fixed(ANSWER), (answer: Answer) => fixed(answer))
  for (const [words, has] of [
    ['x'.repeat(1970), true],
    ['x'.repeat(1990), false],
    ['a\u202eb', false],
  ] as const)
    assert.equal(JSON.stringify((await here.ask(`/twins ${words}`)).blocks).includes('"share:0"'), has)
  assert.deepEqual(here.faults, [])
})

/** Every word that is read of an answer: without buttons, who asked, and that it has changed. */
function read({ blocks }: Post): string {
  const shown = blocks.filter(
    (block) =>
      block.type !== 'actions' && !/· asked by |has changed since you asked/.test(JSON.stringify(block)),
  )
  return JSON.stringify(shown.map(({ block_id: _, ...block }) => block))
}

test('whatever is posted by Share is what the one who pressed it saw, page for page', async () => {
  let shared = 0
  const change = fc.option(anyAnswer, { nil: undefined, freq: 2 })
  await fc.assert(
    fc.asyncProperty(anyAnswer, change, change, async (first, second, third) => {
      const here = editable(fixed(first), (answer: Answer) => fixed(answer))
      await here.ask('/twins Leeds')
      if (second) here.edit(second)
      await seeAll(here)
      if (third) here.edit(third)
      const buttons = here.workspace.seenBy('U1', here.policy).filter((post) => pressable(post, 'Share'))
      for (const post of buttons) await here.workspace.press('U1', post, 'Share')
      const seen = new Set(
        here.workspace
          .seenBy('U1', here.policy)
          .filter(({ onlyFor }) => onlyFor)
          .map(read),
      )
      for (const post of here.posted()) {
        shared++
        assert.ok(seen.has(read(post)), `posted and not seen: ${read(post).slice(0, 300)}`)
      }
      assert.deepEqual(here.faults, [])
    }),
    { numRuns: 25, seed: 20261130, endOnFailure: true },
  )
  assert.ok(shared > 5, `only ${shared} messages were shared`)
})

/** Presses Show more until there is no more. */
async function seeAll({
  workspace,
  policy,
}: {
  workspace: ReturnType<typeof pretend>['workspace']
  policy: string
}) {
  for (let pages = 0; pages < 40; pages++) {
    const last = workspace.seenBy('U1', policy).at(-1) as Post
    const more = pressable(last, 'Show more')
    if (!more) return
    await workspace.press('U1', last, more)
  }
}

function pressable({ blocks }: Post, label: string): string | undefined {
  const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
  const all = buttons.flatMap((one) =>
    one.type === 'button' && /^(share|rest):/.test(one.action_id ?? '') ? [one.text.text] : [],
  )
  return all.find((text) => text.startsWith(label))
}

/** Answers everything in one way. */
function fixed(answer: Answer): Desk {
  return {
    answer: () => answer,
    commands: () => [{ name: 'twins', description: 'Partner cities', usage: 'Leeds' }],
    suggest: () => [],
  }
}

test('a Reference of a record that is gone says that it was withdrawn', async () => {
  const here = onFolder(LINKS)
  const shown = await here.ask('/twins Leeds Dortmund')
  here.edit(LINKS.slice(1))
  await here.workspace.press('U1', shown, 'Reference')
  assert.match(here.last().text, /^This record was withdrawn/)
  assert.deepEqual(here.faults, [])
})
