import type { Answer } from '../../src/answer/answer.ts'
import { compose } from '../../src/digest/compose.ts'
import type { Edition } from '../../src/digest/edition.ts'
import type { Gap } from '../../src/digest/items/gap.ts'
import type { Run } from '../../src/digest/schedule/run.ts'
import { buildLibrary } from '../../src/library/library.ts'
import {
  BOCHUM,
  DORTMUND,
  LEEDS,
  LILLE,
  SHEFFIELD,
  smallKnowledge,
  type World,
  YORKSHIRE,
} from '../small-knowledge.ts'
import { POLICY } from './policy-channel.ts'

export const DUE = { week: '2026-W49', due: '2026-11-30T09:00:00Z' }

export const WORLD: World = {
  places: [LEEDS, SHEFFIELD, DORTMUND, BOCHUM, LILLE],
  areas: [YORKSHIRE],
  links: [
    {
      id: 'leeds-dortmund',
      place: LEEDS.id,
      twin: DORTMUND.id,
      since: '1969-12-03',
      on: '2021',
      added: '2026-01-01',
    },
    { id: 'leeds-lille', place: LEEDS.id, twin: LILLE.id, since: '1968', added: '2026-01-01' },
    { id: 'sheffield-bochum', place: SHEFFIELD.id, twin: BOCHUM.id, since: '1951', added: '2026-01-01' },
  ],
  claims: [{ id: 'people', says: 'Links rest on people.', added: '2026-01-01' }],
}

type Past = { runs?: readonly Run[]; edition?: Edition }

/** The digest for `POLICY` that is `DUE`, of a world. */
export function weekly(world: World, { runs = [], edition }: Past, gaps: readonly Gap[] = []) {
  return compose(buildLibrary(smallKnowledge(world)), POLICY, { runs, edition, gaps }, DUE)
}

/** The digest of the week before, which showed these. */
export function told(shown: readonly string[]): Run {
  const content = { answer: {} as Answer, ifLate: '', shown, edition: '' }
  return {
    workspace: 'T1',
    channel: 'C1',
    week: '2026-W48',
    due: '2026-11-23T09:00:00Z',
    state: 'handed',
    tries: 1,
    content,
  }
}

/** An answer, a line for each finding. */
export function lines(answer: Answer | undefined): readonly string[] {
  return (answer?.groups ?? []).map(({ under, title, lead }) =>
    [under, title, lead].filter(Boolean).join(' / '),
  )
}

/** News and link of the week of a world whose only claim is not new. */
export function keys(world: World, edition: Edition | undefined): readonly string[] {
  const shown = weekly(world, { edition })?.shown ?? []
  return shown.filter((key) => /^(new|changed|status)/.test(key) || (!edition && key.startsWith('link')))
}
