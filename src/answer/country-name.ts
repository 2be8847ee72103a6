// Not the package's own entry point, which reads its names in all 79 languages: 40 ms at every start.
import countries from 'i18n-iso-countries/index.js'
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }

countries.registerLocale(english)

/** `DE` → `Germany`, the everyday English name; the code itself when the library has no name for it. */
export function countryName(code: string): string {
  const [everyday, official] = [
    countries.getName(code, 'en', { select: 'alias' }),
    countries.getName(code, 'en'),
  ]
  // Some aliases are no everyday names: `UK`, `Korea, Republic of`.
  return everyday && everyday.length > 3 && !everyday.includes(',') ? everyday : (official ?? code)
}
