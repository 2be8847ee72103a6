import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readKnowledge } from '../../src/knowledge/read.ts'
import { reference, styles } from '../../src/reference/reference.ts'
import type { Source } from '../../src/reference/source.ts'
import { anyRecord } from './any-record.ts'

/** 2,000 with HANSA_EXHAUSTIVE=1, which takes half a minute. */
const MANY = process.env.HANSA_EXHAUSTIVE ? 2000 : 150

const records = Array.from({ length: MANY }, (_, i) => anyRecord(i))
const files = Map.groupBy(records.entries(), ([i]) => Math.floor(i / 100))
const { knowledge, problems } = readKnowledge(
  [...files].map(([number, some]) => ({
    path: `sources/${number}.json`,
    bytes: new TextEncoder().encode(JSON.stringify(some.map(([, record]) => record))),
  })),
  '2026-11-24',
)

describe(`${MANY} records of all types, with odd and missing fields`, () => {
  test('a folder of them is served', () => {
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error'),
      [],
    )
    assert.equal(knowledge?.sources.size, MANY)
  })

  for (const style of styles) {
    test(`every one of them has a reference in ${style}: no empty line, no word of code, no digit that its record has not`, () => {
      for (const record of records) {
        const source = knowledge?.sources.get(String(record.id))
        assert.ok(source)
        const shown = reference(source, { style, locator: 'p. 7' })
        const about = `${shown}\n${JSON.stringify(record)}`
        for (const line of shown.split('\n')) assert.ok(line.trim(), `an empty line in ${about}`)
        assert.doesNotMatch(shown, /undefined|NaN|\[object|\bnull\b/, about)
        const held = digitsOf(JSON.stringify([record, source, 'p. 7']), source)
        for (const run of runsIn(shown)) assert.ok(held.has(run), `${run} in ${about}`)
      }
    })
  }
})

/** Numbers but those in the tags of RIS, without the zeros before them: `03` and `3` are one. */
function runsIn(text: string): readonly string[] {
  const plain = text
    .replace(/^[A-Z][A-Z\d] {2}- /gm, '')
    .replace(/(?:%[\dA-F]{2})+/g, (escaped) => decodeURIComponent(escaped))
  return [...plain.matchAll(/\d+/g)].map(([run]) => run.replace(/^0+(?=\d)/, ''))
}

function digitsOf(record: string, { csl }: Source): ReadonlySet<string> {
  const seasons = [csl.issued, csl['original-date'], csl['event-date']].flatMap((date) => {
    const season = (date as { season?: number } | undefined)?.season
    // The Extended Date/Time Format counts them from 21.
    return season ? [String(20 + season)] : []
  })
  // "Vols. 1–3" is how APA says that there are three.
  const first = csl['number-of-volumes'] ? ['1'] : []
  return new Set([...runsIn(record), ...seasons, ...first])
}
