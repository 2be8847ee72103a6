import type { Naming } from '../../src/answer/answer.ts'
import type { Asker } from '../../src/answer/rights.ts'
import type { Voice } from '../../src/digest/desk.ts'

/** Whoever asks, in the channel that digests in these tests belong to. */
export function asker(user: string, over: Partial<Asker> = {}): Asker {
  return {
    platform: 'slack',
    workspace: 'T1',
    channel: 'C1',
    user,
    private: false,
    outside: false,
    ...over,
  }
}

/** A voice that is heard by a list. */
export function pretendVoice(): Voice & { announced: string[]; told: string[] } {
  const announced: string[] = []
  const told: string[] = []
  return {
    announced,
    told,
    reach: async () => ({ can: 'post' }),
    announce: async ({ channel }, says) => {
      announced.push(`${channel}: ${plain(says)}`)
      return 'told'
    },
    tell: async (person, says) => {
      told.push(`${person}: ${plain(says)}`)
      return 'told'
    },
  }
}

/** People as `@U1`, channels as `#C1`. */
export function plain(naming: Naming): string {
  return naming
    .map((part) =>
      typeof part === 'string' ? part : 'person' in part ? `@${part.person}` : `#${part.channel}`,
    )
    .join('')
}
