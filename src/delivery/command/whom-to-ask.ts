import type { Answer, Naming } from '../../answer/answer.ts'
import type { Subscription } from '../../digest/schedule/subscription.ts'
import type { DeskParts } from '../parts.ts'
import { PREVIEW, reply, STATE } from '../replies.ts'
import { keepersOf, type Said } from './verb.ts'

/** More names than these help nobody. */
const NAMED = 3

/** To somebody who may not change a digest. Of another place than where they are, nobody is named. */
export function notYours(
  subscription: Subscription | undefined,
  said: Pick<Said, 'where' | 'asker'>,
  parts: Pick<DeskParts, 'editors'>,
): Answer {
  const { by, elsewhere } = keepersOf(subscription, said, parts)
  if (elsewhere) return reply('Only who set that digest can settle it', ['Nothing was changed.'])
  const naming = by ? { naming: whomToAsk(by, parts) } : {}
  return {
    ...reply('Only who set this channel’s digest can change it', ['Nothing was changed.'], [STATE, PREVIEW]),
    ...naming,
  }
}

/** `Ask @Robin, who set it. If they have left, @Kim may change it as well.` */
export function whomToAsk(by: string, { editors = [] }: Pick<DeskParts, 'editors'>): Naming {
  const others = editors.filter((one) => one !== by).slice(0, NAMED)
  const named = others.flatMap((person, at) => [...(at > 0 ? [' or '] : []), { person }])
  const orElse =
    others.length > 0
      ? [' If they have left, ', ...named, ' may change it as well.']
      : [
          ' If they have left, whoever looks after this app can name people who may change it (HANSA_DIGEST_EDITORS).',
        ]
  return ['Ask ', { person: by }, ', who set it.', ...orElse]
}
