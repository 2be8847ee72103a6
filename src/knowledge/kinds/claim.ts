import * as z from 'zod'
import { cited, defaults } from '../fields/cited.ts'
import { id, line, lineOrNumber, list, paragraphs } from '../fields/fields.ts'
import { namesPlace } from '../fields/marks.ts'
import type { Claim, Statement } from '../records.ts'
import { capitalised, type Kind, statementOf, WEIGHT, wholeOf } from './kind.ts'

const claimSchema = z
  .strictObject({
    id: id('A name of its own for the claim, unique in the whole folder.'),
    title: line('A heading of three to eight words; without it, the topics are the heading.').optional(),
    says: paragraphs('What the source says, in our words.'),
    ...cited,
    defines: list(
      line('A word, as people would ask what it means.'),
      'Words that the source defines; who asks what one of them is gets this claim first.',
    ).optional(),
    about: list(line('A topic.'), 'Topics, as people would ask for them.').min(1),
    places: list(
      namesPlace(lineOrNumber('A place’s name or id.')),
      'Places it is about, as named in places/.',
    ).optional(),
    differs: list(
      line('The id of another claim.'),
      'Claims of other sources that say otherwise; written in one of two claims, it holds for both.',
    ).optional(),
  })
  .meta({ description: 'One thing a source says.' })

const file = z.strictObject({
  claims: list(claimSchema, 'What sources say, one claim an entry.'),
  ...defaults,
})

const sample = `checked: {on: 2026-11-24, by: Ana}
added: 2026-11-24

claims:
  - id: local-partnerships-help
    says: Strong and strategic partnerships at home are a help to partnerships abroad.
    quote: can only help strengthen international ones
    source: ransom-2020
    at: paragraph 4
    about: [partnerships, local partnerships]
`

export const claims: Kind = {
  folder: 'claims',
  noun: 'claim',
  guide: { entry: 'one thing a document says', file: 'a file for each document or subject' },
  sample,
  schema: file,
  records(entries, { placeNamed }) {
    const claims = wholeOf(entries, claimSchema, file).map(
      ({ value }): Claim => ({ ...value, places: (value.places ?? []).map((name) => placeNamed(name).id) }),
    )
    return { claims, statements: claims.map(claimStatement) }
  },
}

export function claimStatement(claim: Claim): Statement {
  const { title, about, defines } = claim
  return statementOf(claim, {
    kind: 'claim',
    finding: { title: title ?? capitalised(about.join(', ')) },
    topics: about,
    defines,
    words: title ? [{ text: title, weight: WEIGHT.title }] : [],
  })
}
