import type { Finding } from '../answer.ts'
import type { Claim, Knowledge, ReportFinding } from '../knowledge/entries.ts'
import { claimFinding, reportFinding } from '../library/finding.ts'
import { lazily } from '../library/lazily.ts'
import type { Locality, Who } from '../library/library.ts'
import { covers } from '../library/locality.ts'
import { englishCountries } from '../library/places/countries.ts'
import { fold } from '../library/words/fold.ts'
import type { Shelf } from './command.ts'

/** What claims and report findings say of all the places that a question names; twinnings have answers of their own. */
export function saidOf(who: Who, { library: { knowledge }, today }: Shelf): readonly Finding[] {
  const named = namedIn(who)
  if (named.length === 0) return []
  const speaks = (record: Claim | ReportFinding) => named.every((one) => mentions(record, one, knowledge))
  return [
    ...knowledge.claims.filter(speaks).map((claim) => claimFinding(claim, knowledge, today)),
    ...knowledge.reports
      .flatMap(({ findings }) => findings)
      .filter(speaks)
      .map((finding) => reportFinding(finding, knowledge, today)),
  ]
}

const countries = lazily(englishCountries)

/** A place we hold, or the names of one that we do not. */
type Named = Locality | { is: 'known'; names: readonly string[] }

function namedIn(who: Who): readonly Named[] {
  if (who.how === 'meant') return who.meant.map(({ locality }) => locality)
  if (who.how !== 'empty') return []
  return [...who.beside, { is: 'known', names: [who.typed, who.known[0].name] }]
}

/** By its places, or by the name itself in running words; a country also as `French`. */
function mentions(record: Claim | ReportFinding, named: Named, knowledge: Knowledge): boolean {
  const places = 'places' in record ? record.places.map((id) => knowledge.places.get(id)) : []
  if (named.is !== 'known' && places.some((place) => place && covers(named, place))) return true
  const words = fold(`${record.says} ${record.quote ?? ''}`)
  if (named.is === 'country') return words.split(' ').some((word) => countries().get(word) === named.code)
  return namesOf(named).some((name) => ` ${words} `.includes(` ${fold(name)} `))
}

function namesOf(named: Exclude<Named, { is: 'country' }>): readonly string[] {
  if (named.is === 'known') return named.names
  return named.is === 'place' ? [named.place.name] : [named.area.name, ...named.area.also]
}
