import { may, outsideInWords } from '../../../answer/rights.ts'
import { SCHEDULE_FORM, scheduleWords, settingsWords } from '../../core/settings-form.ts'
import { writtenIn } from '../cards/elements.ts'
import { scheduleCard, settingsCard } from '../cards/forms.ts'
import type { Deps } from './deps.ts'
import { type Acts, draws, says, showing } from './pressed.ts'

const LATER = 'What is set here cannot be read at the moment: please press again later.'
const NOWHERE = 'There is nowhere to keep it here.'

/** What the people of a conversation set for it and for its digest, all at once; the same as in words, with the same rights. */
export function settingsActs(deps: Deps): Acts<'settings' | 'set' | 'schedule' | 'scheduled'> {
  const { digest } = deps
  const show = showing(deps)
  return {
    schedule: async ({ ask }, asker) => {
      if (!may(asker, 'read the digest')) return says('digest', outsideInWords(asker))
      const weekly = await digest?.desk.weeklyOf(asker)
      return weekly ? draws('digest', scheduleCard(weekly, ask)) : says('digest', LATER)
    },
    scheduled: async ({ day, time }, asker) => {
      if (!digest) return says('digest', NOWHERE)
      if (!SCHEDULE_FORM.day.choices.some((one) => one === day) || !/^\d\d:\d\d$/.test(String(time)))
        return says('digest', 'Choose a day and a time first, then press Save.')
      const words = scheduleWords({ day: String(day), time: String(time) })
      const answer = await digest.desk.answer(words, asker, digest.voice(asker))
      return { ...show(answer, 'digest', asker), done: { command: 'digest', outcome: 'shown' } }
    },
    settings: async ({ ask }, asker) => {
      if (!may(asker, 'read the digest')) return says('settings', outsideInWords(asker))
      const settings = await digest?.desk.settingsOf(asker)
      return settings ? draws('settings', settingsCard(settings, ask)) : says('settings', LATER)
    },
    set: async (pressed, asker) => {
      if (!digest) return says('settings', NOWHERE)
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
