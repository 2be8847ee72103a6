import { createInterface } from 'node:readline/promises'
import { setTimeout } from 'node:timers/promises'
import { type Asking, Unclear } from '../growing/asking.ts'
import type { OpenFolder } from '../growing/folder/open-folder.ts'
import { makeClaim, makePlace, makeReport } from '../growing/records/others.ts'
import { type ReadPage, sourceMaker } from '../growing/records/source.ts'
import { twinningMaker } from '../growing/records/twinning.ts'
import { parseArguments } from '../serve/arguments.ts'
import { addTo, type MadeEntries, towns } from '../serve/grow.ts'
import { Usage } from '../serve/refusal.ts'
import { fetchPage } from '../verify/fetch/fetch-page.ts'
import { LIMITS, takeTurns } from '../verify/fetch/limits.ts'
import { systemResolve } from '../verify/fetch/public-address.ts'
import { readRobots } from '../verify/fetch/robots.ts'
import { decode } from '../verify/read/decode.ts'

const TEXT = { type: 'string' } as const

/** Adds one record to the folder: its own entry, and those that it needs beside. */
export async function run(args: readonly string[]): Promise<number> {
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
    'dry-run': { type: 'boolean', default: false },
    'no-fetch': { type: 'boolean', default: false },
    'allow-loopback': { type: 'boolean', default: false },
  })
  const [what = '', ...words] = positionals
  const { 'dry-run': dryRun, 'no-fetch': noFetch, 'allow-loopback': allowLoopback, ...fields } = values
  const make = maker(what, words, fields)
  const terminal = process.stdin.isTTY && process.stdout.isTTY ? askingAt() : undefined
  const asking = terminal?.asking
  try {
    return await addTo(dryRun, (folder) => {
      const readPage = noFetch ? undefined : pageReader(allowLoopback)
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
  throw new Usage('add: say what to add: twinning, claim, source, place or report.')
}

/** Choices are numbered; a number or the words themselves answer. */
function askingAt(): { asking: Asking; close(): void } {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const line = async (question: string) => (await lines.question(`${question}\n> `)).trim()
  const asking: Asking = {
    line,
    async choose(question, choices, free = false) {
      const list = choices.map(({ says }, index) => `  ${index + 1}  ${says}`).join('\n')
      for (let tries = 0; tries < 5; tries++) {
        const said = await line(`${question}\n${list}`)
        const chosen = choices[Number(said) - 1] ?? choices.find(({ write }) => write === said.toLowerCase())
        if (chosen) return chosen.write
        if (free && said !== '') return said
      }
      throw new Unclear('Nothing was chosen, so nothing was written.')
    },
  }
  return { asking, close: () => lines.close() }
}

/** By the same polite way as `verify`: robots.txt, time limits, public addresses only. */
function pageReader(allowLoopback: boolean): ReadPage {
  const limits = { ...LIMITS, seconds: 15 }
  const sleep = (seconds: number) => setTimeout(seconds * 1000)
  const userAgent = 'Hansa-add/1.0 (reads the title of a page that somebody cites)'
  const asking = { userAgent, allowLoopback, resolve: systemResolve, bytes: 2_000_000, cut: true }
  const inTurn = takeTurns(sleep, limits.pause)
  const going = { asking, limits, inTurn, sleep, robots: readRobots(asking, limits, inTurn) }
  return async (url) => {
    const visit = await fetchPage(url, going)
    if (visit.is !== 'works') return { why: visit.why }
    if ('why' in visit) return { why: visit.why }
    if (visit.page.kind !== 'html') return { why: 'it is no web page' }
    const { pageFacts } = await import('../growing/records/page-facts.ts')
    return pageFacts(decode(visit.page.bytes, visit.page.contentType).text)
  }
}
