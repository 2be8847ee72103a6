import { may, OUTSIDE } from '../../../answer/rights.ts'
import { settingsWords } from '../../core/settings-form.ts'
import { writtenIn } from '../cards/elements.ts'
import { settingsCard } from '../cards/forms.ts'
import type { Deps } from './deps.ts'
import { type Acts, draws, says, showing } from './pressed.ts'

const LATER = 'The settings cannot be read at the moment: please press again later.'

/** What the people of a conversation set for it, all at once; the same as in words. */
export function settingsActs(deps: Deps): Acts<'settings' | 'set'> {
  const { digest } = deps
  const show = showing(deps)
  return {
    settings: async ({ ask }, asker) => {
      if (!may(asker, 'read the digest')) return says('settings', OUTSIDE)
      const settings = await digest?.desk.settingsOf(asker)
      return settings ? draws('settings', settingsCard(settings, ask)) : says('settings', LATER)
    },
    set: async (pressed, asker) => {
      if (!digest) return says('settings', 'There is nowhere to keep it here.')
      const words = settingsWords({
        home: writtenIn(pressed.home).slice(0, 80),
        map: writtenIn(pressed.map) === 'off' ? 'off' : 'on',
        holidays: writtenIn(pressed.holidays).replaceAll(';', ' ').slice(0, 40) || 'none',
        editors: writtenIn(pressed.editors)
          .split(/[\s,;]+/)
          .filter((id) => id !== '' && id !== 'none')
          .slice(0, 50),
      })
      const answer = await digest.desk.answer(words, asker, digest.voice(asker))
      return { ...show(answer, 'settings', asker), done: { command: 'settings', outcome: 'shown' } }
    },
  }
}
