import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesOf, faultsAround, SLOTS } from './every-week.ts'

const FROM = '2026-11-24T00:00:00Z'
const TO = '2036-11-24T00:00:00Z'

/** The full run (every zone, every change of ten years, every slot) is `node bench/digest/zones.ts`; of the slots here one of so many. */
const EVERY = 6

test('wherever clocks change, every local week has exactly one digest, at the time that was wished', () => {
  const kinds = new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [changesOf(zone, FROM, TO).join(), zone]),
  )
  assert.ok(kinds.size > 15, `${kinds.size} kinds of zones`)
  const faults = [...kinds.values()].flatMap((zone, kind) =>
    changesOf(zone, FROM, TO)
      .slice(0, 2)
      .flatMap((change, at) =>
        SLOTS.filter((_, slot) => (slot + kind + at) % EVERY === 0).flatMap((slot) =>
          faultsAround(zone, slot, change),
        ),
      ),
  )
  assert.deepEqual(faults, [])
})
