import type { PartialDate } from '../answer/answer.ts'
import { type Source, variable } from './source.ts'

/** Web archives put the moment of the capture into the address: `…/web/20131017025315/http://…`. */
const CAPTURE = /\/(\d{4})(\d\d)(\d\d)\d{6}(?:[a-z]{2}_)?\/https?:\/?\//

/** A page that is read in a web archive: which one, where the record names it, and the day of the capture. */
export type Archived = { archive?: string; on: PartialDate }

export function archivedCopy(source: Source): Archived | undefined {
  const [, ...day] = CAPTURE.exec(source.url ?? '') ?? []
  return day.length === 3 ? { archive: variable(source, 'archive'), on: day.join('-') } : undefined
}

/** `Archived in the UK Government Web Archive, 26 September 2011`, with the day as a style writes it. */
export function archivedWords({ archive, on }: Archived, dayIn: (date: PartialDate) => string): string {
  return `Archived ${archive ? `in the ${archive.replace(/^the /i, '')}` : 'copy'}, ${dayIn(on)}`
}

/**
 * The page without a day that is only that of its capture, and without a publisher that is its author in the archive: the
 * archive is named as such.
 */
export function withoutCapture(source: Source): Source {
  const copy = archivedCopy(source)
  if (!copy) return source
  const { issued, publisher, ...rest } = source
  const { issued: date, publisher: _, archive: __, ...csl } = source.csl
  const isOwn = issued !== copy.on
  const [{ literal = undefined } = {}] = source.author
  const isAuthor = literal !== undefined && publisher?.startsWith(literal)
  return {
    ...rest,
    ...(isOwn && issued && { issued }),
    ...(!isAuthor && publisher && { publisher }),
    csl: { ...csl, ...(isOwn && date !== undefined && { issued: date }) },
  }
}
