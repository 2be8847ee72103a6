import { knowledgeFrom } from '../src/knowledge/draft.ts'
import { claimStatement } from '../src/knowledge/kinds/claim.ts'
import { reportStatements } from '../src/knowledge/kinds/report.ts'
import { assertionStatement } from '../src/knowledge/kinds/twinning.ts'
import type { Area, Assertion, Claim, Knowledge, Place, Report } from '../src/knowledge/records.ts'
import type { Source } from '../src/reference/source.ts'

/** A small world for tests: what is not given is the least that fits. */
export type World = {
  places?: readonly (Partial<Place> & { id: string; name: string })[]
  areas?: readonly Area[]
  links?: readonly (Partial<Assertion> & { place: string; twin: string })[]
  claims?: readonly (Partial<Claim> & { id: string; says: string })[]
  reports?: readonly Report[]
  sources?: readonly (Partial<Source> & { id: string })[]
  looked?: Knowledge['looked']
  exists?: Knowledge['exists']
  aside?: Knowledge['aside']
  short?: Knowledge['short']
  said?: Knowledge['said']
}

export const CHECKED = { on: '2026-11-24', by: 'a reader' } as const
export const TODAY = '2026-11-24'

export const LEEDS = { id: 'E08000035', name: 'Leeds', region: 'E12000003', authority: 'E47000003' }
export const SHEFFIELD = { id: 'E08000019', name: 'Sheffield', region: 'E12000003', authority: 'E47000002' }
export const KIRKLEES = {
  id: 'E08000034',
  name: 'Kirklees',
  region: 'E12000003',
  authority: 'E47000003',
  contains: ['Huddersfield'],
}
export const DORTMUND = { id: '2935517', name: 'Dortmund', country: 'DE', also: ['Tremonia'] }
export const BOCHUM = { id: '2947416', name: 'Bochum', country: 'DE' }
export const LILLE = { id: '2998324', name: 'Lille', country: 'FR' }
export const YORKSHIRE: Area = {
  id: 'E12000003',
  kind: 'region',
  name: 'Yorkshire and the Humber',
  also: ['Yorkshire'],
  members: [],
}
export const WEST_YORKSHIRE: Area = {
  id: 'E47000003',
  kind: 'combined authority',
  name: 'West Yorkshire',
  also: [],
  members: [],
}

export function smallKnowledge({
  places = [],
  areas = [],
  links = [],
  claims = [],
  reports = [],
  sources = [],
  looked = [],
  exists = [],
  aside = [],
  short = [],
  said = [],
}: World): Knowledge {
  const world = {
    places: places.map((place) => ({
      country: 'GB',
      also: [],
      contains: [],
      within: [],
      lat: 53,
      lon: -1,
      ...place,
    })),
    areas,
    assertions: links.map((link, index) => ({
      id: `link-${index + 1}`,
      kind: 'twin',
      status: 'active' as const,
      source: 'council',
      checked: CHECKED,
      added: CHECKED.on,
      ...link,
    })),
    claims: claims.map((claim) => ({
      source: 'council',
      about: ['cities'],
      places: [],
      checked: CHECKED,
      added: CHECKED.on,
      ...claim,
    })),
    reports,
    sources: [{ id: 'council' }, ...sources].map((source) => ({
      type: 'webpage',
      title: 'A page',
      author: [{ literal: 'Leeds City Council' }],
      url: `https://example.org/${source.id}`,
      csl: {},
      ...source,
    })),
    looked,
    aside,
    short,
    said,
  }
  const placeNamed = (id: string) => {
    const place = world.places.find((one) => one.id === id)
    if (!place) throw new Error(`this world has no place ${id}`)
    return place
  }
  const statements = [
    ...world.claims.map(claimStatement),
    ...world.assertions.map((one) => assertionStatement(one, { placeNamed })),
    ...reports.flatMap(reportStatements),
  ]
  return knowledgeFrom([{ ...world, statements }], { exists: () => exists, checks: new Map() })
}
