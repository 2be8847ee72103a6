import { z } from 'zod'
import type { Answer } from '../../../answer/answer.ts'
import type { Done } from '../../core/handle-interaction.ts'
import { done } from '../../core/handle-interaction.ts'
import { line, words } from '../cards/elements.ts'
import { type Message, toCards } from '../cards/to-cards.ts'
import type { Verb } from '../cards/verbs.ts'
import type { Incoming, TeamsAsker } from '../transport/activity.ts'
import { type Deps, type Redrawn, renderingFor } from './deps.ts'

const text = (most: number) => z.string().max(most).optional().catch(undefined)

/** What a button gives back, and what was chosen or written beside it: any of it may be anything. */
export const PRESSED = z.looseObject({
  ask: z.string().max(2000).catch(''),
  stamp: text(16),
  page: z.number().int().min(0).max(10_000).optional().catch(undefined),
  view: z
    .union([z.literal('evidence'), z.looseObject({ link: z.string().max(200) })])
    .optional()
    .catch(undefined),
  from: text(2000),
  helpful: z.boolean().optional().catch(undefined),
  link: text(500),
  cite: text(500),
  record: text(500),
  says: text(4000),
  as: text(20),
  place: text(500),
  number: z.number().int().min(1).max(999_999_999).optional().catch(undefined),
  found: z.enum(['still so', 'changed', 'gone', 'name']).optional().catch(undefined),
  named: text(200),
})

export type Pressed = z.infer<typeof PRESSED>
export type Press = Incoming & { is: 'pressed' }
export type Acted = { shows: Redrawn; done: Done }
export type Act = (pressed: Pressed, asker: TeamsAsker, press: Press) => Promise<Acted>
export type Acts<Some extends Verb> = Readonly<Record<Some, Act>>

/** A line of words to who pressed. */
export function says(command: string, sentence: string): Acted {
  return { shows: { says: sentence }, done: { command, outcome: 'shown' } }
}

/** A card of our own in the place of the one that was pressed. */
export function draws(command: string, { card }: Message): Acted {
  return { shows: { card }, done: { command, outcome: 'shown' } }
}

/** An answer in the place of the one that was pressed; over it, what happened. */
export function showing(deps: Deps) {
  return (
    answer: Answer,
    question: string,
    asker: TeamsAsker,
    more: { page?: number; over?: string } & Parameters<typeof renderingFor>[3] = {},
  ): Acted & { shows: { card: Message['card'] } } => {
    const { page = 0, over, ...rendering } = more
    const cards = toCards(answer, { ...renderingFor(deps, answer, asker, rendering), asked: question })
    const { card } = cards[page] ?? cards[0]
    return { shows: { card: over ? below(over, card) : card }, done: done(answer) }
  }
}

/** The card, under a sentence on what happened. */
function below(sentence: string, card: Message['card']): Message['card'] {
  return {
    ...card,
    body: [...line(words(sentence, { weight: 'Bolder' })), ...(card.body as readonly Message['card'][])],
  }
}
