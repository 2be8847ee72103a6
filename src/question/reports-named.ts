import type { Knowledge, Report } from '../knowledge/records.ts'
import { stemOf } from '../search/text/english.ts'
import { FILLERS } from '../search/words/fillers.ts'
import { fold } from '../search/words/fold.ts'

/**
 * The reports whose word, title, authors, publisher and year hold each word that tells something; where no word does, those
 * that hold most of them: `the city-to-city partnerships`. All reports where no word is given.
 */
export function reportsNamed(words: string, { reports, sources }: Knowledge): readonly Report[] {
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
