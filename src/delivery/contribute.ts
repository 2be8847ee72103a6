import type { Answer, WebLink } from '../answer/answer.ts'
import { type Gap, gapInWords } from '../digest/items/gap.ts'

/** How many questions are shown, and how many of them as buttons. */
const SHOWN = 20
const BUTTONS = 5

const HOW =
  'Do you know one of these? Name a published source and where in it the answer stands, and say it in your own words. ' +
  'GUIDELINES.md in the knowledge folder tells how.'

/** Questions nobody could answer, most asked first, and where to write down what one knows. */
export function gapsAnswer(
  gaps: readonly Gap[],
  { contributeUrl, guidelines = [] }: { contributeUrl?: string; guidelines?: readonly string[] },
): Answer {
  return {
    outcome: 'help',
    ask: 'ask gaps',
    heading: gaps.length > 0 ? 'Questions nobody could answer this month' : 'No open questions this month',
    lead: gaps.length > 0 ? [HOW, ...guidelines] : ['Everything that was asked this month found an answer.'],
    groups: gaps.slice(0, SHOWN).map((gap) => ({ title: gapInWords(gap), findings: [] })),
    suggestions: [],
    next: contributeUrl ? gaps.slice(0, BUTTONS).map((gap) => iKnow(gap, contributeUrl)) : [],
  }
}

function iKnow(gap: Gap, contributeUrl: string): WebLink {
  return { label: `I know: ${gap.words}`, url: filledIn(contributeUrl, gap) }
}

/** The address of a new issue, with what was asked already in it. */
function filledIn(contributeUrl: string, { words }: Gap): string {
  const url = new URL(contributeUrl)
  url.searchParams.set('title', `Nobody could answer: ${words}`)
  url.searchParams.set(
    'body',
    `Asked: ${words}\n\nWhat I know:\n\nSource (title, author, date, address):\n\nWhere in it:\n`,
  )
  return url.href
}
