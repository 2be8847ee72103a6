import { countryName } from '../../../answer/in-words.ts'
import { isEnglish } from '../../../search/text/english.ts'
import { fold } from '../../../search/words/fold.ts'
import { entriesOf } from '../../kinds/kind.ts'
import { areaSchema, placeSchema } from '../../kinds/place.ts'
import { reportSchema } from '../../kinds/report.ts'
import { TAKEN, WITHOUT } from '../command.ts'
import type { Folder, Rule } from '../rule.ts'

export const commandName: Rule = {
  name: 'command-name',
  why: 'Whoever begins a question with a word or the name of a place asks for that, and not for a report.',
  *check(folder) {
    const commands = entriesOf(folder.entries, reportSchema).filter(
      ({ value: { command } }) => command && !TAKEN.includes(command),
    )
    const names = commands.length > 0 ? placeNames(folder) : new Set()
    for (const { value, spot } of commands) {
      const { command = '' } = value
      if (isEnglish(command)) {
        const says = `command: "${command}" is an English word, with which people begin a question`
        yield { spot: spot(['command']), says, tip: `Choose a name or its letters, like "oecd". ${WITHOUT}` }
      } else if (names.has(squeezed(command))) {
        const says = `command: "${command}" is the name of a place, and who types it asks for that`
        yield { spot: spot(['command']), says, tip: `Choose a name of the report. ${WITHOUT}` }
      }
    }
  },
}

/** Every name of a place here, and of one that exists. */
function placeNames({ entries, exists }: Folder): ReadonlySet<string> {
  const places = entriesOf(entries, placeSchema).map(({ value }) => value)
  const areas = entriesOf(entries, areaSchema).map(({ value }) => value)
  const held = [...places, ...areas].flatMap(({ name, also }) => [name ?? [], also ?? []].flat())
  const inside = places.flatMap(({ contains }) => contains ?? [])
  const countries = new Set([...places, ...exists()].flatMap(({ country }) => country ?? []))
  const others = exists().flatMap(({ name, also }) => [name, ...also])
  return new Set([...held, ...inside, ...[...countries].map(countryName), ...others].map(squeezed))
}

/** `West Yorkshire` and `west-yorkshire` as `westyorkshire`. */
function squeezed(name: string): string {
  return fold(name).replaceAll(' ', '')
}
