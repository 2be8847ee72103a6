import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { SECRET } from '../chat/slack/pretend/signed.ts'
import { until } from '../until.ts'
import { read } from './folders.ts'
import { aHouse } from './house.ts'
import { CURATORS, type Json, person, pretendSlack } from './slack-person.ts'

/** A house that Slack reaches over HTTP; `before` changes its folder before it serves. */
async function served(t: TestContext, before: (folder: string) => void = () => {}) {
  const slack = await pretendSlack(t)
  // On a Monday nobody is asked before nine.
  const isEarlyMonday = new Date().getUTCDay() === 1 && new Date().getUTCHours() < 10
  const house = aHouse(t, {
    SLACK_BOT_TOKEN: 'xoxb-pretend',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: slack.url,
    HANSA_CURATORS: CURATORS,
    HANSA_TIMEZONE: isEarlyMonday ? 'Pacific/Pago_Pago' : 'UTC',
  })
  before(house.folder)
  const at = await house.start()
  /** What was sent to a channel, or to somebody, that has these words. */
  const sentTo = async (channel: string, words: string): Promise<Json> => {
    const found = () =>
      slack.calls.findLast(
        ({ method, sent }) =>
          method === 'chat.postMessage' && sent.channel === channel && JSON.stringify(sent).includes(words),
      )
    await until(found)
    return found()?.sent ?? {}
  }
  return { ...house, at, slack, sentTo, who: (user: string) => person(at, slack, user) }
}

test('a curator rejects, and changes what a message said: the proposer is told, and what was made of it is written', async (t) => {
  const { folder, git, run, who, sentTo, slack } = await served(t)
  const [me, curator] = [who('U1'), who('U2')]
  await me.keep('Norwich and Rouen met, says <https://example.org/rouen|the council>.', 'C1')
  const kept = await me.fill({
    'Which UK place?': 'Norwich',
    'Which partner?': 'Rouen',
    'What does the source show?': 'Something happens',
  })
  assert.match(JSON.stringify(kept), /It waits as proposal 1 /)
  assert.equal(me.steps.length, 5, me.steps.join())

  await curator.press(await sentTo(CURATORS, 'Proposal 1'), 'Reject', CURATORS)
  await curator.fill({ 'Why? Who proposed it is told.': 'The page is about football.' })
  assert.equal(curator.steps.length, 3, curator.steps.join())
  const told = () => JSON.stringify(slack.calls).includes('was not taken up: The page is about football.')
  await until(told)
  assert.match((await run('proposals')).stdout, /^Nothing is proposed\./)

  await me.keep('Norwich and Rouen are twins, says <https://example.org/twins|the council>.', 'C1')
  await me.fill({
    'Which UK place?': 'Norwich',
    'Which partner?': 'Rouen',
    'What does the source show?': 'Something happens',
  })
  const second = who('U2')
  await second.press(await sentTo(CURATORS, 'Proposal 2'), 'Change', CURATORS)
  await second.fill({ 'Since when?': '1951' })
  assert.equal(second.steps.length, 3, second.steps.join())
  await until(async () => JSON.stringify(await me.types('Norwich')).includes('1951'))
  assert.match(JSON.stringify(await me.types('Norwich')), /approved by a curator and not yet written/)
  await until(() => JSON.stringify(slack.calls).includes('what a curator changed (since: 1951)'))
  assert.equal((await run('proposals', 'write', '--no-fetch')).status, 0)
  assert.equal(git('log', '-1', '--format=%s'), 'Add a link of Norwich\n')
  assert.match(
    read(folder, 'twinnings/norwich.yml'),
    /since: 1951[\s\S]*quote: Norwich and Rouen are twins, says/,
  )
  assert.equal((await run('check')).status, 0)
})

const CHECKED = 'checked: {on: 2026-11-24, by: Hansa maintainers}'

test('of what is due a curator says that it is still so, changed or gone: each is served, and written as a commit', async (t) => {
  const { folder, git, run, who, sentTo } = await served(t, (folder) => {
    for (const [name, day] of [
      ['barnsley', '2024-01-01'],
      ['york', '2024-02-01'],
    ] as const) {
      const path = join(folder, `twinnings/${name}.yml`)
      const text = read(folder, `twinnings/${name}.yml`)
      writeFileSync(path, text.replace(CHECKED, `checked: {on: ${day}, by: Hansa maintainers}`))
    }
  })
  git('commit', '--quiet', '-am', 'Look long ago')
  const curator = who('U2')
  const gmuend = await sentTo(CURATORS, 'Barnsley – Schwäbisch Gmünd')
  const said = await curator.press(gmuend, 'Still so', CURATORS)
  assert.match(JSON.stringify(said.sent), /It is served as checked today by a colleague/)
  assert.equal(curator.steps.length, 1)
  await curator.press(said.sent, 'Put my name there', CURATORS)
  await curator.fill({ 'Your name, as others see it in the folder': 'Ana Example' })
  assert.equal(curator.steps.length, 4, curator.steps.join())
  await until(async () => JSON.stringify(await curator.types('Barnsley')).includes('Ana Example'))

  const another = who('U2')
  await another.press(await sentTo(CURATORS, 'York – Dijon'), 'Gone', CURATORS)
  await another.press(await sentTo(CURATORS, 'does not say so any more'), 'Approve', CURATORS)
  await until(async () => JSON.stringify(await another.types('York')).includes('a source no longer says so'))

  const third = who('U2')
  await third.press(await sentTo(CURATORS, 'York – Münster'), 'Changed', CURATORS)
  const sent = await third.fill({ 'Since when?': '1958' })
  assert.match(JSON.stringify(sent), /It waits as proposal \d+ /)
  assert.equal(third.steps.length, 3, third.steps.join())

  assert.equal((await run('proposals', 'write', '--no-fetch')).status, 0)
  assert.equal(git('log', '-1', '--format=%s'), 'Note a new look at the source of 2 records\n')
  assert.match(read(folder, 'twinnings/barnsley.yml'), /checked: \{on: \d{4}-\d\d-\d\d, by: Ana Example\}/)
  assert.match(read(folder, 'twinnings/york.yml'), /gone: yes/)
  assert.equal(git('status', '--short'), '')
  assert.equal((await run('check')).status, 0)
})
