import { count } from '../../../answer/in-words.ts'
import { type ProposedLink, titleOf, type Wrong } from '../../../answer/proposal.ts'
import { choicesWith, type HeldRecord, otherField, QUESTIONS } from '../../core/proposals.ts'
import { cut } from '../../core/text.ts'
import { leave, press, row } from './actions.ts'
import {
  choiceField,
  type Element,
  heading,
  LIMITS,
  line,
  link as linked,
  textField,
  words,
} from './elements.ts'
import { type Message, message } from './to-cards.ts'

/** Asks for a link; what is known is filled in, and what is wrong stands at its question. `ask`: the answer to go back to. */
export function proposalCard(
  known: Partial<ProposedLink>,
  { ask, wrong, named }: { ask: string; wrong?: readonly Wrong[]; named?: string },
): Message {
  const question = cut(ask, LIMITS.question)
  return form('Propose a link', known, wrong, [
    nameField(named),
    ...row([press('Send', 'proposed', { ask: question }), leave('Back', question)]),
  ])
}

/** The same in a dialog, which is closed by its own sign, and whose button comes back as what is filled in. */
export function keepCard(
  known: Partial<ProposedLink>,
  more: { wrong?: readonly Wrong[]; named?: string } = {},
): Message {
  return form(KEEP, known, more.wrong, [
    nameField(more.named),
    ...row([{ type: 'Action.Submit', title: 'Send' }]),
  ])
}

/** The action on a message, and the title of its dialog. */
export const KEEP = 'Keep this for Hansa'

function nameField(named = ''): Element {
  return textField('named', 'Who read it, in the folder that others see?', {
    hint: 'Empty: “a colleague”',
    most: 100,
    ...(named && { value: named }),
  })
}

/** The same for a curator, who approves what they write there. */
export function changeCard(number: number, known: Partial<ProposedLink>, wrong?: readonly Wrong[]): Message {
  return form(
    `Change proposal ${number}`,
    known,
    wrong,
    row([press('Approve', 'changed', { ask: '', number })]),
  )
}

/** Code points of what is told at a question. */
const LONGEST_WHY = 300

function form(
  title: string,
  known: Partial<ProposedLink>,
  wrong: readonly Wrong[] = [],
  below: readonly Element[],
): Message {
  const toMend = `Not sent yet: ${count(wrong.length, 'answer')} below ${wrong.length === 1 ? 'wants' : 'want'} another look.`
  return message(title, [
    ...heading(title),
    ...line(words(wrong.length > 0 ? toMend : '', { weight: 'Bolder' })),
    ...QUESTIONS.flatMap(({ field, label, hint, choices, other, isOptional }) => {
      const why = wrong.find((one) => one.field === field)?.why ?? ''
      const told = line(words(why && cut(`${label} ${why}`, LONGEST_WHY), { weight: 'Bolder' }))
      const shown = isOptional ? `${label} (may stay empty)` : label
      const value = cut(known[field] ?? '', 500)
      const ready = choices && choicesWith(choices, known[field])
      const asked = ready
        ? choiceField(
            field,
            shown,
            ready.choices.map(({ write, says }) => ({ title: says, value: write })),
            ready.written ? '' : value,
          )
        : textField(field, shown, { value, ...(hint && { hint }) })
      const otherwise =
        other &&
        textField(otherField(field), `${other} (may stay empty)`, { value: cut(ready?.written ?? '', 500) })
      return [...told, asked, ...(otherwise ? [otherwise] : [])]
    }),
    ...below,
  ])
}

/** What waits for a decision, to those who decide. */
export function curatorsCard(number: number, link: ProposedLink): Message {
  const lines = link.found
    ? []
    : QUESTIONS.flatMap(({ field, label }) => (link[field] ? [`${label} ${link[field]}`] : []))
  const data = { ask: '', number }
  return message(proposalTitle(number, link), [
    ...heading(proposalTitle(number, link), 'Medium'),
    ...lines.flatMap((one) => line(words(one))),
    ...row([
      press('Approve', 'approve', data),
      // What somebody found at a source is as it is.
      ...(link.found ? [] : [press('Change', 'change', data)]),
      press('Reject', 'reject', data),
    ]),
  ])
}

function proposalTitle(number: number, link: ProposedLink): string {
  return `Proposal ${number}: ${titleOf(link)}`
}

export function reasonCard(number: number): Message {
  return message('Reject a proposal', [
    ...heading(`Reject proposal ${number}`, 'Medium'),
    textField('says', 'Why? Who proposed it is told.', { lines: true }),
    ...row([press('Reject', 'rejected', { ask: '', number })]),
  ])
}

/** A record whose source wants reading again, with what can have become of it. */
export function dueCard({ finding }: HeldRecord): Message {
  const { id, title, says, quote, cite } = finding
  const text = `Does the source still say so? ${title}`
  const press_ = (label: string, found: 'still so' | 'changed' | 'gone') =>
    press(label, 'look', { ask: '', record: id, found })
  return message(text, [
    ...heading(text, 'Medium'),
    ...line(words(says ?? '')),
    ...(quote ? line(words(`“${quote}”`, { italic: true })) : []),
    ...line(
      linked(cite.url, [cite.label, cite.title, ...(cite.unpaged ? [] : [cite.locator])].join(', '), {
        isSubtle: true,
      }),
      words(cite.overdue ? `; ${cite.overdue}` : '', { isSubtle: true }),
    ),
    ...row([press_('Still so', 'still so'), press_('Changed', 'changed'), press_('Gone', 'gone')]),
  ])
}

/** That it was looked at is kept; who did is named only where they want to be. */
export function lookedCard(sentence: string, record: string): Message {
  return message(sentence, [
    ...line(words(sentence)),
    textField('named', 'Your name, as others see it in the folder', { most: 100 }),
    ...row([press('Put my name there', 'looked', { ask: '', record })]),
  ])
}
