import type { Answer, Finding } from '../../../answer/answer.ts'
import { clean, cut } from '../../core/text.ts'
import { menu, press, row } from './actions.ts'
import { heading, LIMITS, line, words } from './elements.ts'
import { type Message, message } from './to-cards.ts'

/** So many statements one menu has, so that it fits into a message. */
const STATEMENTS = 80

/** Asks which statement is wrong, and how. */
export function reportCard(findings: readonly Finding[], question: string): Message {
  const all = [...new Map(findings.map((finding) => [finding.id, finding])).values()].slice(0, STATEMENTS)
  // Names of ours only: what somebody asked may be private, and a report is kept.
  const [place, ...others] = new Set(all.map(({ place }) => place))
  const missing =
    place !== undefined && others.length === 0 ? `something missing: ${place}` : 'something missing'
  const choices = [
    ...all.map(({ id, title, cite }) => ({ title: `${cut(title, 55)} – ${cite.label}`, value: id })),
    { title: 'Something is missing', value: missing },
  ]
  return message('Report a mistake', [
    ...heading('Report a mistake'),
    ...menu('record', 'Which statement?', choices, []),
    {
      type: 'Input.Text',
      id: 'says',
      label: 'What is wrong or missing, and how do you know?',
      isMultiline: true,
      maxLength: 2000,
    },
    ...row([
      press('Send', 'reported', { ask: cut(question, LIMITS.question) }),
      press('Back', 'page', { ask: cut(question, LIMITS.question) }),
    ]),
  ])
}

/** The answer as one text, in a field where all of it can be chosen at once: a card can put nothing on the clipboard. */
export function copyCard({ heading: title }: Answer, question: string, text = ''): Message {
  const fits = text !== '' && JSON.stringify(text).length <= LIMITS.page
  const value = clean(text).replaceAll('{{', '{\u2060{')
  return message(title, [
    ...heading(title),
    ...(fits
      ? [
          {
            type: 'Input.Text',
            id: 'text',
            label: 'Click into the text, choose all of it (Ctrl+A), and copy it (Ctrl+C).',
            isMultiline: true,
            value,
          },
        ]
      : line(
          words(
            `This answer is too long for one message. Ask for a part of it, such as one place; or whoever looks after Hansa writes all of it to a file: npx hansa ask "${question}" --out answer.docx`,
          ),
        )),
    ...row([press('Back', 'page', { ask: cut(question, LIMITS.question) })]),
  ])
}

export function mapCard(
  { url, alt, title }: { url: string; alt: string; title: string },
  question: string,
): Message {
  return message(title, [
    ...heading(title),
    { type: 'Image', url, altText: cut(alt, 2000), msTeams: { allowExpand: true } },
    ...row([press('Back', 'page', { ask: cut(question, LIMITS.question) })]),
  ])
}
