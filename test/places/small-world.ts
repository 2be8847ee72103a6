import type { KnownPlace } from '../../src/knowledge/records.ts'
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

/** Places that some hold records of, and some that only exist: enough for every way to name one. */
export const { who } = buildLibrary(
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

/** A result in one line; after the semicolon what exists and holds nothing. */
export function told(found: Who): string {
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

export function known(
  id: string,
  name: string,
  country: string,
  admin: string,
  population: number,
  also: string[] = [],
): KnownPlace {
  return { id, name, country, admin, population, also }
}
