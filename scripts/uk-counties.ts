import { iso31662 } from 'iso-3166'
import { councilNamed } from './uk-councils.ts'
import { UK_DISTRICTS } from './uk-districts.ts'

/** A county, district or borough of the UK: not a populated place, and so in no list of towns. */
export type County = { id: string; name: string; also: readonly string[] }

/**
 * Counties that people write though no council of today bears the name: those of the Local Government Act 1972
 * (schedules 1 and 4), the historic counties, and the councils that took Cumbria's place in 2023.
 */
const COUNTIES = `Avon|Bedfordshire|Berkshire|Cheshire|Cleveland|Cumberland|Hereford and Worcester|Humberside|
  Huntingdonshire|Merseyside|Middlesex|Northamptonshire|Sussex|Teesside|Tyne and Wear|Westmorland|
  Westmorland and Furness|Clwyd|Dyfed|Glamorgan|Gwent|Mid Glamorgan|South Glamorgan|West Glamorgan|Brecknockshire|
  Caernarfonshire|Cardiganshire|Merioneth|Montgomeryshire|Radnorshire|Argyll|Ayrshire|Banffshire|Berwickshire|
  Caithness|Dumfriesshire|Dunbartonshire|Inverness-shire|Kincardineshire|Kinross-shire|Kirkcudbrightshire|
  Lanarkshire|Peeblesshire|Perthshire|Ross and Cromarty|Roxburghshire|Selkirkshire|Stirlingshire|Sutherland|
  Wigtownshire|County Antrim|County Armagh|County Down|County Fermanagh|County Londonderry|County Tyrone`

/** Of the United Kingdom, but no part of it that has a council. */
const NATIONS = ['EAW', 'ENG', 'GBN', 'NIR', 'SCT', 'UKM', 'WLS'].map((code) => `GB-${code}`)

/**
 * The council areas of ISO 3166-2, districts below a county, and the counties above. What is a council area of today goes by
 * its ONS code, as in a folder that holds it: there it is no other place of its name.
 */
export function ukCounties(): readonly County[] {
  const councils = iso31662.filter(({ parent, code }) => parent === 'GB' && !NATIONS.includes(code))
  const counties = COUNTIES.split('|').map((name) => name.trim())
  const listed = [
    ...councils.map(({ code, name }) => ({ code, name })),
    ...[...UK_DISTRICTS].map(([code, name]) => ({ code, name })),
    ...counties.map((name) => ({ code: `x-${name.toLowerCase().replaceAll(' ', '-')}`, name })),
  ].map(({ code, name }) => {
    const names = namesOf(name)
    return { id: councilNamed(names.name) ?? code, ...names }
  })
  return listed.filter(({ id }, index) => listed.findIndex((one) => one.id === id) === index)
}

/** As the council itself writes it, where ISO 3166-2 has another spelling. */
const OWN_SPELLING: ReadonlyMap<string, string> = new Map([
  ['Derry and Strabane', 'Derry City and Strabane'],
  ['Eilean Siar', 'Na h-Eileanan Siar'],
  ['Rhondda Cynon Taff', 'Rhondda Cynon Taf'],
])

/** `Vale of Glamorgan, The` is listed so for sorting; `Orkney Islands` is Orkney, and `Isle of Anglesey` Anglesey. */
function namesOf(listed: string): { name: string; also: readonly string[] } {
  const [, main = listed, before] = /^(.+), (The|City of|County)$/.exec(listed) ?? []
  const name = before === 'County' ? `County ${main}` : main.replace(/ City$/, '')
  const spelled = OWN_SPELLING.get(name)
  if (spelled) return { name: spelled, also: [name] }
  const short = name.replace(/^(Isles? of|County) | Islands$/g, '')
  return { name, also: short === name ? [] : [short] }
}
