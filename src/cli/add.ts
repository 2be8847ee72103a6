import { parseArguments } from '../serve/arguments.ts'
import { addTo } from '../serve/grow.ts'
import { Usage } from '../serve/refusal.ts'

const TEXT = { type: 'string' } as const

/** Adds one record to the folder: its own file, and what it needs beside. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments('add', args, {
    since: TEXT,
    status: TEXT,
    on: TEXT,
    source: TEXT,
    kind: TEXT,
    at: TEXT,
    quote: TEXT,
    note: TEXT,
    held: TEXT,
    country: TEXT,
    seat: TEXT,
    by: TEXT,
    'dry-run': { type: 'boolean', default: false },
    'no-fetch': { type: 'boolean', default: false },
    'allow-loopback': { type: 'boolean', default: false },
  })
  const [what, ...words] = positionals
  const { 'dry-run': dryRun, 'no-fetch': noFetch, 'allow-loopback': allowLoopback, ...fields } = values
  const how = { dryRun, noFetch, allowLoopback }
  if (what === 'twinning')
    return addTo(how, async ({ makers }) => makers.twinning({ ...twoPlaces(words), ...fields }))
  throw new Usage('add: say what to add: twinning, claim, source, place or report.')
}

function twoPlaces([place, partner, ...more]: readonly string[]): { place: string; partner: string } {
  if (!place || !partner || more.length > 0)
    throw new Usage(
      'add twinning: name the place and its partner, each in quotation marks where it has several words: add twinning Norwich "Novi Sad".',
    )
  return { place, partner }
}
