import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Area, KnownPlace } from '../../src/knowledge/records.ts'
import { buildLibrary } from '../../src/library/library.ts'
import type { Locality } from '../../src/places/locality.ts'
import type { Who } from '../../src/places/meant.ts'
import { KIRKLEES, LEEDS, SHEFFIELD, smallKnowledge, WEST_YORKSHIRE, YORKSHIRE } from '../small-knowledge.ts'

const exists = [
  known('bradford-on-avon', 'Bradford-on-Avon', 'GB', 'Wiltshire', 9326),
  known('winchester', 'Winchester', 'GB', 'Hampshire', 45184, ['Venta Belgarum']),
  known('leeds-al', 'Leeds', 'US', 'Alabama', 11936),
  known('new-york', 'New York City', 'US', 'New York', 8804190, ['New York']),
  known('lyme', 'Newcastle under Lyme', 'GB', 'Staffordshire', 129441),
  known('durban-xy', 'Durbach', 'DE', 'Baden-Württemberg', 4000),
  known('mexico-city', 'Mexico City', 'MX', 'Mexico City', 12294193),
  known('yorktown', 'Yorktown', 'US', 'Virginia', 220),
  known('chinde', 'Chinde', 'MZ', 'Zambezia', 16500),
  known('donostia', 'Donostia / San Sebastián', 'ES', 'Basque Country', 185357),
  known('san-sebastian-gt', 'San Sebastián', 'GT', 'Retalhuleu', 29167),
  known('holland', 'Holland', 'US', 'Michigan', 34000),
]

const { who } = buildLibrary(
  smallKnowledge({
    places: [
      { ...LEEDS, nation: 'E92000001' },
      SHEFFIELD,
      KIRKLEES,
      { id: 'E08000032', name: 'Bradford' },
      { id: 'E06000014', name: 'York', also: ['City of York'] },
      { id: 'E06000010', name: 'Kingston upon Hull', also: ['Hull'] },
      { id: 'E08000021', name: 'Newcastle upon Tyne', also: ['Newcastle'] },
      { id: '2155472', name: 'Newcastle (NSW)', country: 'AU' },
      { id: '2935517', name: 'Dortmund', country: 'DE' },
      { id: '2886242', name: 'Cologne', country: 'DE', also: ['Köln', '科隆'] },
      { id: '2875376', name: 'Lüdenscheid', country: 'DE' },
      { id: '1815286', name: 'Chengdu', country: 'CN', also: ['成都'] },
      { id: '498817', name: 'Saint Petersburg', country: 'RU' },
      { id: '1007311', name: 'Durban', country: 'ZA' },
      { id: '2747891', name: 'Rotterdam', country: 'NL' },
      { id: '2842884', name: 'Rüsselsheim', country: 'DE', also: ['Rouselschaim'] },
      { id: 'E07000197', name: 'Stafford', also: ['Staefford'] },
      { id: 'x-stafford', name: 'Stafford County (Virginia)', country: 'US' },
    ],
    areas: [
      YORKSHIRE,
      WEST_YORKSHIRE,
      { id: 'E92000001', kind: 'nation', name: 'England', also: [], members: [] },
    ],
    exists,
  }),
)

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

test('a word that is not understood is never passed over in silence', () => {
  assert.equal(told(who('Leeds Xyzzy')), 'near: Leeds')
  assert.equal(told(who('Leeds universities')), 'near: Leeds')
  assert.equal(told(who('Leeds Winchester')), 'empty: Leeds, Winchester GB')
})

test('one slip in a long enough name is corrected, and said to be', () => {
  assert.equal(told(who('Dortmnd')), 'meant: Dortmund (corrected)')
  assert.equal(told(who('Rotterdma')), 'meant: Rotterdam (corrected)')
  assert.equal(told(who('newcastle upn tyne')), 'meant: Newcastle upon Tyne (corrected)')
  assert.equal(told(who('leeds germny')), 'meant: Leeds, Germany (corrected)')
})

test('what is a slip away from a place that exists is never another place', () => {
  assert.equal(told(who('Winchster')), 'near: ; Winchester GB')
  assert.equal(told(who('Durbac')), 'near: Durban; Durbach DE')
  assert.equal(told(who('bradford on avn')), 'near: Bradford; Bradford-on-Avon GB')
  assert.equal(told(who('Mexco City')), 'near: Mexico; Mexico City MX')
  assert.equal(told(who('Chine')), 'near: China; Chinde MZ')
})

