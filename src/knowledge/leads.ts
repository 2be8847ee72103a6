import { type Fault, unwanted } from './file/text.ts'
import type { Lead } from './records.ts'

/**
 * Reads a list in `leads/`: lines that begin with `#` (where it comes from), a header, then one lead a line. Written by
 * `npx hansa leads fetch`; nobody here has read what it names.
 */
export function leadsOf(file: string, text: string): { leads: readonly Lead[]; faults: readonly Fault[] } {
  const leads: Lead[] = []
  const faults: Fault[] = []
  const fault = (line: number, says: string) =>
    faults.push({ spot: { file, line, column: 1 }, says, tip: 'Let "npx hansa leads fetch" write it anew.' })
  let isHeader = true
  let isEarlier = false
  for (const [index, row] of text.split('\n').entries()) {
    if (row === '' || row.startsWith('#') || faults.length >= MOST_FAULTS) continue
    if (isHeader) isEarlier = `${row}\tleft` === HEADER
    if (isHeader && row !== HEADER && !isEarlier)
      fault(index + 1, 'this is not the line that names the columns')
    // A list of an earlier release does not say when a lead left it.
    const lead = isHeader ? undefined : leadOf(isEarlier ? [...row.split('\t'), ''] : row.split('\t'))
    if (lead) leads.push(lead)
    else if (!isHeader) fault(index + 1, 'this line is not a lead')
    isHeader = false
  }
  const found = unwanted(text)
  if (found)
    fault(text.slice(0, found.at).split('\n').length, `an invisible character stands here: ${found.code}`)
  return { leads, faults }
}

const COLUMNS = [
  'place',
  'name',
  'twin',
  'partner',
  'country',
  'since',
  'until',
  'seen',
  'list',
  'url',
  'left',
] as const
const HEADER = COLUMNS.join('\t')

/** More would say the same. */
const MOST_FAULTS = 20

const DATE = /^\d{4}(-\d\d){0,2}$/

function leadOf(cells: readonly string[]): Lead | undefined {
  const [place, name, twin, partner, country, since, until, seen, list, url, left] = cells
  if (cells.length !== COLUMNS.length || !place || !name || !partner || !list) return undefined
  if (!/^\d{4}-\d\d-\d\d$/.test(seen ?? '') || (url && !/^https?:\/\//.test(url))) return undefined
  if ([since, until, left].some((date) => date && !DATE.test(date))) return undefined
  return {
    ...{ place, name, partner, list, seen: seen ?? '' },
    ...(twin && { twin }),
    ...(country && { country }),
    ...(since && { since }),
    ...(until && { until }),
    ...(url && { url }),
    ...(left && { left }),
  }
}

/** The file for these leads. `about` are lines on where they come from. */
export function leadsText(leads: readonly Lead[], about: readonly string[]): string {
  const rows = leads.map((lead) => COLUMNS.map((column) => lead[column] ?? '').join('\t'))
  return [...about.map((line) => `# ${line}`), HEADER, ...rows, ''].join('\n')
}
