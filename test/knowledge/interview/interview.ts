import * as z from 'zod'
import { cited, defaults } from '../../../src/knowledge/fields/cited.ts'
import { day, id, line, lineOrNumber, list, paragraphs } from '../../../src/knowledge/fields/fields.ts'
import { namesPlace, past } from '../../../src/knowledge/fields/marks.ts'
import { type Kind, statementOf, WEIGHT, wholeOf } from '../../../src/knowledge/kinds/kind.ts'

const interviewSchema = z
  .strictObject({
    id: id('A name of its own for the interview.'),
    who: line('Who spoke, by office.'),
    says: paragraphs('What they said, in our words.'),
    about: list(line('A topic.'), 'Topics, as people would ask for them.').optional(),
    held: past(day('The day of the conversation.')),
    ...cited,
    places: list(namesPlace(lineOrNumber('A place’s name or id.')), 'Places it is about.').optional(),
    differs: list(line('The id of another interview.'), 'Interviews that say otherwise.').optional(),
  })
  .meta({ description: 'One thing somebody said in an interview that was published.' })

const file = z.strictObject({
  interviews: list(interviewSchema, 'What people said, one thing an entry.'),
  ...defaults,
})

export const interviews: Kind = {
  folder: 'interviews',
  noun: 'interview',
  guide: { entry: 'one thing somebody said', file: 'a file for each interview' },
  sample: 'interviews:\n  - {id: bus, who: A mayor, says: Buses help., held: 2026-11-02, source: A}\n',
  schema: file,
  records(entries, { placeNamed }) {
    const statements = wholeOf(entries, interviewSchema, file).map(({ value }) => {
      const places = (value.places ?? []).map((name) => placeNamed(name).id)
      return statementOf(
        { ...value, places },
        {
          kind: 'interview',
          finding: { title: `${value.who}, interviewed` },
          topics: value.about,
          words: [{ text: value.who, weight: WEIGHT.title }],
        },
      )
    })
    return { statements }
  },
}
