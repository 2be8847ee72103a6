import { placesIn } from '../../draft.ts'
import { MOST_HINTS, nearest, shown } from '../../file/nearest.ts'
import type { Fault } from '../../file/text.ts'
import { type Folder, type Mention, mentionsOf, type Rule } from '../rule.ts'

export const knownPlace: Rule = {
  name: 'known-place',
  why: 'A wrong town ends the use of Hansa, so each name must mean exactly one place.',
  *check(folder) {
    const nowhere = { ...folder, entries: [], exists: () => [] }
    let looked = 0
    for (const mention of mentionsOf(folder, 'place')) {
      const { length } = folder.placesNamed(mention.text)
      if (length > 1) yield ambiguous(mention, folder)
      if (length === 0 && !isPerhapsKnown(mention.text, folder)) {
        yield unknown(mention, looked++ < MOST_HINTS ? folder : nowhere)
      }
    }
  },
}

function ambiguous({ text: name, as, spot }: Mention, folder: Folder): Fault {
  const choices = folder
    .placesNamed(name)
    .slice(0, 4)
    .map(({ name = '…', country = '…', id = '…' }) => `${name}, ${country} (${id})`)
  const says = `${as}: "${shown(name)}" can be ${choices.join(' or ')}`
  const mend = { instead: name, write: folder.placesNamed(name)[0]?.id ?? '', certain: false }
  return { spot, says, tip: 'Write the id of the one that is meant.', mend }
}

function unknown({ text: name, as, spot }: Mention, folder: Folder): Fault {
  const [, bare = name, country] = /^(.+), *([A-Z]{2})$/.exec(name) ?? []
  const elsewhere = country ? folder.placesNamed(bare) : []
  const names = placesIn(folder).flatMap((place) => [place.name ?? [], place.also ?? []].flat())
  const near = elsewhere[0] ? `${bare}, ${elsewhere[0].country}` : nearest(bare, names)
  const says = `${as}: no place in places/ is called "${shown(name)}"${near ? `; did you mean "${near}"?` : ''}`
  return { spot, says, tip: tipFor(bare, country, folder) }
}

/** The list of places that exist knows most of them, and `add` their ids and coordinates. */
function tipFor(name: string, country: string | undefined, { exists }: Folder): string {
  const found = exists().filter((one) => one.name === name && (!country || one.country === country))
  const [one, other] = found
  if (!one || other) return 'Add the place to places/, or correct the name.'
  return `Add it with: npx hansa add place ${one.country === 'GB' ? `"${one.name}"` : one.id}`
}

/** Its entry has a wrong shape, or is in a file that could not be read. */
function isPerhapsKnown(name: string, { broken, unread }: Folder): boolean {
  return unread.has('places') || broken.has(name) || broken.has(name.replace(/, *[A-Z]{2}$/, ''))
}
