import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsOf } from '../../../../src/chat/slack/listeners/settings-window.ts'
import { digestPretend } from '../pretend/digest-pretend.ts'

test('settings in the window and in words give the same, and only those who may change them', async (t) => {
  const here = await digestPretend(t)
  const { workspace, policy, store, faults } = here
  const second = workspace.addChannel('second', { people: ['U1', 'U2'] }).id
  const settings = (channel: string) => store.settingsOf({ workspace: workspace.state.bot.teamId, channel })
  await workspace.command('U1', policy, '/digest on')
  await workspace.command('U1', second, '/digest on')
  await workspace.command('U1', policy, '/hansa settings')
  const window = workspace.windowOf('U1')
  assert.equal(window?.title, 'Settings')
  const values = {
    home: { home: 'Leeds' },
    map: { map: 'off' },
    holidays: { holidays: 'scotland' },
  }
  await workspace.submit(window, values)
  for (const words of ['home Leeds', 'map off', 'holidays Scotland'])
    await workspace.command('U1', second, `/hansa settings ${words}`)
  assert.deepEqual(await settings(policy), await settings(second))
  assert.deepEqual(await settings(policy), {
    home: 'Leeds',
    map: false,
    editors: [],
    holidays: 'scotland',
  })
  // All at once is said once.
  assert.equal(here.announced(policy).filter((line) => line.includes('settings')).length, 1)
  // Who may not change them sees the window, and changes nothing.
  await workspace.command('U3', policy, '/hansa settings')
  const others = workspace.windowOf('U3')
  assert.ok(others)
  await workspace.submit(others, { ...values, map: { map: 'on' } })
  assert.equal((await settings(policy)).map, false)
  // Whom the channel names, too: chosen in the window, or written.
  const chosen = {
    home: { home: { value: 'Leeds' } },
    map: { map: { selected_option: { value: 'off' } } },
    holidays: { holidays: { selected_option: { value: 'scotland' } } },
    editors: { editors: { selected_users: ['U2'] } },
  }
  await here.submit('U1', chosen, 'settings', policy)
  await workspace.command('U1', second, '/hansa settings editors <@U2>')
  assert.deepEqual((await settings(policy)).editors, ['U2'])
  assert.deepEqual(await settings(policy), await settings(second))
  // From App Home, for the channels whose digest one set.
  const home = await workspace.openHome('U1')
  assert.match(JSON.stringify(home?.blocks), /"action_id":"settings:0"/)
  assert.deepEqual(faults, [])
})

test('the window says in words what was chosen in it', () => {
  const values = {
    home: { home: { type: 'plain_text_input', value: 'West Yorkshire; x' } },
    editors: { editors: { type: 'multi_users_select', selected_users: ['U2', 'U3'] } },
  }
  assert.equal(wordsOf(values), 'settings home West Yorkshire  x; map on; holidays none; editors U2 U3')
})
