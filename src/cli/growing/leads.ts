import { createReadStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { count, countryName, dateInWords } from '../../answer/in-words.ts'
import { alone, commit } from '../../growing/folder/commit.ts'
import { LEADS_FILE, leadList, WIKIDATA } from '../../growing/leads/lead-list.ts'
import { type Row, rowsIn, Unusable } from '../../growing/leads/query-service.ts'
import { towns } from '../../growing/places/towns.ts'
import { leadsText } from '../../knowledge/leads.ts'
import type { Knowledge, Lead } from '../../knowledge/records.ts'
import { leadInWords, leadsOf } from '../../library/leads.ts'
import { buildLibrary } from '../../library/library.ts'
import { linksOf } from '../../library/link.ts'
import { parseArguments, Refusal, settingsOrRefuse, Usage } from '../../serve/arguments.ts'
import { knowledgeFolder, openKnowledge, today } from '../../serve/folder/folder.ts'
import { reasonOf } from '../../serve/folder/folder-paths.ts'
import { askService } from '../../serve/query-service.ts'

export const help = `npx hansa leads            of how many places public lists name links that nobody here has read of
npx hansa leads Norwich    what they name of one; what disagrees; what the list says has ended; what left the list
npx hansa leads fetch      asks Wikidata's query service anew and writes ${LEADS_FILE}

  --from FILE        reads a saved answer of the service (JSON) instead
  --contact ADDRESS  tells the service how to reach you, as it asks programs to do
  --fresh            asks again for what was already asked for today

A lead is no finding: it is shown apart, cited by nothing, on no map and in no file.`

/** What public lists name and the folder lacks. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments('leads', args, {
    from: { type: 'string' },
    contact: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    service: { type: 'string', default: 'https://query.wikidata.org/sparql' },
    'allow-loopback': { type: 'boolean', default: false },
  })
  const settings = settingsOrRefuse()
  const knowledge = await openKnowledge(settings)
  if (positionals[0] !== 'fetch') {
    if (knowledge.leads.length === 0) {
      process.stdout.write(
        'No list has been fetched yet. "npx hansa leads fetch" asks Wikidata’s query service.\n',
      )
      return 0
    }
    process.stdout.write(
      positionals.length === 0 ? overview(knowledge) : ofPlace(positionals.join(' '), knowledge),
    )
    return 0
  }
  if (positionals.length > 1) throw new Usage('leads fetch takes options only.')
  const { from, contact, fresh, service, 'allow-loopback': allowLoopback } = values
  const rows = await refusing(knowledge.leads.length > 0, async () =>
    from === undefined
      ? askService({
          url: service,
          allowLoopback,
          ...(contact && { contact }),
          cache: cacheIn(settings.data, fresh),
          today: today(),
          onPage: (rows) => process.stderr.write(`${count(rows, 'row')} so far\n`),
        })
      : rowsIn(await contentOf(from)),
  )
  return written(rows, knowledgeFolder(settings))
}

async function refusing(
  hasLeads: boolean,
  work: () => Promise<readonly Row[]> | readonly Row[],
): Promise<readonly Row[]> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    const before = hasLeads ? '; the leads of before still stand' : ''
    throw new Refusal(
      `The list cannot be used: ${error.message}. Nothing was written${before}. Try again later.`,
    )
  }
}

/** A list that suddenly has so small a part of what it had is more likely broken than true. */
const LEAST_PART = 0.5

async function written(rows: readonly Row[], path: string): Promise<number> {
  const listed = [...Map.groupBy(rows, ({ statement }) => statement).values()]
  return alone(path, async () => {
    const knowledge = await openKnowledge(settingsOrRefuse())
    const { leads, unknown, left } = leadList(
      listed.map((rows) => rows.map(({ listed }) => listed)),
      { knowledge, towns, today: today() },
    )
    const now = leads.length - left
    const before = knowledge.leads.length
    if (now === 0 || now < LEAST_PART * before)
      throw new Refusal(
        `The list names ${count(now, 'link')} of UK places that we know, and had ${before} before: that is more likely a fault than true. Nothing was written; try again another day.`,
      )
    const about = [
      `${WIKIDATA}, CC0, property P190, as of ${today()}. Written by "npx hansa leads fetch".`,
      NOBODY,
    ]
    commit(path, [{ path: LEADS_FILE, text: leadsText(leads, about) }])
    const without = unknown > 0 ? ` ${count(unknown, 'link')} left out: a place or a name is not known.` : ''
    process.stdout.write(
      `Wrote ${count(now, 'lead')} to ${LEADS_FILE}; ${count(left, 'lead')} of before left the list.${without}\n`,
    )
    return 0
  })
}

const NOBODY = 'Nobody here has read of these links: they are leads, and never evidence.'

function overview(knowledge: Knowledge): string {
  const links = linksOf(knowledge)
  const places = new Map(knowledge.leads.map(({ place, name }) => [place, name]))
  const lines = [...places]
    .map(([id, name]) => ({
      name,
      unread: leadsOf({ id, name }, knowledge, links).unread.filter(({ place }) => place === id),
    }))
    .filter(({ unread }) => unread.length > 0)
    .sort((a, b) => b.unread.length - a.unread.length || a.name.localeCompare(b.name, 'en'))
  const all = lines.reduce((sum, { unread }) => sum + unread.length, 0)
  return [
    ...lines.map(({ name, unread }) => `${String(unread.length).padStart(4)}  ${name}`),
    `${count(all, 'link')} of ${count(lines.length, 'place')} named in public lists and read of by nobody here.\n`,
  ].join('\n')
}

function ofPlace(asked: string, knowledge: Knowledge): string {
  const place = placeOf(asked, knowledge)
  const { unread, differing, ended, left } = leadsOf(place, knowledge, linksOf(knowledge))
  const of = (lead: Lead) => (lead.place === place.id || lead.name === place.name ? '' : `${lead.name}: `)
  const line = (lead: Lead) => `  ${of(lead)}${leadInWords(lead)}${lead.url ? `  ${lead.url}` : ''}`
  const parts = [
    ['Named in a public list, read by nobody here. Check with the council before citing', unread.map(line)],
    [
      'Recorded here, and the list says otherwise',
      differing.map(({ lead, link }) => {
        const years = [...new Set(link.assertions.flatMap(({ since }) => since ?? []))].join(' / ')
        const says = [lead.since && `since ${lead.since}`, lead.until && `until ${lead.until}`].filter(
          Boolean,
        )
        return `  ${of(lead)}${link.twin.name}, ${countryName(link.twin.country)}: the list has ${says.join(', ')}; recorded here: ${years ? `since ${years}` : 'no start'}, ${link.decisive?.status ?? 'no state'}`
      }),
    ],
    ['The list says that these have ended', ended.map((lead) => `${line(lead)}, until ${lead.until}`)],
    ['Not in the list any more', left.map((lead) => `${line(lead)}, last seen ${dateInWords(lead.seen)}`)],
  ] as const
  const told = parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}:\n${lines.join('\n')}\n`)
  if (told.length > 0) return `${place.name}\n\n${told.join('\n')}`
  return `No public list that was fetched names a link of ${place.name} that the folder lacks.\n`
}

/** One UK place: held, listed, or only known to exist. */
function placeOf(asked: string, knowledge: Knowledge): { id: string; name: string } {
  const who = buildLibrary(knowledge).who(asked, { guess: false })
  if (who.how === 'meant' && who.meant.length === 1) {
    const [meant] = who.meant
    if (meant?.locality.is === 'place' && meant.locality.place.country === 'GB') return meant.locality.place
  }
  const home = who.how === 'empty' ? who.known.filter(({ country }) => country === 'GB') : []
  const [only, other] = home
  if (only && !other) return only
  throw new Refusal(
    `“${asked}” is not one UK place that we know. Name a council area or a town, like Norwich.`,
  )
}

/** Pages of today, so that a run that broke off goes on where it was. */
function cacheIn(data: string, fresh: boolean): string {
  const cache = join(data, 'leads')
  if (fresh) rmSync(cache, { recursive: true, force: true })
  return cache
}

/** Bytes of a saved answer: all that the service has of UK places is a fraction of it. */
const LARGEST = 25_000_000

/** No more of it is read than can be used, whether it has a size or comes through a pipe. */
async function contentOf(file: string): Promise<string> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of createReadStream(file, { end: LARGEST })) chunks.push(chunk)
  } catch (error) {
    throw new Refusal(`${file} cannot be read (${reasonOf(error)}).`)
  }
  const bytes = Buffer.concat(chunks)
  if (bytes.length > LARGEST) throw new Unusable(`${file} is larger than ${LARGEST / 1e6} MB`)
  return bytes.toString('utf8')
}
