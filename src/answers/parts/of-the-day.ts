import type { Day } from '../../answer/answer.ts'
import type { Link } from '../../library/link.ts'
import type { AnswerContext } from '../answer-context.ts'

type OfTheDay = Pick<AnswerContext, 'finding' | 'today'>

/** What `make` tells of a link, which is the same all day: it is made once, and an answer on England needs that of every link. */
export function ofTheDay<T>(
  make: (link: Link, context: OfTheDay) => T,
): (link: Link, context: OfTheDay) => T {
  const kept = new WeakMap<Link, { day: Day; told: T }>()
  return (link, context) => {
    let one = kept.get(link)
    if (one?.day !== context.today) {
      one = { day: context.today, told: make(link, context) }
      kept.set(link, one)
    }
    return one.told
  }
}
