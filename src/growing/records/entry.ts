import * as z from 'zod'
import { entriesById } from '../../knowledge/changed-values.ts'
import { placeLookup } from '../../knowledge/exists.ts'
import { isMarked } from '../../knowledge/fields/marks.ts'
import type { Fields, Writable } from '../../knowledge/file/entry-lines.ts'
import { nearest } from '../../knowledge/file/nearest.ts'
import { shapeOf, unwrapped } from '../../knowledge/file/sentences.ts'
import { KINDS } from '../../knowledge/kinds/all.ts'
import type { Kind } from '../../knowledge/kinds/kind.ts'
import type { Place } from '../../knowledge/records.ts'
import { Unclear } from '../asking.ts'
import type { OpenFolder } from '../folder/open-folder.ts'
import { placeAsked } from '../places/place-asked.ts'
import { placeRegister } from '../places/register.ts'
import { dated, idsOf, listOf, type Made, type Making, wanted } from './others.ts'
import { freeId, slug } from './source.ts'

/** A kind as it can be added: by what its own file says of an entry, and nothing else. */
export type Addable = { kind: Kind; list: string; fields: Readonly<Record<string, z.ZodType>> }

/** `decision`; `sum` and `cost` alike, by its noun or its folder; only kinds of which a source is cited. */
export function addableCalled(word: string): Addable | undefined {
  return addables().find(({ kind }) => namesOf(kind).includes(word))
}

export function addables(kinds: readonly Kind[] = KINDS): readonly Addable[] {
  return kinds.flatMap((kind) => {
    const lists = Object.entries(kind.schema.shape as Record<string, z.ZodType>)
    for (const [list, field] of lists) {
      // Where a file says more at its top, as of a report, an entry alone is not enough.
      if (lists.some(([key, top]) => key !== list && !(top instanceof z.ZodOptional))) continue
      const schema = unwrapped(field)
      const fields = schema instanceof z.ZodArray ? shapeOf(schema.element as z.ZodType) : undefined
      if (fields?.source && fields.checked) return [{ kind, list, fields }]
    }
    return []
  })
}

export function namesOf({ noun, folder }: Kind): readonly string[] {
  return [...new Set([noun, folder.replace(/s$/, '')])]
}

/** What is given by itself, or made. */
const GIVEN: ReadonlySet<string> = new Set(['checked', 'added', 'source', 'citing'])

/** Words stand for the places of an entry, in their order, or for its first field where it names none. */
export async function makeEntry(
  { kind, list, fields }: Addable,
  words: readonly string[],
  typed: Readonly<Record<string, string | undefined>>,
  { folder, towns, sources, asking }: Making,
): Promise<Made> {
  const register = placeRegister(folder.knowledge, towns)
  const meant = placeAsked(register, asking)
  const isPlace = (field: string) => isMarked(fields[field], 'place')
  const asked = Object.keys(fields).filter((field) => !GIVEN.has(field) && field !== 'id')
  const places = asked.filter(isPlace)
  const named = places.length > 0 ? places : asked.slice(0, 1)
  if (words.length > named.length)
    throw new Unclear(
      `add ${kind.noun}: more words than ${named.join(' and ')}; put names of several words into quotation marks.`,
      { isMissing: true },
    )
  const said: Readonly<Record<string, string | undefined>> = {
    ...Object.fromEntries(words.map((word, at) => [named[at] ?? '', word])),
    ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)),
  }
  const entry: Record<string, Writable | undefined> = { id: undefined }
  const taken: ReturnType<typeof register.take>[] = []
  for (const field of asked) {
    const schema = fields[field] as z.ZodType
    const text = said[field]?.trim()
    if (!text && schema instanceof z.ZodOptional) continue
    if (!isPlace(field)) entry[field] = await typedValue(field, schema, text, { asking })
    else {
      const name = await wanted(field, text, descriptionOf(schema), asking)
      const side = field === places[0] ? 'home' : 'partner'
      const one = register.take(
        await meant(name, { side, ...(said.country && !fields.country && { country: said.country }) }, field),
      )
      taken.push(one)
      entry[field] = register.nameOf(one.place, side === 'partner')
    }
  }
  const source = await sources(said.source)
  const choices = asked.filter((field) => choicesOf(fields[field]) !== undefined)
  const about = taken.length > 0 ? taken.map(({ place }) => place.name) : [firstWords(entry[asked[0] ?? ''])]
  const parts = [...about, entry[choices[0] ?? ''] ?? source.id]
  entry.id = freeId(said.id ?? slug(parts.join(' ')), idsOf(folder))
  entry.at ??= entry.quote ? 'none' : undefined
  const path = fileFor(kind, { entry, places: taken.map(({ place }) => place) }, folder)
  const inOrder = Object.fromEntries(
    Object.keys(fields).map((field) => [field, field === 'source' ? source.id : entry[field]]),
  )
  const key = list
  return {
    additions: [
      ...source.additions,
      ...taken.flatMap(({ additions }) => additions),
      dated(folder, path, key, { ...inOrder, citing: said.citing }, said.by),
    ],
    said: [...source.said, ...taken.flatMap((one) => one.said)],
  }
}

