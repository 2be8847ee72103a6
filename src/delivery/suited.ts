import type { Answer } from '../answer/answer.ts'
import type { Asker } from '../answer/rights.ts'
import { covers, type Locality } from '../places/locality.ts'
import type { DeskDeps } from './delivery-deps.ts'

/** See `DigestDesk.suited`. Answers in which a setting would change nothing cost no look at the store. */
export async function suited(
  answer: Answer,
  { workspace, channel }: Asker,
  { store, library }: Pick<DeskDeps, 'store' | 'library'>,
): Promise<Answer> {
  if (!channel || (!answer.table && answer.suggestions.length < 2 && answer.next.length < 2)) return answer
  const { home, map } = await store.settingsOf({ workspace, channel })
  if (!home && map) return answer
  const here = home ? library().named(home) : []
  const isNear = isNearHome(
    here.map(({ locality }) => locality),
    library(),
  )
  const suggestions = first(answer.suggestions, isNear)
  const next = first(answer.next, isNear)
  return { ...answer, suggestions, next, ...(!map && { withoutMap: true }) }
}

/** Whether what a button asks lies at home. */
function isNearHome(here: readonly Locality[], { named }: ReturnType<DeskDeps['library']>) {
  return ({ ask }: Answer['next'][number]): boolean =>
    here.length > 0 &&
    ask !== undefined &&
    named(ask).some(
      ({ locality }) => locality.is === 'place' && here.some((home) => covers(home, locality.place)),
    )
}

/** All stay, in their order: those for which it holds before the others. */
function first<T>(all: readonly T[], isFirst: (one: T) => boolean): readonly T[] {
  return [...all.filter(isFirst), ...all.filter((one) => !isFirst(one))]
}
