import { authorityOf, expanded } from './uk-areas.ts'
import { UK_DISTRICTS } from './uk-districts.ts'

/**
 * A council area of today, by the codes of the Office for National Statistics (Open Government Licence v3.0).
 *
 * Compared on 30 November 2026: all 361 codes with their names, nations and regions, the 201 older codes of districts and
 * the successors of 40 that are gone, with mySociety's list of UK local authorities (its commit 572f135, with the
 * councils of April 2023; the ONS's list of May 2026 has as many).
 */
export type Council = { id: string; name: string; nation: string; region?: string; authority?: string }

/** Regions of England and what lies in them: unitary, metropolitan and London councils; districts below. */
const COUNCILS = `
E12000001 E06000001 Hartlepool|E06000002 Middlesbrough|E06000003 Redcar and Cleveland|E06000004 Stockton-on-Tees|
 E06000005 Darlington|E06000047 County Durham|E06000057 Northumberland|E08000021 Newcastle upon Tyne|
 E08000022 North Tyneside|E08000023 South Tyneside|E08000024 Sunderland|E08000037 Gateshead
E12000002 E06000006 Halton|E06000007 Warrington|E06000008 Blackburn with Darwen|E06000009 Blackpool|
 E06000049 Cheshire East|E06000050 Cheshire West and Chester|E06000063 Cumberland|E06000064 Westmorland and Furness|
 E08000001 Bolton|E08000002 Bury|E08000003 Manchester|E08000004 Oldham|E08000005 Rochdale|E08000006 Salford|
 E08000007 Stockport|E08000008 Tameside|E08000009 Trafford|E08000010 Wigan|E08000011 Knowsley|E08000012 Liverpool|
 E08000013 St Helens|E08000014 Sefton|E08000015 Wirral
E12000003 E06000010 Kingston upon Hull|E06000011 East Riding of Yorkshire|E06000012 North East Lincolnshire|
 E06000013 North Lincolnshire|E06000014 York|E06000065 North Yorkshire|E08000016 Barnsley|E08000017 Doncaster|E08000018 Rotherham|E08000019 Sheffield|
 E08000032 Bradford|E08000033 Calderdale|E08000034 Kirklees|E08000035 Leeds|E08000036 Wakefield
E12000004 E06000015 Derby|E06000016 Leicester|E06000017 Rutland|E06000018 Nottingham|E06000061 North Northamptonshire|
 E06000062 West Northamptonshire
E12000005 E06000019 Herefordshire|E06000020 Telford and Wrekin|E06000021 Stoke-on-Trent|E06000051 Shropshire|
 E08000025 Birmingham|E08000026 Coventry|E08000027 Dudley|E08000028 Sandwell|E08000029 Solihull|E08000030 Walsall|
 E08000031 Wolverhampton
E12000006 E06000031 Peterborough|E06000032 Luton|E06000033 Southend-on-Sea|E06000034 Thurrock|E06000055 Bedford|
 E06000056 Central Bedfordshire
E12000007 E09000001 City of London|E09000002 Barking and Dagenham|E09000003 Barnet|E09000004 Bexley|E09000005 Brent|
 E09000006 Bromley|E09000007 Camden|E09000008 Croydon|E09000009 Ealing|E09000010 Enfield|E09000011 Greenwich|
 E09000012 Hackney|E09000013 Hammersmith and Fulham|E09000014 Haringey|E09000015 Harrow|E09000016 Havering|
 E09000017 Hillingdon|E09000018 Hounslow|E09000019 Islington|E09000020 Kensington and Chelsea|
 E09000021 Kingston upon Thames|E09000022 Lambeth|E09000023 Lewisham|E09000024 Merton|E09000025 Newham|
 E09000026 Redbridge|E09000027 Richmond upon Thames|E09000028 Southwark|E09000029 Sutton|E09000030 Tower Hamlets|
 E09000031 Waltham Forest|E09000032 Wandsworth|E09000033 Westminster
E12000008 E06000035 Medway|E06000036 Bracknell Forest|E06000037 West Berkshire|E06000038 Reading|E06000039 Slough|
 E06000040 Windsor and Maidenhead|E06000041 Wokingham|E06000042 Milton Keynes|E06000043 Brighton and Hove|
 E06000044 Portsmouth|E06000045 Southampton|E06000046 Isle of Wight|E06000060 Buckinghamshire
E12000009 E06000022 Bath and North East Somerset|E06000023 Bristol|E06000024 North Somerset|
 E06000025 South Gloucestershire|E06000026 Plymouth|E06000027 Torbay|E06000030 Swindon|E06000052 Cornwall|
 E06000053 Isles of Scilly|E06000054 Wiltshire|E06000058 Bournemouth, Christchurch and Poole|E06000059 Dorset|
 E06000066 Somerset
W92000004 W06000001 Isle of Anglesey|W06000002 Gwynedd|W06000003 Conwy|W06000004 Denbighshire|W06000005 Flintshire|
 W06000006 Wrexham|W06000008 Ceredigion|W06000009 Pembrokeshire|W06000010 Carmarthenshire|W06000011 Swansea|
 W06000012 Neath Port Talbot|W06000013 Bridgend|W06000014 Vale of Glamorgan|W06000015 Cardiff|
 W06000016 Rhondda Cynon Taf|W06000018 Caerphilly|W06000019 Blaenau Gwent|W06000020 Torfaen|W06000021 Monmouthshire|
 W06000022 Newport|W06000023 Powys|W06000024 Merthyr Tydfil
S92000003 S12000005 Clackmannanshire|S12000006 Dumfries and Galloway|S12000008 East Ayrshire|S12000010 East Lothian|
 S12000011 East Renfrewshire|S12000013 Na h-Eileanan Siar|S12000014 Falkirk|S12000017 Highland|S12000018 Inverclyde|
 S12000019 Midlothian|S12000020 Moray|S12000021 North Ayrshire|S12000023 Orkney Islands|S12000026 Scottish Borders|
 S12000027 Shetland Islands|S12000028 South Ayrshire|S12000029 South Lanarkshire|S12000030 Stirling|
 S12000033 Aberdeen|S12000034 Aberdeenshire|S12000035 Argyll and Bute|S12000036 Edinburgh|S12000038 Renfrewshire|
 S12000039 West Dunbartonshire|S12000040 West Lothian|S12000041 Angus|S12000042 Dundee|
 S12000045 East Dunbartonshire|S12000047 Fife|S12000048 Perth and Kinross|S12000049 Glasgow|
 S12000050 North Lanarkshire
N92000002 N09000001 Antrim and Newtownabbey|N09000002 Armagh City, Banbridge and Craigavon|N09000003 Belfast|
 N09000004 Causeway Coast and Glens|N09000005 Derry City and Strabane|N09000006 Fermanagh and Omagh|
 N09000007 Lisburn and Castlereagh|N09000008 Mid and East Antrim|N09000009 Mid Ulster|
 N09000010 Newry, Mourne and Down|N09000011 Ards and North Down`