/** `Norwich City Council`, of a list of councils. */
function firstWords(value: Writable | undefined): string {
  const [first] = typeof value === 'object' ? Object.values(value) : [value]
  return typeof first === 'object' ? firstWords(first) : String(first ?? '')
}

function descriptionOf(schema: z.ZodType | undefined): string {
  return (schema && (schema.description ?? unwrapped(schema).description)) ?? ''
}

function choicesOf(schema: z.ZodType | undefined): readonly string[] | undefined {
  const field = schema && unwrapped(schema)
  return field instanceof z.ZodEnum ? field.options.map(String) : undefined
}

/** As the file has it. What is wrong with it, the check of the whole will say; a choice is told at once. */
async function typedValue(
  field: string,
  schema: z.ZodType,
  text: string | undefined,
  { asking }: Pick<Making, 'asking'>,
): Promise<Writable> {
  const choices = choicesOf(schema)
  const about = descriptionOf(schema)
  if (choices) {
    const word =
      text ??
      (await asking?.choose(
        about,
        choices.map((one) => ({ write: one, says: one })),
      ))
    if (word !== undefined && choices.includes(word)) return word
    const near = word && nearest(word, choices)
    const head = word === undefined ? `--${field} is missing` : `“${word}” is none`
    throw new Unclear(
      `${head}. Write one of ${choices.join(', ')}${near ? `; did you mean ${near}?` : '.'}`,
      { field, isMissing: word === undefined },
    )
  }
  const given = await wanted(field, text, about, asking)
  const list = unwrapped(schema)
  if (!(list instanceof z.ZodArray)) return mendedValue(schema, given)
  const item = shapeOf(list.element as z.ZodType)
  return item ? given.split(/\s*;\s*/).map((one) => recordOf(one, Object.keys(item), field)) : listOf(given)
}

/** `Norwich City Council, E07000148` for a name and a code: the first of them may hold commas. */
function recordOf(text: string, keys: readonly string[], field: string): Fields {
  const parts = text.split(/\s*,\s*/)
  const first = parts.slice(0, parts.length - keys.length + 1).join(', ')
  const values = [first, ...parts.slice(parts.length - keys.length + 1)]
  if (parts.length < keys.length)
    throw new Unclear(
      `write ${keys.join(', ')} with commas between them, and ; between several (found “${text}”).`,
      { field },
    )
  return Object.fromEntries(keys.map((key, at) => [key, values[at] ?? '']))
}

/** `13 March 2014` as the folder writes it; anything else as it is. */
function mendedValue(schema: z.ZodType, text: string): string {
  const issue = unwrapped(schema).safeParse(text).error?.issues[0]
  return issue?.code === 'custom' && typeof issue.params?.write === 'string' ? issue.params.write : text
}

/**
 * In which file an entry stands best, as the folder is kept: where most entries are of the same place, region or nation;
 * else in the file that is called as one of its own words (`decided.yml`); else in `added.yml`.
 */
function fileFor(
  { folder }: Kind,
  { entry, places }: { entry: Fields; places: readonly Place[] },
  { paths, textOf, knowledge }: OpenFolder,
): string {
  const files = paths.filter((path) => path.startsWith(`${folder}/`) && /\.ya?ml$/.test(path))
  const [home] = places
  const named = placeLookup([...knowledge.places.values()])
  const points = files.map((path) => {
    const bytes = new TextEncoder().encode(textOf(path) ?? '')
    const there = [...entriesById([{ path, bytes }]).values()].flatMap(({ value }) =>
      named(String(value.place ?? '')),
    )
    return { path, points: home ? there.reduce((sum, one) => sum + nearness(one, home), 0) : 0 }
  })
  const best = points.toSorted((a, b) => b.points - a.points)[0]
  if (best && best.points > 0) return best.path
  const words = Object.values(entry).flatMap((value) => (typeof value === 'string' ? [slug(value)] : []))
  return files.find((path) => words.some((word) => path === `${folder}/${word}.yml`)) ?? `${folder}/added.yml`
}

function nearness(one: Place, other: Place): number {
  if (one.id === other.id) return 1000
  if (one.region !== undefined && one.region === other.region) return 1
  return one.nation !== undefined && one.nation === other.nation && one.region === other.region ? 1 : 0
}
