import { Temporal } from 'temporal-polyfill'

const EPOCH = Temporal.Instant.fromEpochMilliseconds(0)

/**
 * The IANA name of what someone wrote: `europe/london`, `London`, `New York`, `UTC`. Undefined when there is no such
 * zone, or several cities of that name. Offsets such as `+01:00` are refused: they know no summer time.
 */
export function zoneNamed(words: string): string | undefined {
  const name = words.trim().replaceAll(/\s+/g, '_')
  if (!/^[a-z]/i.test(name)) return undefined
  if (/^uk$/i.test(name)) return 'Europe/London'
  const cities = Intl.supportedValuesOf('timeZone').filter((zone) => cityOf(zone) === name.toLowerCase())
  return cities.length === 1 ? cities[0] : (exactly(name) ?? renamed(name))
}

const AREAS = 'Europe Asia Africa America Australia Pacific Atlantic Indian'.split(' ')

/** Cities whose zone is listed under an older name of theirs: `Kyiv`, `Kolkata`. */
function renamed(name: string): string | undefined {
  return AREAS.map((area) => exactly(`${area}/${name}`)).find((zone) => zone !== undefined)
}

export function zoneExists(zone: string): boolean {
  return exactly(zone) !== undefined
}

function exactly(name: string): string | undefined {
  try {
    return EPOCH.toZonedDateTimeISO(name).timeZoneId
  } catch {
    return undefined
  }
}

function cityOf(zone: string): string | undefined {
  return zone.split('/').at(-1)?.toLowerCase()
}
