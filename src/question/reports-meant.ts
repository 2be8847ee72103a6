import type { Knowledge, Report } from '../knowledge/records.ts'
import { stemOf } from '../search/text/english.ts'
import { FILLERS } from '../search/words/fillers.ts'
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

/** `what does Nesta say about universities`: what one report is asked, by its word or by who made it. */
export function reportAsked(
  words: string,
  { reports, sources }: Knowledge,
): { report: Report; topic: string } | undefined {
  const [, asked = '', topic = ''] = ASKS_A_REPORT.exec(words.replace(/[?!.\s]+$/, '')) ?? []
  const name = fold(asked)
  if (name === '') return undefined
  const named = reports.filter(({ report, word }) => {
    const source = sources.get(report)
    const authors = source?.author.map(({ family, literal }) => family ?? literal ?? '') ?? []
    return [word, report, source?.publisher ?? '', ...authors].some((one) => fold(one) === name)
  })
  const [report, another] = named
  return report && !another ? { report, topic } : undefined
}

const ASKS_A_REPORT =
  /^what (?:do|does|did) (?:the )?(.+?)(?: report)? (?:say|think|find|conclude|recommend)(?: about| on| of| for)? (.+)$/i

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
