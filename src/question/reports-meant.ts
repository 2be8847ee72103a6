import type { Knowledge, Report } from '../knowledge/records.ts'
import { stemOf } from '../search/text/english.ts'
import { FILLERS, LINK_WORDS } from '../search/words/fillers.ts'
import { fold } from '../search/words/fold.ts'

/** One report and the words that are left for it; or else those of that name. */
type Meant = { report?: Report; rest: string; named: readonly Report[] }

/** `oecd trends` by its word or its id, `welsh government` by what only one is called. */
export function reportsMeant(words: string, knowledge: Knowledge): Meant {
  const [first = '', ...rest] = words.split(' ')
  const typed = first.toLowerCase().replace(/[:,]$/, '')
  const own = knowledge.reports.find(({ word, report }) => [word, report.toLowerCase()].includes(typed))
  if (own) return { report: own, rest: rest.join(' '), named: [] }
  const named = reportsNamed(words, knowledge)
  const [report] = named
  return words !== '' && report && named.length === 1 ? { report, rest: '', named } : { rest: '', named }
}

export type ReportsAsked = { reports: readonly [Report, ...Report[]]; topic: string }

/** `What does Nesta say about universities`, `what does the CEMR handbook say on …`: all reports of that name, and what is asked of them. */
export function reportsAskedFor(words: string, knowledge: Knowledge): ReportsAsked | undefined {
  const plain = words.replace(/[?!.\s]+$/, '')
  const [, asked = '', topic = ''] = ASKS_A_REPORT.map((form) => form.exec(plain)).find(Boolean) ?? []
  const [first, ...others] = reportsOfBody(asked, knowledge)
  return first && { reports: [first, ...others], topic }
}

const ASKS_A_REPORT = [
  /^what (?:do|does|did) (?:the )?(.+?)(?: report)? (?:say|think|find|conclude|recommend)(?: about| on| of| for)? (.+)$/i,
  /^(?:do|does|did) (?:the )?(.+?)(?: report)? (?:say|think|find|conclude|recommend|mention|discuss)(?: that| about| on)? (.+)$/i,
  /^what(?:['’]?s| is| does it say) in (?:the )?(.+?)(?: report)?$/i,
  /^(?:what(?:['’]?s| is| are) )?(?:the )?(.+?)(?:['’]s?) (?:advice|views?|findings?|recommendations?|evidence) (?:on|about|for) (.+)$/i,
]

/** `cemr handbook on choosing a partner`: behind the word of one report, what only another of the same body is called. */
export function otherOfBody(
  { word, report }: Report,
  rest: string,
  knowledge: Knowledge,
): { report: Report; topic: string } | undefined {
  const [, called = '', topic = ''] = /^(.+?) (?:on|about) (.+)$/i.exec(rest) ?? []
  const [other, another] = called === '' ? [] : reportsOfBody(`${word} ${called}`, knowledge)
  return other && !another && other.report !== report ? { report: other, topic } : undefined
}

/** `Scottish Government international strategy`: three words that tell something, and all in the names of one report. */
export function reportCalled(words: string, knowledge: Knowledge): Report | undefined {
  const plain = words.replace(/[?!.\s]+$/, '')
  const all = fold(plain).split(' ')
  if (all.some((word) => LINK_WORDS.has(word))) return undefined
  if (all.filter((word) => !FILLERS.has(word)).length < TELLING) return undefined
  const [report, another] = reportsNamed(plain, knowledge)
  return another ? undefined : report
}

const TELLING = 3

/** By their word or id, or by who made them, with words that tell those of one body apart: `LGA`, `CEMR handbook`. */
function reportsOfBody(name: string, { reports, sources, same }: Knowledge): readonly Report[] {
  const asked = fold(name)
  if (asked === '') return []
  return reports.filter(({ report, word, title, summary }) => {
    const source = sources.get(report)
    const authors = source?.author.map(({ family, literal }) => family ?? literal ?? '') ?? []
    const bodies = [word, report, source?.publisher ?? '', ...authors].map(fold).filter(Boolean)
    const alike = same
      .filter((group) => group.some((one) => bodies.includes(fold(one))))
      .flat()
      .map(fold)
    const body = [...bodies, ...alike].find((one) => `${asked} `.startsWith(`${one} `))
    if (body === undefined) return false
    const held = new Set(fold([title, source?.title, summary].join(' ')).split(' ').map(stemOf))
    const more = asked.slice(body.length).trim().split(' ').filter(Boolean)
    return more.every((one) => held.has(stemOf(one)))
  })
}

/** The ids of all findings of reports. */
export function findingsOf({ reports }: Knowledge): ReadonlySet<string> {
  return new Set(reports.flatMap(({ findings }) => findings.map(({ id }) => id)))
}

/**
 * The reports whose word, title, authors, publisher and year hold each word that tells something; where no word does, those
 * that hold most of them: `the city-to-city partnerships`. All reports where no word is given.
 */
function reportsNamed(words: string, { reports, sources }: Knowledge): readonly Report[] {
  const asked = fold(words).split(' ').filter(Boolean)
  if (asked.length === 0) return reports
  const telling = asked.filter((word) => !FILLERS.has(word))
  const held = reports.map((report) => {
    const source = sources.get(report.report)
    const authors = source?.author.map(({ family, literal }) => family ?? literal ?? '') ?? []
    const names = [report.word, report.report, report.title, source?.title, source?.publisher, source?.issued]
    const known = new Set(
      fold([...names, ...authors].join(' '))
        .split(' ')
        .map(stemOf),
    )
    return { report, holds: (word: string) => known.has(stemOf(word)) }
  })
  if (telling.length > 0) return held.filter(({ holds }) => telling.every(holds)).map(({ report }) => report)
  const counted = held.map(({ report, holds }) => ({ report, count: asked.filter(holds).length }))
  const most = Math.max(1, ...counted.map(({ count }) => count))
  return counted.filter(({ count }) => count === most).map(({ report }) => report)
}
