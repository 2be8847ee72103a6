import type { Fields } from '../../knowledge/file/entry-lines.ts'
import { shown } from '../../knowledge/file/nearest.ts'
import { type Asking, Unclear } from '../asking.ts'
import type { Addition } from '../folder/addition.ts'
import type { OpenFolder } from '../folder/open-folder.ts'
import { placeAsked } from '../places/place-asked.ts'
import { placeRegister } from '../places/register.ts'
import type { Towns } from '../places/towns.ts'
import { freeId, type SourceMaker, slug } from './source.ts'

export type TypedRecord = {
  says?: string
  title?: string
  source?: string
  citing?: string
  at?: string
  quote?: string
  about?: string
  places?: string
  command?: string
  summary?: string
  by?: string
  country?: string
  seat?: string
  id?: string
}

export type Making = { folder: OpenFolder; towns: () => Towns; sources: SourceMaker; asking?: Asking }

export type Made = { additions: readonly Addition[]; said: readonly string[]; isThere?: boolean }

/** One thing a document says, in a file for that document. */
export async function makeClaim(
  typed: TypedRecord,
  { folder, towns, sources, asking }: Making,
): Promise<Made> {
  const says = await wanted('says', typed.says, 'What does it say, in your own words?', asking)
  const about = listOf(await wanted('about', typed.about, 'Topics, with commas between them?', asking))
  const source = await sources(typed.source)
  const register = placeRegister(folder.knowledge, towns)
  const meant = placeAsked(register, asking)
  const taken: ReturnType<typeof register.take>[] = []
  for (const name of listOf(typed.places ?? ''))
    taken.push(register.take(await meant(name, { side: 'home' }, 'places')))
  const id = freeId(
    typed.id ??
      slug(typed.title ?? says)
        .split('-')
        .slice(0, 6)
        .join('-'),
    idsOf(folder),
  )
  const entry = {
    id,
    title: typed.title,
    says,
    quote: typed.quote,
    source: source.id,
    at: typed.at ?? (typed.quote ? 'none' : undefined),
    citing: typed.citing,
    about,
    places: taken.length > 0 ? taken.map(({ place }) => register.nameOf(place, true)) : undefined,
  }
  return {
    additions: [
      ...source.additions,
      ...taken.flatMap(({ additions }) => additions),
      dated(folder, `claims/${slug(source.id)}.yml`, 'claims', entry, typed.by),
    ],
    said: [...source.said, ...taken.flatMap(({ said }) => said)],
  }
}

/** A finding of a report: into the report’s file, which is begun with the first. */
export async function makeReport(typed: TypedRecord, { folder, sources, asking }: Making): Promise<Made> {
  const { knowledge, textOf, paths } = folder
  const report = await sources(
    await wanted('source', typed.source, 'The report: its address, DOI, or id in sources/?', asking),
  )
  const title = await wanted('title', typed.title, 'What is the finding about, as a heading?', asking)
  const says = await wanted('says', typed.says, 'What does the report say of it, in your own words?', asking)
  const there = knowledge.reports.find((one) => one.report === report.id)
  const isItsFile = (path: string) =>
    path.startsWith('reports/') &&
    new RegExp(`^report: *["']?${RegExp.escape(report.id)}["']?\\s*$`, 'm').test(textOf(path) ?? '')
  const path = paths.find(isItsFile) ?? `reports/${slug(report.id)}.yml`
  const entry = {
    id: freeId(
      typed.id ?? `${slug(report.id)}-${slug(title).split('-').slice(0, 5).join('-')}`,
      idsOf(folder),
    ),
    title,
    also: typed.about ? listOf(typed.about) : undefined,
    says,
    quote: typed.quote,
    source: typed.citing ?? report.id,
    at: typed.at ?? (typed.quote ? 'none' : undefined),
    citing: typed.citing ? report.id : undefined,
  }
  if (there) {
    const kept = (['command', 'summary'] as const).filter((field) => typed[field] !== undefined)
    const said = kept.length > 0 ? [`${path} is there already, and keeps its ${kept.join(' and ')}.`] : []
    return {
      additions: [...report.additions, dated(folder, path, 'findings', entry, typed.by)],
      said: [...report.said, ...said],
    }
  }
  const summary = await wanted(
    'summary',
    typed.summary,
    'What is the report about, in a sentence or two?',
    asking,
  )
  const named =
    knowledge.sources.get(report.id)?.title ?? String(report.additions[0]?.entry.title ?? report.id)
  const head = { report: report.id, command: typed.command, title: named, summary }
  return {
    additions: [...report.additions, dated(folder, path, 'findings', entry, typed.by, head)],
    said: report.said,
  }
}

/** A place by its name, with all that is known of it. */
export async function makePlace(
  name: string,
  { country, seat }: TypedRecord,
  { folder, towns, asking }: Making,
): Promise<Made> {
  const register = placeRegister(folder.knowledge, towns)
  const how = { side: 'home', ...(country && { country }), ...(seat && { seat }) } as const
  const { additions, said } = register.take(await placeAsked(register, asking)(name, how, 'place'))
  return { additions, said, isThere: additions.length === 0 }
}

export async function wanted(
  field: string,
  typed: string | undefined,
  question: string,
  asking?: Asking,
): Promise<string> {
  const text = (typed ?? (await asking?.line(question)) ?? '').trim()
  if (text === '') throw new Unclear(`--${field} is missing. ${question}`, { isMissing: true, field })
  return text
}

/** `checked` and `added` stand once at the top of a new file, else in the entry. */
export function dated(
  { today, textOf }: OpenFolder,
  path: string,
  key: string,
  entry: Fields,
  by = 'a colleague',
  head: Fields = {},
): Addition {
  const dates = { checked: { on: today, by }, added: today }
  const isNew = textOf(path) === undefined
  return { path, key, entry: isNew ? entry : { ...entry, ...dates }, top: { ...head, ...dates } }
}

export function idsOf({ knowledge }: OpenFolder): ReadonlySet<string> {
  return new Set([...knowledge.statements.keys(), ...knowledge.sources.keys()])
}

export function listOf(text: string): readonly string[] {
  return text
    .split(/ *[;,] */)
    .map((word) => shown(word))
    .filter(Boolean)
}
