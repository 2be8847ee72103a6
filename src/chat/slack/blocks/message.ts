import type { types } from '@slack/bolt'
import type { Naming } from '../../../answer/answer.ts'
import type { View } from '../../core/overview.ts'
import { apologyInWords } from '../../core/text.ts'
import { channelName, clean, cut, escaped, type Run, richText, words } from './text.ts'

export type { View } from '../../core/overview.ts'

/** `text` is what notifications show and screen readers read; it is escaped. */
export type Message = { text: string; blocks: types.KnownBlock[] }

/** The block that says in the place of a map how it stands with it. */
export const SLOT = 'map'

/** How an answer is taken along: as a file in a direct message, or as text to copy. */
export type Save = 'files' | 'text'

/**
 * For the one who asked, with buttons; or for a whole channel, which is told who asked. `asked` is the question, word for
 * word, to which this is the answer: asked as it was understood, it would not say again how it was read.
 */
export type Rendering = (
  | { to: 'asker'; share: boolean; asked?: string; map?: boolean; save?: Save }
  | { to: 'channel'; askedBy: string }
) & {
  view?: View
}

/** A message of our own: one sentence, or a few. */
export function notice(sentence: string): Message {
  const text = cut(sentence, 1000)
  return { text: escaped(text), blocks: [...richText([{ line: words(text) }])] }
}

/** Where something failed. */
export function apology(reference: string, known?: string): Message {
  return notice(apologyInWords(reference, known))
}

const PERSON = /^[UW][A-Z0-9]+$/

/** Somebody whose id is none of Slack's. */
const SOMEBODY = 'a colleague'

/** People and channels as Slack shows them, by the name that each reader knows. */
export function namingRuns(naming: Naming): readonly Run[] {
  return naming.flatMap((part): readonly Run[] => {
    if (typeof part === 'string') return words(part)
    if ('channel' in part) return [channelName(part.channel)]
    return PERSON.test(part.person) ? [{ type: 'user', user_id: part.person }] : words(SOMEBODY)
  })
}

/** The same for notifications and screen readers. */
export function namingText(naming: Naming): string {
  return namingRuns(naming)
    .map((run) => {
      if (run.type === 'user') return `<@${run.user_id}>`
      if (run.type === 'channel') return `<#${run.channel_id}>`
      return run.type === 'text' ? escaped(clean(run.text)) : ''
    })
    .join('')
}

export function namingMessage(naming: Naming): Message {
  return { text: namingText(naming), blocks: [...richText([{ line: namingRuns(naming) }])] }
}
