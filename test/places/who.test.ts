import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { buildLibrary } from '../../src/library/library.ts'
import { anyCharacter } from '../any-character.ts'
import { KIRKLEES, LEEDS, smallKnowledge } from '../small-knowledge.ts'
import { known, told, who } from './small-world.ts'

test('a place is meant however its name is typed, and whatever is said around it', () => {
  for (const asked of [
    'Leeds',
    'leeds ',
    'LEEDS',
    'Leeds City Council',
    'Twin cities of Leeds?',
    'which towns is Leeds twinned with',
    'Leeds’s partner towns, please',
    'tell us about leeds',
    'Leeds, West Yorkshire, England, UK',
  ]) {
    assert.equal(told(who(asked)), 'meant: Leeds', asked)
  }
  assert.equal(told(who('twins of hull please')), 'meant: Kingston upon Hull (alias)')
  assert.equal(told(who('city of york')), 'meant: York')
})

test('a name in any language or spelling is the same place', () => {
  assert.equal(told(who('Köln')), 'meant: Cologne (alias)')
  assert.equal(told(who('Ko\u0308ln')), 'meant: Cologne (alias)')
  assert.equal(told(who('koeln')), 'meant: Cologne (alias)')
  assert.equal(told(who('成都')), 'meant: Chengdu (alias)')
  assert.equal(told(who('Ludenscheid')), 'meant: Lüdenscheid')
  assert.equal(told(who('Luedenscheid')), 'meant: Lüdenscheid')
  assert.equal(told(who('St. Petersburg')), 'meant: Saint Petersburg')
})

test('countries and areas are recognised like places, and two names combine', () => {
  assert.equal(told(who('Germany')), 'meant: Germany')
  assert.equal(told(who('Deutschland')), 'meant: Germany (alias)')
  assert.equal(told(who('german towns')), 'meant: Germany (alias)')
  assert.equal(told(who('UK')), 'meant: United Kingdom (alias)')
  assert.equal(told(who('Yorkshire')), 'meant: Yorkshire and the Humber (alias)')
  assert.equal(told(who('West Yorkshire China')), 'meant: West Yorkshire, China')
  assert.equal(told(who('leeds and germany')), 'meant: Leeds, Germany')
  assert.equal(told(who('Leeds Sheffield')), 'meant: Leeds, Sheffield')
  assert.equal(told(who('Leeds Dortmund')), 'meant: Leeds, Dortmund')
})

test('what only says where a place lies is no second place', () => {
  assert.equal(told(who('Dortmund, Germany')), 'meant: Dortmund')
  assert.equal(told(who('Leeds Yorkshire')), 'meant: Leeds')
  assert.equal(told(who('Newcastle Australia')), 'meant: Newcastle (NSW) (alias)')
  assert.equal(told(who('Newcastle (NSW), Australia')), 'meant: Newcastle (NSW)')
})

test('a name that several places bear is asked about', () => {
  assert.equal(
    told(who('Newcastle')),
    'several: Newcastle upon Tyne, Newcastle (NSW); Newcastle under Lyme GB',
  )
  assert.equal(told(who('Holland')), 'several: The Netherlands; Holland US')
})

test('a longer name is never read as a shorter one with something after it', () => {
  assert.equal(told(who('Bradford on Avon')), 'empty: Bradford-on-Avon GB')
  assert.equal(told(who('twins of bradford-on-avon')), 'empty: Bradford-on-Avon GB')
  assert.equal(told(who('newcastle under lyme')), 'empty: Newcastle under Lyme GB')
  assert.equal(told(who('New York')), 'empty: New York City US')
  assert.equal(told(who('Mexico City')), 'empty: Mexico City MX')
  assert.equal(told(who('York town')), 'near: York; Yorktown US')
})

test('a place that exists and that we hold nothing on is said to be that, under any of its names', () => {
  assert.equal(told(who('Winchester')), 'empty: Winchester GB')
  assert.equal(told(who('venta belgarum')), 'empty: Winchester GB')
  assert.equal(told(who('Winchester Germany')), 'empty: Winchester GB')
  assert.equal(told(who('Leeds Alabama')), 'empty: Leeds US')
})

test('another place of the very name is told of', () => {
  const found = who('Leeds')
  assert.deepEqual(found.how === 'meant' && found.meant[0].namesakes.map(({ id }) => id), ['leeds-al'])
})

test('a town inside a place is not the place', () => {
  assert.deepEqual(told(who('Huddersfield')), 'inside: Kirklees')
  assert.deepEqual(told(who('Hudersfield')), 'near: Kirklees')
})

test('words that name no place are unknown', () => {
  for (const asked of ['', '   ', '??', 'twins of', 'Xyzzyville', '<!channel>']) {
    assert.equal(who(asked).how, 'unknown', asked)
  }
})

test('every question gets an answer of some kind, whatever is typed, and typed words come back as they were', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: anyCharacter }), fc.lorem(), fc.constantFrom('__proto__', 'constructor')),
      (asked) => {
        const found = who(asked)
        const typed = found.how === 'meant' ? found.meant.map((one) => one.typed) : [found.typed]
        for (const words of typed) assert.ok(asked.includes(words), words)
      },
    ),
  )
})

test('a town here that lies in a place we hold is offered beside the one abroad that bears its name', () => {
  const { who: whoOf } = buildLibrary(
    smallKnowledge({
      places: [KIRKLEES, LEEDS, { id: 'h', name: 'Huddersfield', country: 'CA' }],
      exists: [known('hudd', 'Huddersfield', 'GB', 'Kirklees', 162949)],
    }),
  )
  assert.equal(told(whoOf('Huddersfield')), 'several: Kirklees, Huddersfield; Huddersfield GB')
  assert.equal(told(whoOf('Huddersfield, Canada')), 'meant: Huddersfield')
  const here = whoOf('Huddersfield UK')
  assert.equal(here.how === 'inside' && here.place.name, 'Kirklees')
})

test('a place with a name in two languages is called by each of them, and comes before a smaller namesake', () => {
  for (const name of ['San Sebastian', 'Donostia']) {
    const found = who(name)
    assert.deepEqual(found.how === 'empty' && found.known[0].id, 'donostia', name)
  }
})
