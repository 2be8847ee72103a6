import arabic from 'i18n-iso-countries/langs/ar.json' with { type: 'json' }
import czech from 'i18n-iso-countries/langs/cs.json' with { type: 'json' }
import welsh from 'i18n-iso-countries/langs/cy.json' with { type: 'json' }
import danish from 'i18n-iso-countries/langs/da.json' with { type: 'json' }
import german from 'i18n-iso-countries/langs/de.json' with { type: 'json' }
import greek from 'i18n-iso-countries/langs/el.json' with { type: 'json' }
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import spanish from 'i18n-iso-countries/langs/es.json' with { type: 'json' }
import french from 'i18n-iso-countries/langs/fr.json' with { type: 'json' }
import italian from 'i18n-iso-countries/langs/it.json' with { type: 'json' }
import japanese from 'i18n-iso-countries/langs/ja.json' with { type: 'json' }
import korean from 'i18n-iso-countries/langs/ko.json' with { type: 'json' }
import dutch from 'i18n-iso-countries/langs/nl.json' with { type: 'json' }
import norwegian from 'i18n-iso-countries/langs/no.json' with { type: 'json' }
import polish from 'i18n-iso-countries/langs/pl.json' with { type: 'json' }
import portuguese from 'i18n-iso-countries/langs/pt.json' with { type: 'json' }
import romanian from 'i18n-iso-countries/langs/ro.json' with { type: 'json' }
import russian from 'i18n-iso-countries/langs/ru.json' with { type: 'json' }
import swedish from 'i18n-iso-countries/langs/sv.json' with { type: 'json' }
import turkish from 'i18n-iso-countries/langs/tr.json' with { type: 'json' }
import ukrainian from 'i18n-iso-countries/langs/uk.json' with { type: 'json' }
import chinese from 'i18n-iso-countries/langs/zh.json' with { type: 'json' }
import { fold } from '../search/words/fold.ts'

/** Folded English names, everyday and official, their adjectives, and names in common use → ISO 3166-1 alpha-2. */
export function englishCountries(): ReadonlyMap<string, string> {
  const codes = namesIn(english)
  for (const [code, names] of Object.entries(IN_USE)) for (const name of names) codes.set(name, code)
  return codes
}

/** Folded names in other languages: `deutschland`, `中国`. */
export function foreignCountries(): ReadonlyMap<string, string> {
  const codes = new Map<string, string>()
  for (const language of OTHERS) {
    for (const [name, code] of namesIn(language)) if (!codes.has(name)) codes.set(name, code)
  }
  return codes
}

type Names = { countries: Readonly<Record<string, string | string[]>> }

function namesIn(language: Names): Map<string, string> {
  const codes = new Map<string, string>()
  for (const [code, names] of Object.entries(language.countries)) {
    for (const name of [names].flat()) codes.set(fold(name), code)
  }
  return codes
}

const OTHERS: readonly Names[] = [
  german,
  french,
  spanish,
  italian,
  dutch,
  polish,
  portuguese,
  czech,
  welsh,
  danish,
  swedish,
  norwegian,
  romanian,
  russian,
  ukrainian,
  turkish,
  greek,
  arabic,
  chinese,
  japanese,
  korean,
]

/** What the list of names leaves out: short forms, former names, and the adjectives of `german twin towns`. */
const IN_USE: Readonly<Record<string, readonly string[]>> = {
  AE: ['uae', 'emirates'],
  AT: ['austrian'],
  AU: ['australian'],
  BA: ['bosnia', 'bosnian'],
  BE: ['belgian'],
  BG: ['bulgarian'],
  BR: ['brazilian'],
  BY: ['belarusian'],
  CA: ['canadian'],
  CD: ['dr congo', 'drc'],
  CH: ['swiss'],
  CI: ['ivory coast'],
  CN: ['chinese', 'prc'],
  CZ: ['czechia', 'czech'],
  DE: ['german'],
  DK: ['danish'],
  ES: ['spanish'],
  FI: ['finnish'],
  FR: ['french'],
  GB: ['britain', 'great britain', 'british', 'uk'],
  GR: ['greek'],
  HU: ['hungarian'],
  IE: ['eire', 'republic of ireland', 'irish'],
  IL: ['israeli'],
  IN: ['indian'],
  IR: ['iran', 'iranian'],
  IT: ['italian'],
  JP: ['japanese'],
  KP: ['north korea'],
  KR: ['south korea', 'korea', 'korean', 'south korean'],
  LK: ['sri lankan'],
  MK: ['macedonia', 'north macedonia'],
  MM: ['burma'],
  NI: ['nicaraguan'],
  NL: ['holland', 'dutch'],
  NO: ['norwegian'],
  NZ: ['new zealander'],
  PK: ['pakistani'],
  PL: ['polish'],
  PS: ['palestine', 'palestinian'],
  PT: ['portuguese'],
  RO: ['romanian'],
  RU: ['russia', 'russian'],
  SE: ['swedish'],
  SL: ['sierra leonean'],
  SY: ['syria'],
  TR: ['turkey', 'turkiye', 'turkish'],
  TW: ['taiwan'],
  TZ: ['tanzania', 'tanzanian'],
  UA: ['ukrainian'],
  US: ['america', 'american', 'usa', 'us', 'united states'],
  VN: ['vietnam'],
  ZA: ['south african'],
  ZM: ['zambian'],
}
