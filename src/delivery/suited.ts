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
  if (!channel || (!answer.table && answer.suggestions.length < 2)) return answer
  const { home, map } = await store.settingsOf({ workspace, channel })
  const here = home
    ? library()
        .named(home)
        .map(({ locality }) => locality)
    : []
  const suggestions = here.length > 0 ? homeFirst(answer.suggestions, here, library()) : answer.suggestions
  return { ...answer, suggestions, ...(!map && { withoutMap: true }) }
}

/** All stay, in their order: those that lie at home before the others. */
function homeFirst(
  asks: Answer['suggestions'],
  here: readonly Locality[],
  { named }: ReturnType<DeskDeps['library']>,
): Answer['suggestions'] {
  const isNear = ({ ask }: { ask: string }) =>
    named(ask).some(
      ({ locality }) => locality.is === 'place' && here.some((home) => covers(home, locality.place)),
    )
  return [...asks.filter(isNear), ...asks.filter((ask) => !isNear(ask))]
}
