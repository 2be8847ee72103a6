import { actionsOf } from './card-rules.ts'
import {
  CHANNEL,
  cardIn,
  deliver,
  delivery,
  GROUP,
  type PretendTeams,
  pressOf,
  searched,
  typed,
} from './pretend-teams.ts'

/** Hansa as Teams reaches it; `settled` once all that was delivered is answered. */
export type Here = { teams: PretendTeams; url: string; settled(): Promise<void> }
type Type = (word: string, here: Here) => Promise<unknown>

/** Each way there is to type something in Teams, but a report, which is given to be kept. */
export const TEAMS_WAYS: readonly Type[] = [
  said((word) => word),
  said((word) => `will ${word} be made redundant in Norwich?`),
  said((word) => `twins ${word}`),
  said((word) => `<at>Hansa</at> ask ${word} buses`, GROUP),
  said((word) => `<at>Hansa</at> what does ${word} do in Norwich`, CHANNEL),
  said((word) => `<at>${word}</at> twins Leeds`, CHANNEL),
  said((word) => `<at>Hansa</at> twins Leeds ${word}`, GROUP),
  said((word) => `<at>Hansa</at> twins ${word} of Norwich is to be made redundant`, CHANNEL),
  said((word) => `<at>Hansa</at> cite ${word}`, CHANNEL),
  said((word) => `<at>Hansa</at> digest ${word}`, CHANNEL),
  said((word) => `<at>Hansa</at> gaps ${word}`, CHANNEL),
  said((word) => `<at>Hansa</at> settings home Leeds ${word}`, CHANNEL),
  said((word) => `<b>${word}</b>@example.org 0113 496 0000`, GROUP),
  pressed((word) => ({ verb: 'ask', data: { ask: `twins ${word}` } })),
  pressed((word) => ({ verb: 'ask', data: { ask: '', from: word }, link: `twins ${word}` }), CHANNEL),
  pressed((word) => ({ verb: 'cite', data: { ask: '', from: word }, cite: word })),
  pressed((word) => ({ verb: 'page', data: { ask: `ask ${word}`, stamp: word, view: { link: word } } })),
  pressed((word) => ({ verb: 'link', data: { ask: 'twins Leeds' }, link: word }), GROUP),
  pressed((word) => ({ verb: 'copy', data: { ask: `cities learn from cities ${word}` } })),
  pressed((word) => ({ verb: 'map', data: { ask: `twins Leeds ${word}` } })),
  pressed((word) => ({ verb: word, data: { [word]: word } })),
  pressed((word) => ({ verb: 'judge', data: { ask: `cities learn from cities ${word}`, helpful: true } })),
  pressed((word) => ({ verb: 'share', data: { ask: `cities learn from cities ${word}` } }), CHANNEL),
  pressed((word) => ({ verb: 'share', data: { ask: `twins ${word}` } }), CHANNEL),
  pressed((word) => ({ verb: 'report', data: { ask: `cities learn from cities ${word}` } }), CHANNEL),
  // The form of a report, not sent: no statement is chosen, or nothing is written.
  pressed((word) => ({ verb: 'reported', data: { ask: word }, says: word }), CHANNEL),
  pressed((word) => ({ verb: 'reported', data: { ask: word }, record: word, says: ' ' }), CHANNEL),
  // The other forms, with what cannot be kept.
  pressed((word) => ({ verb: 'copy', data: { ask: `twins Leeds ${word}` }, as: word })),
  pressed((word) => ({ verb: 'propose', data: { ask: word, place: word } }), CHANNEL),
  pressed(
    (word) => ({ verb: 'proposed', data: { ask: word }, place: word, partner: word, named: word }),
    GROUP,
  ),
  pressed((word) => ({ verb: 'settings', data: { ask: word } }), CHANNEL),
  pressed(
    (word) => ({ verb: 'set', data: { ask: word }, home: word, holidays: word, editors: word }),
    CHANNEL,
  ),
  pressed((word) => ({ verb: 'schedule', data: { ask: word } }), CHANNEL),
  pressed((word) => ({ verb: 'scheduled', data: { ask: word }, day: word, time: word }), CHANNEL),
  pressed((word) => ({ verb: 'rejected', data: { ask: word, number: 1 }, says: word }), CHANNEL),
  pressed((word) => ({ verb: 'looked', data: { ask: word, record: word }, named: word }), CHANNEL),
  // A button as older clients press it.
  delivered((word, { teams }) => delivery(teams, { value: { ask: `twins ${word}`, says: word } })),
  delivered((word, { teams }) => searched(teams, word)),
  delivered((word, { teams }) => searched(teams, `cities learn from cities ${word}`)),
  delivered((word, { teams }) => delivery(teams, { type: 'invoke', name: word, value: word })),
  delivered((word, { teams }) => delivery(teams, { type: 'message', text: `twins ${word}`, locale: word })),
  delivered((word, { teams }) => ({ ...typed(teams, word), from: { id: '29:robin', name: word } })),
  delivered((word) => `{"text": ${word}`),
  delivered((word) => ({ text: word })),
  /** Buttons that came with an answer to the words. */
  async (word, { teams, url, settled }) => {
    await deliver(url, typed(teams, `cities learn from cities ${word}`, CHANNEL), teams.token())
    await settled()
    for (const action of actionsOf(cardIn(teams.posted.at(-1))).filter(({ verb }) => verb))
      await deliver(url, pressOf(teams, action, CHANNEL), teams.token())
  },
  async (word, here) => {
    here.teams.answering = ({ path }) => (path.includes('/activities') ? 500 : undefined)
    await said((word) => `<at>Hansa</at> twins Leeds ${word} while Teams is out of order`, GROUP)(word, here)
    here.teams.answering = undefined
  },
  async (word, { teams, url }) => deliver(url, typed(teams, word), `${word}.${word}.${word}`),
]

function said(text: (word: string) => string, conversation?: object): Type {
  return delivered((word, { teams }) => typed(teams, text(word), conversation as never))
}

function pressed(action: (word: string) => object, conversation?: object): Type {
  return delivered((word, { teams }) => pressOf(teams, action(word) as never, conversation as never))
}

function delivered(body: (word: string, here: Here) => unknown): Type {
  return async (word, here) => {
    await deliver(here.url, body(word, here), here.teams.token())
    await here.settled()
  }
}
