import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  askerOfCommand,
  askerOfEvent,
  askerOfPress,
  askerOfView,
} from '../../../../src/chat/slack/listeners/asker.ts'

const HOME = { teamId: 'T1', enterpriseId: 'E1' }
const ALONE = { teamId: 'T1', enterpriseId: '' }

const command = (over: object) =>
  askerOfCommand(
    { user_id: 'U1', channel_id: 'C1', channel_name: 'policy', team_id: 'T1', ...over } as never,
    HOME,
  )
const event = (shared: boolean | undefined, over: object, home = HOME) =>
  askerOfEvent(
    { ...(shared !== undefined && { is_ext_shared_channel: shared }) },
    { user: 'U1', channel: 'C1', ...over },
    home,
  )
const press = (team_id: unknown, over: object = {}) =>
  askerOfPress({ user: { id: 'U1', team_id }, channel: { id: 'C1', name: 'policy' }, ...over } as never, HOME)

test('who is from another organisation, by every way in', () => {
  const cases: readonly [string, { outside: boolean }, boolean][] = [
    ['a command typed in our workspace', command({}), false],
    ['a command typed in another workspace', command({ team_id: 'T2' }), true],
    [
      'a command typed in another workspace of our organisation',
      command({ team_id: 'T2', enterprise_id: 'E1' }),
      false,
    ],
    ['a command typed in another organisation', command({ team_id: 'T2', enterprise_id: 'E2' }), true],
    ['a mention in a channel of ours', event(false, { team: 'T1' }), false],
    [
      'a mention by a person of another workspace of ours, in a channel of ours',
      event(false, { team: 'T3' }),
      false,
    ],
    ['a mention by one of us in a shared channel', event(true, { team: 'T1', user_team: 'T1' }), false],
    ['a mention by one of our organisation in a shared channel', event(true, { user_team: 'E1' }), false],
    ['a mention by user_team of others', event(true, { team: 'T1', user_team: 'T2' }), true],
    ['a mention by source_team of others', event(true, { team: 'T1', source_team: 'T2' }), true],
    ['a mention by team of others', event(true, { team: 'T2' }), true],
    ['a mention by others where the channel’s kind is not said', event(undefined, { team: 'T2' }), true],
    ['a mention of which nothing is said', event(undefined, {}), false],
    ['a mention in a shared channel by somebody of no known team', event(true, {}), true],
    ['a mention in a shared channel, with a team that is no text', event(true, { team: { id: 'T1' } }), true],
    [
      'a person without a team is not of an organisation without an id',
      event(true, { team: '' }, ALONE),
      true,
    ],
    ['a press by one of us', press('T1'), false],
    ['a press by one of others', press('T2'), true],
    ['a press of which no team is said', press(undefined), false],
    ['a window sent by one of us', askerOfView({ user: { id: 'U1', name: '', team_id: 'T1' } }, HOME), false],
    [
      'a window sent by one of others',
      askerOfView({ user: { id: 'U1', name: '', team_id: 'T2' } }, HOME),
      true,
    ],
  ]
  for (const [what, { outside }, is] of cases) assert.equal(outside, is, what)
})

test('the workspace is the one we are installed in, whatever a delivery says', () => {
  assert.equal(command({ team_id: 'T2' }).workspace, 'T1')
  assert.equal(event(true, { team: 'T2' }).workspace, 'T1')
  assert.equal(press('T2').workspace, 'T1')
})

test('what is asked where no channel reads along is private', () => {
  const privately = [
    command({ channel_id: 'D1', channel_name: 'directmessage' }),
    command({ channel_id: 'G1', channel_name: 'mpdm-a--b--c-1' }),
    event(false, { channel: 'D1' }),
    event(false, { channel: undefined }),
    // A mention does not tell whether it stands in a channel or in a message to several people.
    event(true, {}),
    press('T1', { channel: undefined }),
    askerOfView({ user: { id: 'U1', name: '', team_id: 'T1' } }, HOME),
  ]
  assert.deepEqual(
    privately.map((asker) => asker.private),
    privately.map(() => true),
  )
  const openly = [command({}), command({ channel_id: 'G1', channel_name: 'privategroup' }), press('T1')]
  assert.deepEqual(
    openly.map((asker) => asker.private),
    openly.map(() => false),
  )
})
