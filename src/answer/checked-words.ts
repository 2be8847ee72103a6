import type { Citation } from './answer.ts'
import { dateInWords } from './dates.ts'

/** `checked 24 November 2025`, and where another look is due `; last checked 14 months ago`. */
export function checkedWords({ checkedOn, overdue }: Pick<Citation, 'checkedOn' | 'overdue'>): string {
  return `checked ${dateInWords(checkedOn)}${overdue ? `; ${overdue}` : ''}`
}
