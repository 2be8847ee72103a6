import type { Naming } from '../../../answer/answer.ts'
import { clean, escaped } from './inert-text.ts'
import type { Message } from './message.ts'
import { channelName, type Run, richText, words } from './rich-text.ts'

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
