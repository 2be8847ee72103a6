import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { LIMITS } from '../../../src/chat/teams/cards/elements.ts'
import type { Message } from '../../../src/chat/teams/cards/to-cards.ts'

type Json = Readonly<Record<string, unknown>>

/** The vendor's own reader of cards, without a browser. */
const { AdaptiveCard, SerializationContext } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
)

/** Every object in a card, from the outside in. */
export function inside(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(inside)
  if (typeof value !== 'object' || value === null) return []
  return [value as Json, ...Object.values(value).flatMap(inside)]
}

/** What a card says in runs, in their order. */
export function textsOf(card: unknown): readonly string[] {
  return inside(card).flatMap(({ type, text }) => (type === 'TextRun' ? [String(text)] : []))
}

export const said = (card: unknown) => textsOf(card).join(' ')

export function actionsOf(card: unknown): readonly Json[] {
  return inside(card).filter(({ type }) => String(type).startsWith('Action.') && type !== undefined)
}

export function button(card: unknown, title: string): Json {
  const found = actionsOf(card).find((one) => one.title === title)
  assert.ok(found, `there is a button ${title}: ${JSON.stringify(actionsOf(card).map(({ title }) => title))}`)
  return found
}

/** Throws unless Teams takes the message, its notification says something and nothing in it is read as markup. */
export function accepted({ summary, card }: Message): void {
  const activity = {
    type: 'message',
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  }
  const weight = JSON.stringify(activity).length
  assert.ok(weight <= LIMITS.message, `the message has ${weight} characters`)
  assert.ok(summary.trim() !== '')
  const all = inside(card)
  for (const { type } of all)
    assert.ok(type !== 'TextBlock' && type !== 'FactSet', 'a text that is read as Markdown')
  for (const one of all) {
    if (one.type === 'TextRun') {
      assert.ok(typeof one.text === 'string' && one.text !== '', 'an empty run')
      assert.doesNotMatch(one.text, /\{\{/)
    }
    if (one.type === 'Image') assert.ok(one.altText, 'a picture without words')
    if (one.type === 'ActionSet')
      assert.ok((one.actions as readonly Json[]).length <= LIMITS.row, 'buttons that nobody sees')
    if (one.type === 'Table') assert.ok((one.columns as readonly Json[]).length > 0)
    if (String(one.type).startsWith('Input.')) assert.ok(one.label, 'a field without a label')
    if (String(one.type).startsWith('Action.') && one.title !== undefined) assert.notEqual(one.title, '')
  }
  const context = new SerializationContext()
  const parsed = new AdaptiveCard()
  parsed.parse(card, context)
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message)
  const found = parsed
    .validateProperties()
    .validationEvents.map(({ message }: { message: string }) => message)
  assert.deepEqual([...events, ...found], [])
}
