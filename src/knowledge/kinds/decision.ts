import * as z from 'zod'
import { dateInWords } from '../../answer/in-words.ts'
import { cited, defaults } from '../fields/cited.ts'
import { country, id, line, list, oneOf, paragraphs, partialDate } from '../fields/fields.ts'
import { namesEntry, past } from '../fields/marks.ts'
import type { Statement } from '../records.ts'
import {
  CRITERIA,
  DECIDED,
  DECIDED_IN_WORDS,
  type Decided,
  type Decision,
  isDecided,
} from '../records-on-links.ts'
import { type Held, type Kind, statementOf, WEIGHT, wholeOf } from './kind.ts'
import { endsInWords, idsOf, onLink, onLinkOf } from './of-link.ts'

const decisionSchema = z
  .strictObject({
    id: id('A name of its own for the decision, unique in the whole folder.'),
    ...onLink,
    country: country('Where no partner is chosen yet, the country looked at: KR.').optional(),
    matter: line(
      'What it was about, where that is not the link itself: the twinning budget, an exchange of envoys.',
    ).optional(),
    body: line('Who decided, as a body or an office and never by name: Full Council, Council leader.'),
    on: past(partialDate('The day of the decision; leave it out where the source prints none.')).optional(),
    decided: oneOf(
      DECIDED,
      'What was decided; "propose" for what was only asked for, planned, moved or recommended, "receive" for what a body only heard or considered.',
    ),
    says: paragraphs('The outcome, in our words.'),
    vote: line('How they voted, as the source has it: Unanimous; 13 to 3.').optional(),
    criteria: list(
      oneOf(CRITERIA, 'What they judge.'),
      'Where it sets criteria, or asks for some: what these judge.',
    ).optional(),
    'judged-by': namesEntry(
      line('Where it was found or decided by criteria, the id of the decision that set them.'),
    ).optional(),
    'led-to': list(
      namesEntry(line('The id of a later decision.')),
      'What came of it: later decisions on the same matter.',
    ).optional(),
    note: paragraphs('What a reader should know besides.').optional(),
    ...cited,
  })
  .meta({ description: 'What one source says that a body decided on a link, or on all links of a place.' })

const file = z.strictObject({
  decisions: list(decisionSchema, 'Decisions, one an entry.'),
  ...defaults,
})

const sample = `checked: {on: 2026-11-24, by: Ana}
added: 2026-11-24

decisions:
  - id: leeds-dortmund-renewed
    place: Leeds
    twin: Dortmund, DE
    body: Lord Mayor
    on: 2021-02-12
    decided: renew
    says: The Lord Mayor signed the memorandum of understanding again.
    source: LCCnews
    at: none
    quote: re-sign their memorandum of understanding
`

export const decisions: Kind = {
  folder: 'decisions',
  noun: 'decision',
  guide: { entry: 'what one source says that a body decided', file: 'a file for each region or nation' },
  sample,
  schema: file,
  records(entries, held) {
    const decisions = wholeOf(entries, decisionSchema, file).map(({ value }): Decision => {
      const { 'led-to': ledTo, 'judged-by': judgedBy, ...decision } = onLinkOf(value, held)
      return { ...decision, ...(ledTo && { ledTo }), ...(judgedBy && { judgedBy }) }
    })
    const byId = new Map(decisions.map((one) => [one.id, one]))
    return { decisions, statements: decisions.map((one) => decisionStatement(one, byId, held)) }
  },
}

function decisionStatement(decision: Decision, byId: ReadonlyMap<string, Decision>, held: Held): Statement {
  const { decided, body, on, vote, ledTo = [], note, says } = decision
  const parts = [
    `${body}, ${on ? dateInWords(on) : 'day not printed in the source'}: ${says}`,
    vote && `Vote: ${vote}.`,
    whatCame(decided, ledTo, byId),
    note,
  ]
  return statementOf(decision, {
    kind: 'decision',
    places: idsOf(decision),
    finding: {
      title: `${endsInWords(decision, held)}${matterOf(decision)}: ${DECIDED_IN_WORDS[decided]}`,
      says: parts.filter(Boolean).join(' '),
    },
    words: [
      { text: `${body} ${kindOf(decision)}`, weight: WEIGHT.says },
      { text: note ?? '', weight: WEIGHT.says },
    ],
  })
}

function kindOf(decision: Decision): string {
  if (isDecided(decision)) return `decision ${decision.decided}`
  return decision.decided === 'propose' ? 'proposal' : 'received'
}

/** What ended may have been a grant, and the link may go on. */
function matterOf({ matter, twin, country }: Decision): string {
  return matter ? `, ${matter}` : twin || country ? '' : ', twinning as a whole'
}

/** Of a proposal, that nothing is known is said as well: nobody is to take it for done. */
function whatCame(
  decided: Decided,
  ledTo: readonly string[],
  byId: ReadonlyMap<string, Decision>,
): string | undefined {
  const later = ledTo.flatMap((id) => byId.get(id) ?? [])
  if (later.length === 0)
    return decided === 'propose' ? 'What came of the proposal is not recorded here.' : undefined
  const each = later.map(
    ({ decided, body, on }) =>
      `${DECIDED_IN_WORDS[decided]} (${body}, ${on ? dateInWords(on) : 'day not printed'})`,
  )
  return `What came of it: ${each.join('; ')}.`
}
