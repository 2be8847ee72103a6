import type { Answer, Finding } from '../../../answer/answer.ts'
import type { ChannelSettings } from '../../../digest/channel-settings.ts'
import type { Weekly } from '../../../digest/schedule/subscription.ts'
import { filledIn, SCHEDULE_FORM, SETTINGS_FORM, scheduleFilledIn } from '../../core/settings-form.ts'
import { FORMS, type Form, isText } from '../../core/taking.ts'
import { cut } from '../../core/text.ts'
import { leave, menu, press, row } from './actions.ts'
import {
  type Choice,
  choiceField,
  type Element,
  heading,
  LIMITS,
  line,
  textField,
  words,
} from './elements.ts'
import { type Message, message } from './to-cards.ts'
import type { Pressed } from './verbs.ts'

/** So much of statements one menu holds, with room for the rest of the message. */
const MENU = 12_000

/** Asks which statement is wrong, and how. Of more statements than one menu holds, `page` says which are shown. */
export function reportCard(
  findings: readonly Finding[],
  question: string,
  { page = 0, view }: Pick<Pressed, 'page' | 'view'> = {},
): Message {
  const all = [...new Map(findings.map((finding) => [finding.id, finding])).values()]
  // Names of ours only: what somebody asked may be private, and a report is kept.
  const [place, ...others] = new Set(all.map(({ place }) => place))
  const missing =
    place !== undefined && others.length === 0 ? `something missing: ${place}` : 'something missing'
  const menus = inMenus(
    all.map(({ id, title, cite }) => ({ title: `${cut(title, 55)} – ${cite.label}`, value: id })),
  )
  const at = menus[page] ? page : 0
  const ask = cut(question, LIMITS.question)
  const next = (at + 1) % menus.length
  return message('Report a mistake', [
    ...heading('Report a mistake'),
    choiceField('record', 'Which statement?', [
      ...(menus[at] ?? []),
      { title: 'Something is missing', value: missing },
    ]),
    textField('says', 'What is wrong or missing, and how do you know?', { most: 2000, lines: true }),
    ...row([
      press('Send', 'reported', { ask }),
      ...(menus.length > 1
        ? [
            {
              ...press(`Other statements (list ${next + 1} of ${menus.length})`, 'report', {
                ask,
                page: next,
                ...(view && { view }),
              }),
              associatedInputs: 'none',
            },
          ]
        : []),
      leave('Back', ask),
    ]),
  ])
}

function inMenus(choices: readonly Choice[]): readonly (readonly Choice[])[] {
  const menus: Choice[][] = [[]]
  let weight = 0
  for (const choice of choices) {
    const own = JSON.stringify(choice).length
    if (weight + own > MENU) {
      menus.push([])
      weight = 0
    }
    menus.at(-1)?.push(choice)
    weight += own
  }
  return menus
}

/** The answer as one text, in a field where all of it can be chosen at once: a card can put nothing on the clipboard. `files` are fetched. */
export function copyCard(
  { heading: title }: Answer,
  {
    ask: question,
    text,
    form,
    stamp,
    files,
  }: {
    ask: string
    text: string
    form: Form
    stamp: string
    files: readonly { label: string; url: string }[]
  },
): Message {
  const ask = cut(question, LIMITS.question)
  const fits = JSON.stringify(text).length <= LIMITS.page
  const label = FORMS.find(({ ending }) => ending === form)?.label ?? form
  const texts = FORMS.filter(({ ending }) => isText(ending))
  return message(title, [
    ...heading(title),
    ...(fits
      ? [
          textField(
            'text',
            `${label}: click into the text, choose all of it (Ctrl+A), and copy it (Ctrl+C).`,
            {
              value: text,
              most: LIMITS.message,
              lines: true,
            },
          ),
        ]
      : line(
          words(
            `As ${label} this answer is too long for one message. Ask for a part of it, such as one place; or whoever looks after Hansa writes all of it to a file: npx hansa ask "${question}" --out answer.docx`,
          ),
        )),
    ...menu(
      'as',
      'As something else',
      texts.map(({ ending, label, about }) => ({ title: `${label} (${about})`, value: ending })),
      [press('Show', 'copy', { ask, stamp }), leave('Back', ask)],
    ),
    ...(files.length > 0
      ? row(files.map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })))
      : line(words(NO_ADDRESS, { isSubtle: true }))),
  ])
}

const NO_ADDRESS =
  'Word files and maps are left out here: Teams fetches them, and Hansa has no address of its own. Whoever looks after it has “npx hansa ask … --out answer.docx” and “npx hansa map”, or sets HANSA_URL.'

/** A list to choose from is never empty. */
const NOBODY: Choice = { title: 'Nobody else', value: 'none' }

/** What a conversation has set, to be changed. Clients of Teams search people of the conversation for the last field. */
export function settingsCard(settings: ChannelSettings, ask: string): Message {
  const { home, map, holidays, editors } = filledIn(settings)
  const choices = (id: 'map' | 'holidays') =>
    SETTINGS_FORM[id].choices.map(({ write, says }) => ({ title: says, value: write }))
  const people: Element = {
    ...choiceField('editors', SETTINGS_FORM.editors.label, [NOBODY], editors.join(',') || 'none'),
    isMultiSelect: true,
    'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users?scope=currentContext' },
  }
  return message('Settings', [
    ...heading('Settings'),
    textField('home', SETTINGS_FORM.home.label, { value: home, most: 80 }),
    choiceField('map', SETTINGS_FORM.map.label, choices('map'), map),
    choiceField('holidays', SETTINGS_FORM.holidays.label, choices('holidays'), holidays),
    people,
    ...row([press('Save', 'set', { ask: cut(ask, LIMITS.question) }), leave('Back', ask)]),
  ])
}

/** On which day and at what time the digest of a conversation comes. */
export function scheduleCard(weekly: Weekly, ask: string): Message {
  const { day, time } = scheduleFilledIn(weekly)
  const days = SCHEDULE_FORM.day.choices.map((one) => ({ title: one, value: one }))
  return message('Weekly digest', [
    ...heading('Weekly digest'),
    choiceField('day', SCHEDULE_FORM.day.label, days, day),
    { type: 'Input.Time', id: 'time', label: SCHEDULE_FORM.time.label(weekly), value: time },
    ...row([press('Save', 'scheduled', { ask: cut(ask, LIMITS.question) }), leave('Back', ask)]),
  ])
}
