import { iso31662 } from 'iso-3166'
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

/** The council areas of ISO 3166-2 with its codes, districts below a county, and the counties above. */
export function ukCounties(): readonly County[] {
  const councils = iso31662.filter(({ parent, code }) => parent === 'GB' && !NATIONS.includes(code))
  const counties = COUNTIES.split('|').map((name) => name.trim())
  return [
    ...councils.map(({ code, name }) => ({ id: code, ...namesOf(name) })),
    ...[...UK_DISTRICTS].map(([id, name]) => ({ id, ...namesOf(name) })),
    ...counties.map((name) => ({ id: `x-${name.toLowerCase().replaceAll(' ', '-')}`, ...namesOf(name) })),
  ]
}

/** As the council itself writes it, where ISO 3166-2 has another spelling. */
const OWN_SPELLING: ReadonlyMap<string, string> = new Map([
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