/** Counties with districts: the number of the county and the letters of its districts in the codes GeoNames has. */
const COUNTIES: readonly (readonly [county: string, letters: string, region?: string])[] = [
  ['11', 'BCEF'],
  ['12', 'BCDEG', 'E12000006'],
  ['16', 'BCDEFG'],
  ['17', 'BCDFGHJK', 'E12000004'],
  ['18', 'BCDEGHKL', 'E12000009'],
  ['19', 'CDEGHJ'],
  ['21', 'CDFGH', 'E12000008'],
  ['22', 'BCDEFGHJKLNQ', 'E12000006'],
  ['23', 'BCDEFG', 'E12000009'],
  ['24', 'BCDEFGHJLNP', 'E12000008'],
  ['26', 'BCDEFGHJKL', 'E12000006'],
  ['29', 'BCDEGHKLMNPQ', 'E12000008'],
  ['30', 'DEFGHJKLMNPQ', 'E12000002'],
  ['31', 'BCDEGHJ', 'E12000004'],
  ['32', 'BCDEFGH', 'E12000004'],
  ['33', 'BCDEFGH', 'E12000006'],
  ['34', 'BCDEFGH'],
  ['36', 'BCDEFGH'],
  ['37', 'BCDEFGJ', 'E12000004'],
  ['38', 'BCDEF', 'E12000008'],
  ['40', 'BCDEF'],
  ['41', 'BCDEFGHK', 'E12000005'],
  ['42', 'BCDEFGH', 'E12000006'],
  ['43', 'BCDEFGHJKLM', 'E12000008'],
  ['44', 'BCDEF', 'E12000005'],
  ['45', 'BCDEFGH', 'E12000008'],
  ['47', 'BCDEFG', 'E12000005'],
]

/** Districts whose code changed, and those of which a council of today is the successor. */
const NOW: readonly (readonly [codes: string, now: string])[] = [
  ['004-007', 'E06000060'],
  ['026 028 029', 'E06000063'],
  ['027 030 031', 'E06000064'],
  ['048', 'E06000058'],
  ['049-053', 'E06000059'],
  ['150 152 153 156', 'E06000061'],
  ['151 154 155', 'E06000062'],
  ['163-169', 'E06000065'],
  ['187-191 246', 'E06000066'],
  ['201 204', 'E07000245'],
  ['205 206', 'E07000244'],
]

