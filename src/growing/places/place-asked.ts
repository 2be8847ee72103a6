import { type Asking, Unclear } from '../asking.ts'
import type { PlaceRegister, Settled } from './register.ts'
import type { Choice, Resolving } from './resolve.ts'
import { parted } from './typed-name.ts'

/** Which place is meant, `as` that field of a record; whoever sits at a terminal chooses among namesakes. Throws Unclear. */
export function placeAsked(register: PlaceRegister, asking?: Asking) {
  const meant = async (written: string, how: Resolving, as: string): Promise<Settled> => {
    const found = register.resolve(written, how)
    if (found.is === 'choice') {
      if (!asking)
        throw new Unclear(choiceInWords(written, found.between), {
          field: as,
          inForm: choiceInForm(found.between),
        })
      return meant(await asking.choose(`Which ${written} is the ${as}?`, found.between), how, as)
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

/** `“Newport” can be … or …. Write it as “Newport, Wales”, or its id in place of the name.` */
function choiceInWords(written: string, between: readonly Choice[]): string {
  const [first] = between
  const like = first && first.name !== first.write ? `Write it as “${first.name}”, or` : 'Write'
  return `“${written}” can be ${between.map(({ says }) => says).join(' or ')}. ${like} its id in place of the name.`
}

/** `Several places are called so. Write “Newport, Wales” or “Newport, Isle of Wight”.` */
function choiceInForm(between: readonly Choice[]): string {
  const each = between.map(({ name, write, says }) => (name === write ? says : `“${name}”`))
  return `Several places are called so. Write ${OR.format(each)}.`
}

const OR = new Intl.ListFormat('en-GB', { type: 'disjunction' })

const SEAT = 'If it is a district or a region: in which town is its seat (empty to stop)?'
