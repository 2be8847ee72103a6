import type { View } from '../../core/overview.ts'

/**
 * What a press asks for; its data is the question itself, so that any instance can answer it, also after a restart. `page`
 * and `link` change the card in its place, `back` too; `cite` and `ask` ask anew.
 */
export const VERBS = [
  'ask',
  'page',
  'link',
  'cite',
  'share',
  'copy',
  'map',
  'judge',
  'report',
  'reported',
  'propose',
  'proposed',
  'approve',
  'reject',
  'rejected',
  'change',
  'changed',
  'look',
  'looked',
  'settings',
  'set',
  'schedule',
  'scheduled',
] as const

export type Verb = (typeof VERBS)[number]

/** Of the answer under which a button stands: what was asked, what was shown, and which part of it is wanted. */
export type Pressed = {
  ask: string
  stamp?: string
  page?: number
  view?: View
  /** What was asked before, to go back to. */
  from?: string
  helpful?: boolean
  /** What was chosen or written in the card. */
  link?: string
  cite?: string
  record?: string
  says?: string
  /** The form that an answer is to be taken along as. */
  as?: string
  /** Of a proposal: the place it is about, or its number. */
  place?: string
  number?: number
  /** What became of a record at its source. */
  found?: 'still so' | 'changed' | 'gone' | 'name'
}