test('a short name is not corrected, but offered', () => {
  assert.equal(told(who('Yrok')), 'near: York')
  assert.equal(told(who('Dortmu')), 'near: Dortmund')
})

test('by what a place is called in another language it is offered for a slip, and not for a likeness', () => {
  assert.equal(told(who('Rouselscaim')), 'meant: Rüsselsheim (corrected)')
  assert.equal(told(who('scouse twins')), 'unknown')
})

test('a name with a slip that takes in the word beside it is offered before what another place is also called', () => {
  for (const asked of ['Staefford County', 'oldest twin of Staefford County'])
    assert.equal(told(who(asked)), 'near: Stafford County (Virginia), Stafford')
  assert.equal(told(who('Stafford County')), 'meant: Stafford County (Virginia) (alias)')
})

test('words that name no place are unknown', () => {
  for (const asked of ['', '   ', '??', 'twins of', 'Xyzzyville', '<!channel>']) {
    assert.equal(who(asked).how, 'unknown', asked)
  }
})

test('every question gets an answer of some kind, whatever is typed, and typed words come back as they were', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.lorem(), fc.constantFrom('__proto__', 'constructor')),
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
  assert.equal(told(whoOf('Huddersfield')), 'several: Huddersfield, Kirklees; Huddersfield GB')
  assert.equal(told(whoOf('Huddersfield, Canada')), 'meant: Huddersfield')
  const here = whoOf('Huddersfield UK')
  assert.equal(here.how === 'inside' && here.place.name, 'Kirklees')
})

function known(
  id: string,
  name: string,
  country: string,
  admin: string,
  population: number,
  also: string[] = [],
): KnownPlace {
  return { id, name, country, admin, population, also }
}

/** A result in one line; after the semicolon what exists and holds nothing. */
function told(found: Who): string {
  switch (found.how) {
    case 'meant':
      return `meant: ${found.meant.map(({ how, locality }) => nameOf(locality) + (how === 'exact' ? '' : ` (${how})`)).join(', ')}`
    case 'several':
    case 'near': {
      const others = found.others.map(({ name, country }) => `${name} ${country}`).join(', ')
      return `${found.how}: ${found.choices.map(nameOf).join(', ')}${others ? `; ${others}` : ''}`
    }
    case 'elsewhere':
      return `elsewhere: ${found.choices.map(nameOf).join(', ')}; not in ${found.where}`
    case 'inside':
      return `inside: ${found.place.name}`
    case 'empty':
      return `empty: ${[...found.beside.map(nameOf), ...found.known.map(({ name, country }) => `${name} ${country}`)].join(', ')}`
    case 'unknown':
      return 'unknown'
  }
}

function nameOf(locality: Locality): string {
  if (locality.is === 'place') return locality.place.name
  return locality.is === 'area' ? locality.area.name : locality.name
}

test('a whole that is one letter from a name of several words is offered as that, though its words say nothing alone', () => {
  const england: Area = { id: 'E92000001', kind: 'nation', name: 'England', also: [], members: [] }
  const east: Area = { id: 'E12000006', kind: 'region', name: 'East of England', also: [], members: [] }
  const { who } = buildLibrary(smallKnowledge({ areas: [england, east] }))
  assert.equal(told(who('last of England')), 'near: East of England, England')
  assert.equal(told(who('East of England')), 'meant: East of England')
})

test('a word of English is no slip that is read as a place: it may be offered', () => {
  const BORDEAUX = { id: '3031582', name: 'Bordeaux', country: 'FR', also: ['Bordeus'] }
  const { who } = buildLibrary(smallKnowledge({ places: [BORDEAUX, { id: 'x-ashton', name: 'Marketon' }] }))
  assert.equal(told(who('the borders')), 'near: Bordeaux')
  assert.equal(told(who('marketing')), 'near: Marketon')
  assert.equal(told(who('Bordeaus')), 'meant: Bordeaux (corrected)')
})

test('a place with a name in two languages is called by each of them, and comes before a smaller namesake', () => {
  for (const name of ['San Sebastian', 'Donostia']) {
    const found = who(name)
    assert.deepEqual(found.how === 'empty' && found.known[0].id, 'donostia', name)
  }
})
