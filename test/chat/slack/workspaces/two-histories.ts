import fc from 'fast-check'
import type { Store } from '../../../../src/store/store.ts'
import type { Side } from '../pretend/shared-hansa.ts'
import { VERBS } from './every-verb.ts'
import { markers } from './typed-everywhere.ts'

export const TEAMS = ['T0OURS', 'T0THEIRS'] as const
const PEOPLE = ['U1', 'U2', 'U9'] as const
/** Half of them for each workspace. */
export const WORDS = markers(200)

/** One thing that people of a workspace do through one of two instances, or that becomes of it; or days go by for all. */
export type Step =
  | { days: number }
  | { in: (typeof TEAMS)[number]; instance: 0 | 1; person: (typeof PEOPLE)[number]; does: string }

export const BECOMES: Readonly<Record<string, (side: Side, store: Store) => Promise<unknown>>> = {
  leave: (side) => side.leave(),
  install: (side) => side.install(),
  forget: ({ team }, store) => store.forget(team),
  // Who proposed hears of it from whichever instance looks next.
  'reject in the terminal': async ({ team }, store) => {
    for (const { workspace, number } of await store.proposals(['waiting']))
      if (workspace === team) await store.decideProposal(number, 'waiting', 'rejected', 'No.')
  },
  // Slack says so once; then it is known, and asked no more.
  'grant no files': async (side) => {
    side.refuse.set('files.getUploadURLExternal', 'missing_scope')
    for (const does of ['save', 'map']) await VERBS[does]?.(side, 'U1', '')
  },
}

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ days: fc.integer({ min: 1, max: 6 }) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      in: fc.constantFrom(...TEAMS),
      instance: fc.constantFrom(0 as const, 1 as const),
      person: fc.constantFrom('U1', 'U1', 'U2', 'U9'),
      does: fc.constantFrom(...Object.keys(VERBS), ...Object.keys(BECOMES)),
    }),
  },
)
export const history = fc.oneof(
  { weight: 4, arbitrary: fc.array(step, { minLength: 8, maxLength: 24 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom(...Object.keys(VERBS)), { minLength: 4, maxLength: 12 })
      .map((does) => mirrored(does)),
  },
)

/**
 * One does all that there is to do, the other leaves, comes back and does every second thing: of the rest nobody may hear there.
 * What is asked on two days is named.
 */
export const everything: readonly Step[] = [
  { in: 'T0OURS', instance: 0, person: 'U2', does: 'digest on' },
  { in: 'T0THEIRS', instance: 0, person: 'U2', does: 'digest on' },
  { in: 'T0THEIRS', instance: 0, person: 'U2', does: 'leave' },
  { in: 'T0THEIRS', instance: 0, person: 'U2', does: 'install' },
  { in: 'T0OURS', instance: 0, person: 'U2', does: 'digest off' },
  ...Object.keys(VERBS).flatMap((does, at): Step[] => [
    { in: 'T0OURS', instance: 0, person: 'U1', does },
    ...(at % 2 > 0 ? [{ in: 'T0THEIRS', instance: 1, person: 'U1', does } as const] : []),
  ]),
  { days: 1 },
  { in: 'T0OURS', instance: 1, person: 'U2', does: 'twins not held' },
  { in: 'T0OURS', instance: 1, person: 'U2', does: 'twins Ely' },
  { in: 'T0THEIRS', instance: 0, person: 'U2', does: 'twins Ely' },
  { in: 'T0THEIRS', instance: 1, person: 'U1', does: 'forget' },
  { in: 'T0OURS', instance: 1, person: 'U2', does: 'propose' },
  { in: 'T0THEIRS', instance: 1, person: 'U1', does: 'propose' },
  { in: 'T0THEIRS', instance: 0, person: 'U1', does: 'reject in the terminal' },
  { in: 'T0OURS', instance: 0, person: 'U1', does: 'grant no files' },
  { in: 'T0THEIRS', instance: 0, person: 'U1', does: 'save' },
  { in: 'T0THEIRS', instance: 0, person: 'U1', does: 'map' },
]

/** The same in both, step by step: whatever either platform gives an id of, the other has the same. */
export const mirrored = (does: readonly string[]): readonly Step[] =>
  does.flatMap((one): Step[] => TEAMS.map((team) => ({ in: team, instance: 0, person: 'U1', does: one })))
