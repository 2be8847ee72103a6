import type { Answer, Ask } from '../answer/answer.ts'
import { SCHEDULE_EXAMPLE } from '../digest/schedule/schedule-words.ts'
import { ABOUT_EXAMPLE } from './digest-state.ts'

/** A few sentences, and what can be done next. */
export function reply(heading: string, lead: readonly string[] = [], next: readonly Ask[] = []): Answer {
  const ofDigest = { outcome: 'help', kind: 'digest', command: 'digest', ask: 'digest' } as const
  return { ...ofDigest, heading, lead, groups: [], suggestions: [], next }
}

export const PREVIEW: Ask = { label: 'Preview', ask: 'digest now' }
export const TURN_OFF: Ask = { label: 'Turn off', ask: 'digest off' }
export const STATE: Ask = { label: 'This channel’s digest', ask: 'digest' }

export function turnOn(label = 'Turn on'): Ask {
  return { label, ask: 'digest on' }
}

/** How a command is typed where somebody is. */
type InChannel = (command: string) => string

/** What can be typed after `digest`. */
export function help(typed: InChannel, heading = 'A weekly digest for this channel'): Answer {
  return reply(
    heading,
    [
      `There are: ${typed(`digest on ${SCHEDULE_EXAMPLE}`)}, ${typed('digest off')}, ${typed('digest now')} (a preview for you alone), ` +
        `${typed(ABOUT_EXAMPLE)}, and ${typed('digest')} alone for how it stands.`,
    ],
    [STATE],
  )
}

export function usage(words: string, typed: InChannel): Answer {
  return help(typed, `“${typed(`digest ${words}`)}” is not something I understand`)
}

/** In a home tab or a window there is no channel. */
export function noChannel(typed: InChannel): Answer {
  return reply('A digest belongs to a channel', [
    `Type “${typed('digest')}” in the channel it is to come to.`,
  ])
}

/** To who lost against others several times in a row. */
export function othersChangeIt(): Answer {
  return reply(
    'Others are changing this channel’s digest at this moment',
    ['Nothing was changed. See how it stands, and try again.'],
    [STATE],
  )
}

export function inTrouble(sentence: string): Answer {
  return reply('What Hansa keeps cannot be reached at the moment', [
    sentence,
    'Questions are answered as ever.',
  ])
}
