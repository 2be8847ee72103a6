import type { OpenFolder } from '../growing/folder/open-folder.ts'
import { towns } from '../growing/places/towns.ts'
import { type Addable, addableCalled, addables, makeEntry, namesOf } from '../growing/records/entry.ts'
import { makeClaim, makePlace, makeReport } from '../growing/records/others.ts'
import { type ReadPage, sourceMaker } from '../growing/records/source.ts'
import { twinningMaker } from '../growing/records/twinning.ts'
import { parseArguments, Usage } from '../serve/arguments.ts'
import { addTo, type MadeEntries } from '../serve/folder/grow.ts'
import { askingAt } from '../serve/person.ts'

const TEXT = { type: 'string' } as const

/** What more is known of than the kind’s own file says. */
const OWN_WAY: ReadonlySet<string> = new Set(['twinning', 'claim', 'source', 'place', 'report'])

const BY_KIND = addables().filter(({ kind }) => namesOf(kind).every((name) => !OWN_WAY.has(name)))
const EVERYTHING = [...OWN_WAY, ...BY_KIND.map(({ kind }) => namesOf(kind).join(' or '))]

export const help = `npx hansa add twinning Norwich Rouen --since 1951 --status active --source https://example.org/page
npx hansa add claim|source|place|report …

${BY_KIND.map(usage).join('\n')}

  --by NAME     who read it; "a colleague" without it
  --dry-run     shows the lines and writes nothing
  --no-fetch    does not look at the page that is named as source

What is left out is asked for at a terminal. docs/adding-knowledge.md has a way for each.`

function usage({ kind, fields }: Addable): string {
  const options = Object.keys(fields).filter((field) => !['id', 'checked', 'added'].includes(field))
  return `npx hansa add ${namesOf(kind).join('|')}  ${options.map((field) => `--${field}`).join(' ')}`
}

/** Adds one record to the folder: its own entry, and those that it needs beside. */
export async function run(args: readonly string[]): Promise<number> {
  const addable = OWN_WAY.has(args[0] ?? '') ? undefined : addableCalled(args[0] ?? '')
  const own = Object.keys(addable?.fields ?? {}).map((field) => [field, TEXT] as const)
  const { values, positionals } = parseArguments('add', args, {
    ...{ since: TEXT, status: TEXT, on: TEXT, source: TEXT, kind: TEXT, at: TEXT, quote: TEXT, note: TEXT },
    ...{
      held: TEXT,
      country: TEXT,
      seat: TEXT,
      by: TEXT,
      says: TEXT,
      title: TEXT,
      about: TEXT,
      places: TEXT,
    },
    ...{ citing: TEXT, command: TEXT, summary: TEXT, id: TEXT },
    ...Object.fromEntries(own),
    'dry-run': { type: 'boolean', default: false },
    'no-fetch': { type: 'boolean', default: false },
    'allow-loopback': { type: 'boolean', default: false },
  })
  const [what = '', ...words] = positionals
  const { 'dry-run': dryRun, 'no-fetch': noFetch, 'allow-loopback': allowLoopback, ...fields } = values
  const make = addable
    ? (making: Making) => makeEntry(addable, words, fields, making)
    : maker(what, words, fields)
  const terminal =
    process.stdin.isTTY && process.stdout.isTTY ? askingAt(process.stdin, process.stdout) : undefined
  const asking = terminal?.asking
  try {
    return await addTo(dryRun, (folder) => {
      const readPage: ReadPage | undefined = noFetch ? undefined : (url) => pageAt(url, allowLoopback)
      const sources = sourceMaker(folder, {
        ...(readPage ? { readPage } : {}),
        ...(asking ? { asking } : {}),
      })
      return make({ folder, towns, sources, ...(asking ? { asking } : {}) })
    })
  } finally {
    terminal?.close()
  }
}

type Making = Parameters<typeof makeClaim>[1] & { folder: OpenFolder }
type Values = Parameters<typeof makeClaim>[0] &
  Omit<Parameters<ReturnType<typeof twinningMaker>>[0], 'place' | 'partner'>

function maker(
  what: string,
  words: readonly string[],
  fields: Values,
): (making: Making) => Promise<MadeEntries> {
  const [first, second, ...more] = words
  if (what === 'twinning') {
    if (!first || !second || more.length > 0)
      throw new Usage(
        'add twinning: name the place and its partner, in quotation marks where a name has several words: add twinning Norwich "Novi Sad".',
      )
    return (making) => twinningMaker(making)({ place: first, partner: second, ...fields })
  }
  const one = words.join(' ')
  if (what === 'place') {
    if (one === '') throw new Usage('add place: name it: add place Norwich.')
    return async (making) => makePlace(one, fields, making)
  }
  if (what === 'source') {
    if (one === '')
      throw new Usage('add source: give its address or its DOI: add source https://example.org/page.')
    return async ({ sources }) => {
      const made = await sources(one)
      return { ...made, isThere: made.additions.length === 0 }
    }
  }
  if (what === 'claim') return (making) => makeClaim({ ...(one ? { says: one } : {}), ...fields }, making)
  if (what === 'report') return (making) => makeReport({ ...(one ? { source: one } : {}), ...fields }, making)
  throw new Usage(`add: say what to add: ${EVERYTHING.join(', ')}.`)
}

/** A page is asked once, though entries may be made twice. */
const pages = new Map<string, Awaited<ReturnType<ReadPage>>>()

/** Loaded where a page is to be looked at, which takes longer than all else. */
async function pageAt(url: string, allowLoopback: boolean): ReturnType<ReadPage> {
  const { pageReader } = await import('../serve/page-reader.ts')
  const facts = pages.get(url) ?? (await pageReader(allowLoopback)(url))
  pages.set(url, facts)
  return facts
}
