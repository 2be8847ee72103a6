import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AreaSpot, coverageAlt, drawCoverage } from '../../src/map/draw-coverage.ts'
import { water } from './samples.ts'

const area = (name: string, lat: number, lon: number, links: number, searched = false): AreaSpot => ({
  name,
  lat,
  lon,
  links,
  searched,
})
const LEEDS = area('Leeds', 53.8, -1.55, 12)
const FIFE = area('Fife', 56.2, -3.15, 0)
const POWYS = area('Powys', 52.3, -3.4, 0, true)
const held = { title: 'Links held', areas: [LEEDS, FIFE, POWYS] }

test('an area that is held, one looked at in vain and one where nobody looked have marks of their own shape, and the legend says which', () => {
  const { svg } = drawCoverage(held, water)
  const words = texts(svg)
  for (const one of ['Leeds', 'Fife', 'Powys', 'Links held']) assert.ok(words.includes(one), one)
  assert.deepEqual(
    words.filter((one) => /^(Disc|Ring|Cross): /.test(one)),
    [
      'Disc: links held, the larger the more',
      'Ring: somebody looked and found none',
      'Cross: nobody has looked',
    ],
  )
  const whole = drawCoverage({ ...held, areas: [LEEDS] }, water).svg
  assert.ok(!texts(whole).some((one) => one.startsWith('Cross')), 'no mark is explained that is not there')
})

test('in words it says how much is held of how many, and in how many nobody looked', () => {
  assert.equal(
    coverageAlt(held),
    'Map. Links held. 12 links in 1 of 3 council areas; in 1 somebody looked and found none; in 1 nobody has looked. ' +
      'The tables beside it have every figure, and the name of every council area where nobody has looked.',
  )
})

/** As many as there are in the UK, thirty of them as close together as boroughs. */
const MANY = Array.from({ length: 361 }, (_, at) =>
  at < 30
    ? area(`Borough ${at}`, 51.4 + (at % 6) * 0.03, -0.2 + Math.floor(at / 6) * 0.05, at % 3)
    : area(`District ${at}`, 52.5 + (at % 19) * 0.4, -5 + (at % 17) * 0.4, at % 4 === 0 ? 0 : at % 9),
)

test('areas too close to be told apart are enlarged, each with its mark, and a megabyte is never needed', () => {
  for (const width of [320, 640, 1200]) {
    const { svg } = drawCoverage({ title: 'All', areas: MANY, width }, water)
    assert.ok(texts(svg).includes('Frame A, enlarged: 30 council areas'), `${width}`)
    assert.ok(svg.length < 1_000_000, `${svg.length} characters`)
    const whole = svg.slice(0, svg.indexOf('Frame A'))
    const marks = whole.match(/<circle|stroke-width="1.7"/g) ?? []
    assert.equal(marks.length, MANY.length, 'every area has a mark')
  }
})

test('what an area is called is text, and never markup', () => {
  const { svg } = drawCoverage({ title: '<b>', areas: [area('<script>', 53, -1, 1)] }, water)
  assert.ok(!svg.includes('<script>') && !svg.includes('<b>'))
})

function texts(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, words = '']) => words)
}
