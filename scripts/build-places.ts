import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { existsTable, PLACES } from './exists-table.ts'
import { adminNamer, type GeoName, readGeoNames } from './geonames.ts'
import { alsoNames } from './place-names.ts'

/**
 * `node scripts/build-places.ts` rebuilds `knowledge/places/exists.tsv`, the list of places that exist, from GeoNames; run
 * it after adding a place. `node scripts/build-places.ts test/fixtures/knowledge` does so for the folder that tests ask,
 * when the list is to look otherwise. With `--find Dortmund DE` it prints the records of that name instead, to choose a
 * twin's id from.
 */
const [flag, name, country] = process.argv.slice(2)
if (flag === '--find' && name) find(name, country)
else if (flag?.startsWith('-'))
  console.error('Write "--find NAME [COUNTRY CODE]", a folder, or nothing to rebuild exists.tsv.')
else build(flag ? pathToFileURL(`${flag}/places/`) : PLACES)

function build(places: URL): void {
  const text = existsTable(places)
  writeFileSync(new URL('exists.tsv', places), text)
  console.log(
    `${text.split('\n').filter((line) => /^\w/.test(line)).length - 1} places, ${Buffer.byteLength(text)} bytes`,
  )
}

function find(wanted: string, country: string | undefined): void {
  const adminOf = adminNamer()
  const isNamed = ({ name, ascii, alternates }: GeoName) => [name, ascii, ...alternates].includes(wanted)
  for (const place of readGeoNames().filter(
    (place) => isNamed(place) && (!country || place.country === country),
  )) {
    const { id, name, feature, population, lat, lon } = place
    console.log([id, name, place.country, adminOf(place), feature, population, lat, lon].join('\t'))
    console.log(`\t${alsoNames(place).join(', ')}`)
  }
}
