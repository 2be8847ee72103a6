import { countryName, OR } from '../../answer/in-words.ts'
import { shown } from '../../knowledge/file/nearest.ts'
import type { Knowledge } from '../../knowledge/records.ts'
import { keptFor } from '../../search/lazily.ts'
import { fold } from '../../search/words/fold.ts'
import { type Asking, Unclear } from '../asking.ts'
import { idOf } from './found.ts'
import type { PlaceRegister, Settled } from './register.ts'
import { type Choice, placeResolver, type Resolving } from './resolve.ts'
import type { Towns } from './towns.ts'
import { idBehind, parted } from './typed-name.ts'

/** Which place is meant, `as` that field of a record; whoever sits at a terminal chooses among namesakes. Throws Unclear. */
export function placeAsked(register: PlaceRegister, asking?: Asking) {
  /** Every name that is offered is one that is understood as that place: else its id stands behind it. */
  const asOffered = (found: ReturnType<PlaceRegister['resolve']>, how: Resolving) =>
    found.is === 'choice'
      ? { ...found, between: found.between.map((one) => (leadsTo(one, how) ? one : withId(one))) }
      : found
  const leadsTo = ({ name, write }: Choice, how: Resolving) => {
    const one = register.resolve(name, how)
    if (one.is === 'choice' || one.is === 'unknown') return false
    return (one.is === 'held' ? one.place.id : idOf(one)) === write
  }
  const meant = async (written: string, how: Resolving, as: string): Promise<Settled> => {
    if (shown(written) === '')
      throw new Unclear('its name is empty. Write which place it is.', {
        field: as,
        inForm: 'Write which place it is.',
      })
    const found = asOffered(register.resolve(idBehind(written) ?? written, how), how)
    if (found.is === 'choice') {
      if (!asking)
        throw new Unclear(choiceInWords(written, found), {
          field: as,
          inForm: choiceInForm(found),
        })
      const more = found.more ? ` (${moreOf(found.more)})` : ''
      return meant(await asking.choose(`Which ${written} is the ${as}?${more}`, found.between), how, as)
    }
    if (found.is === 'town' && found.town.country === 'GB' && !found.town.within) {
      const council = await asking?.line(`In which council area does ${found.name} lie (empty to stop)?`)
      if (council && !parted(written).where) return meant(`${found.name}, ${council}`, how, as)
      throw new Unclear(
        `the list that comes with Hansa does not say in which council area ${found.name} lies. Write that behind it, as in “Margate, Thanet”.`,
        { field: as, inForm: `Write in which council area ${found.name} lies, as in “Margate, Thanet”.` },
      )
    }
    if (found.is !== 'unknown') return found
    if (found.instead) throw new Unclear(oneOf(found.why, found.instead), { field: as })
    if (found.tip)
      throw new Unclear(`${found.why}. ${found.tip}`, { field: as === 'partner' ? 'country' : as })
    const isPartner = how.side === 'partner'
    const seat = isPartner && how.seat === undefined && (await asking?.line(`${found.why}. ${SEAT}`))
    if (seat) return meant(written, { ...how, seat }, as)
    const tip = isPartner
      ? 'Correct the name, write its GeoNames id, or name the town in which a district has its seat (--seat, or a column “seat”).'
      : 'Correct the name, or write its ONS code or GeoNames id.'
    const inForm = `${found.why.replace(/^n/, 'N')}. Correct the name, or write its id of GeoNames or the ONS.`
    throw new Unclear(`${found.why}. ${tip}`, { field: as, inForm })
  }
  return meant
}

/** `London is an area of 33 councils. Write …, as in “Barnet”, “Bexley” or “Brent”.` */
function oneOf(why: string, councils: readonly string[]): string {
  const like = OR.format(councils.slice(0, 3).map((name) => `“${name}”`))
  return `${why}. Write the one whose link it is, as in ${like}.`
}

function withId(choice: Choice): Choice {
  const { name, write } = choice
  return name === write ? choice : { ...choice, name: `${name} (${write})` }
}

type Several = { between: readonly Choice[]; more?: number }

/** `“Newport” can be … or …. Write it as “Newport, Wales”, or its id in place of the name.` */
function choiceInWords(written: string, { between, more }: Several): string {
  const [first] = between
  const like = first && first.name !== first.write ? `Write it as “${first.name}”, or` : 'Write'
  if (first && between.length === 1)
    return `the list that comes with Hansa knows no “${written}”, but ${first.says}. ${like} its id in place of the name, if that is meant.`
  return `“${written}” can be ${between.map(({ says }) => says).join(' or ')}${more ? `, or ${moreOf(more)}` : ''}. ${like} its id in place of the name.`
}

/** As it can be written: by its name, else by what is said of it, with its id behind. */
function offered({ name, write, says }: Choice): string {
  return name === write && idBehind(says) === write ? says : name
}

/** `Several places are called so. Write “Newport, Wales” or “Newport, Isle of Wight”.` */
function choiceInForm({ between, more }: Several): string {
  const each = between.map((one) => `“${offered(one)}”`)
  if (each.length === 1) return `It is not known there. Write ${each[0]}, if that is meant.`
  return `Several places are called so. Write ${OR.format(each)}${more ? `, or the id of ${moreOf(more)}` : ''}.`
}

/** What is not shown is said, so that nobody takes the largest for all. */
function moreOf(more: number): string {
  return more === 1 ? 'a smaller one' : `one of ${more} smaller ones`
}

const SEAT = 'If it is a district or a region: in which town is its seat (empty to stop)?'

/**
 * Places of the UK, or elsewhere, whose names begin so, as they can be written: with what tells one of the UK from its namesakes,
 * and abroad with the country. Those that are held come first, then the largest; each is understood as one place.
 */
export function namesBeginning(
  typed: string,
  side: 'place' | 'partner',
  { knowledge, towns }: { knowledge: Knowledge; towns: () => Towns },
): readonly string[] {
  const key = fold(typed)
  if (key === '') return []
  const isHome = side === 'place'
  const resolve = placeResolver([...knowledge.places.values()], towns)
  const fits = names(knowledge).filter((one) => one.key.startsWith(key) && one.isHome === isHome)
  return [...new Set(fits.map(({ write }) => write))]
    .values()
    .filter(
      (name) => !['choice', 'unknown'].includes(resolve(name, { side: isHome ? 'home' : 'partner' }).is),
    )
    .take(OFFERED)
    .toArray()
}

const OFFERED = 8

const names = keptFor(({ places, exists, areas }: Knowledge) => {
  const held = [...places.values()].map((place) => ({
    ...place,
    admin: areas.get(place.nation ?? '')?.name,
    population: Number.POSITIVE_INFINITY,
  }))
  const ofAreas = new Set([...areas.values()].map(({ name }) => name))
  // Of councils and counties that exist the list has codes of other kinds.
  const others = exists.filter(
    ({ id, name, country }) =>
      /^\d+$/.test(id) && !places.has(id) && !(country === 'GB' && ofAreas.has(name)),
  )
  const all = [...held, ...others].toSorted((a, b) => b.population - a.population)
  const alike = Map.groupBy(all, ({ name, country }) => `${name}, ${country}`)
  return all.map(({ id, name, country, admin }) => {
    const isOnly = alike.get(`${name}, ${country}`)?.length === 1
    const where = isOnly ? (country === 'GB' ? undefined : countryName(country)) : admin
    const write = !isOnly && where === undefined ? id : [name, where].filter(Boolean).join(', ')
    return { key: fold(name), write, isHome: country === 'GB' }
  })
})