const successorOf = new Map(
  NOW.flatMap(([codes, now]) =>
    codes
      .split(' ')
      .flatMap((range) => expanded(`E07000${range}`))
      .map((code) => [code, now]),
  ),
)

/** `38UC` → E07000178: both lists are in the same order, but for four districts that were given another code. */
const DISTRICTS: ReadonlyMap<string, { id: string; region: string | undefined }> = new Map(
  COUNTIES.flatMap(([county, letters, region]) =>
    [...letters].map((letter) => ({ snac: `${county}U${letter}`, region })),
  ).map(({ snac, region }, index) => [snac, { id: districtCodes()[index] ?? '', region }]),
)

/** The boroughs by the codes GeoNames has, the City first, as the Office for National Statistics counts them. */
const LONDON =
  'H9 A1 A2 A6 B5 B8 C4 C8 D9 E3 E7 E8 F1 F3 F4 F6 F9 G1 G3 G4 G7 H1 H6 I4 I8 K8 L1 M8 N8 O5 O9 P1 P5'.split(
    ' ',
  )

function boroughOf(code = ''): string | undefined {
  const index = LONDON.indexOf(code)
  return index < 0 ? undefined : `E090000${String(index + 1).padStart(2, '0')}`
}

function districtCodes(): readonly string[] {
  const recoded: Record<string, string> = { 240: '100', 241: '104', 242: '097', 243: '101' }
  const first = [...UK_DISTRICTS.keys()].filter((id) => id < 'E07000244')
  const place = (id: string) => recoded[id.slice(6)] ?? id.slice(6)
  return first.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}

/** Every council area of today. */
export function ukCouncils(): readonly Council[] {
  const listed = COUNCILS.trim()
    .split(/\n(?=\S)/)
    .flatMap((block) => {
      const area = block.slice(0, 9)
      const councils = block.slice(10).split('|')
      return councils.map((line) => ({ id: line.trim().slice(0, 9), name: line.trim().slice(10), area }))
    })
  const districts = [...DISTRICTS.values()].flatMap(({ id, region }) =>
    region && !successorOf.has(id) ? [{ id, name: UK_DISTRICTS.get(id) ?? '', area: region }] : [],
  )
  const merged = ['E07000244', 'E07000245'].map((id) => ({
    id,
    name: UK_DISTRICTS.get(id) ?? '',
    area: 'E12000006',
  }))
  return [...listed, ...districts, ...merged].map(({ id, name, area }) => {
    const isNation = !area.startsWith('E12')
    const authority = authorityOf.get(id)
    return {
      id,
      name: name.replaceAll('’', "'"),
      nation: isNation ? area : 'E92000001',
      ...(isNation ? {} : { region: area }),
      ...(authority ? { authority } : {}),
    }
  })
}

/** The code of the council area a town of GeoNames lies in: by the name of its area, where a council bears it, else by its district. */
export function councilOf({
  districts,
  area,
}: {
  districts: readonly string[]
  area?: string
}): string | undefined {
  if (area === 'Greater London') return boroughOf(districts[0])
  const district = districts.map((code) => DISTRICTS.get(code.slice(0, 4))).find(Boolean)
  const below = district && (successorOf.get(district.id) ?? district.id)
  const named = area === undefined ? undefined : COUNCIL_BY_NAME.get(bare(area))
  return named === DORSET && below ? below : (named ?? below)
}

/** A county of that name had Christchurch in it, which is now with Bournemouth and Poole. */
const DORSET = 'E06000059'

/** The code of the council area of today that bears this name. */
export function councilNamed(name: string): string | undefined {
  return COUNCIL_BY_NAME.get(bare(name))
}

const COUNCIL_BY_NAME = new Map(ukCouncils().map(({ id, name }) => [bare(name), id]))

/** `City and Borough of Leeds`, `Bridgend county borough`: what stands around the name in GeoNames. */
function bare(area: string): string {
  return area
    .replace(
      /^(The |Sir |Royal Borough of |Metropolitan Borough of |(City|County|Borough|District)( and (County|Borough))? of )/,
      '',
    )
    .replace(/( City| county borough| County Borough| Council)$/i, '')
    .replace(/^Eilean Siar$/, 'Na h-Eileanan Siar')
    .replace(/^Anglesey$/, 'Isle of Anglesey')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()
}
