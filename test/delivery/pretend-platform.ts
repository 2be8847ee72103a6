import { Temporal } from 'temporal-polyfill'
import { type Message, type Post, type Sent, withSlash } from '../../src/digest/post.ts'
import { type Moment, momentOf } from '../../src/digest/schedule/moment.ts'

/** What happens to the next message: it is refused; it arrives but the reply is lost; it is lost on the way. */
export type Fate = Extract<Sent, { how: 'refused' | 'cannot' }> | 'reply lost' | 'request lost'

export class Killed extends Error {}

export type PretendPlatform = {
  post: Post
  /** All that was shown by now, with the time and the lines on top. */
  shown(): readonly { at: Moment; first: string; lead: readonly string[] }[]
  /** Who was told of a stop, and why. */
  told: { person: string; channel: string; why: string }[]
  /** Fates of the next messages; when there are none, they arrive and are answered. */
  fates: Fate[]
  /** While this says so, nothing that is asked is answered; nor does it arrive. */
  down: () => boolean
  /** Called before and after each request takes effect; may throw. */
  around: (when: 'before' | 'after') => void
}

export function pretendPlatform(now: () => Temporal.Instant, { schedules = true } = {}): PretendPlatform {
  const waiting: { id: string; message: Message; postAt: Moment }[] = []
  const posted: { message: Message; at: Moment }[] = []
  let ids = 0
  const at = () => momentOf(now())

  async function request(effect: () => Sent): Promise<Sent> {
    const fate = platform.fates.shift()
    platform.around('before')
    if (fate === 'request lost' || platform.down()) return { how: 'unknown', why: 'timeout' }
    if (fate && fate !== 'reply lost') return { ...fate, at: at() } as Sent
    const sent = effect()
    platform.around('after')
    return fate === 'reply lost' ? { how: 'unknown', why: 'socket hang up' } : sent
  }

  const platform: PretendPlatform = {
    told: [],
    fates: [],
    down: () => false,
    around: () => {},
    shown() {
      const due = waiting
        .filter(({ postAt }) => postAt <= at())
        .map(({ message, postAt }) => ({ message, at: postAt }))
      const all = [...posted, ...due].sort((a, b) => (a.at < b.at ? -1 : 1))
      return all.map(({ message: { answer }, at }) => ({
        at,
        first: answer.heading,
        lead: answer.lead ?? [],
      }))
    },
    post: {
      typed: withSlash,
      schedule: (message, postAt) =>
        request(() => {
          if (!schedules) return { how: 'cannot' }
          if (postAt <= at()) return { how: 'refused', why: 'time_in_past', forever: false, at: at() }
          waiting.push({ id: `Q${++ids}`, message, postAt })
          return { how: 'taken', id: `Q${ids}`, at: at() }
        }),
      async scheduled({ channel }) {
        platform.around('before')
        if (platform.down()) return { how: 'unknown', why: 'HTTP 503' }
        if (!schedules) return { how: 'cannot', why: 'there is no list', at: at() }
        const here = waiting.filter(({ message, postAt }) => message.channel === channel && postAt > at())
        return {
          how: 'seen',
          messages: here.map(({ id, message, postAt }) => ({ id, first: message.answer.heading, postAt })),
          at: at(),
        }
      },
      async withdraw(_channel, id) {
        const index = waiting.findIndex((one) => one.id === id && one.postAt > at())
        if (index >= 0) waiting.splice(index, 1)
        return index >= 0
      },
      post: (message) =>
        request(() => {
          posted.push({ message, at: at() })
          return { how: 'taken', at: at() }
        }),
      tellStopped: (person, { channel }, why) =>
        request(() => {
          platform.told.push({ person, channel, why })
          return { how: 'taken', at: at() }
        }),
    },
  }
  return platform
}

/** A clock that only moves when it is told to, or when somebody sleeps. */
export function pretendClock(start: string) {
  let now = Temporal.Instant.from(start)
  return {
    now: () => now,
    async sleep(seconds: number) {
      now = now.add({ milliseconds: Math.round(seconds * 1000) })
    },
    set(moment: string) {
      now = Temporal.Instant.from(moment)
    },
  }
}
