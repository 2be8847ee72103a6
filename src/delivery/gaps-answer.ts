import type { Answer, WebLink } from '../answer/answer.ts'
import { cutTo, type Gaps, gapInWords, type NamedGap, othersInWords } from '../digest/items/gap.ts'

/** How much is named, and how much of it has a button. */
const SHOWN = 20
const BUTTONS = 5

const HOW =
  'Do you know of one of these? Name a published source and where in it the answer stands, and say it in your own words. ' +
  'GUIDELINES.md in the knowledge folder tells how.'

const NUMBERS =
  'What is asked is not kept in words. Named here is what we have a name for and was asked for in channels on two days ' +
  'or more: a place that exists and is not held, or a topic of this folder.'

/** What nothing was found on, most asked first, and where to write down what one knows. */
export function gapsAnswer(
  gaps: Gaps,
  { contributeUrl, guidelines = [] }: { contributeUrl?: string; guidelines?: readonly string[] },
): Answer {
  const shown = cutTo(SHOWN, gaps)
  const named = [...shown.places, ...shown.topics].toSorted((one, other) => other.count - one.count)
  const groups = [
    ...shown.places.map((gap) => ({ under: 'Asked for and not held', title: gapInWords(gap), findings: [] })),
    ...shown.topics.map((gap) => ({
      under: 'Asked about without an answer',
      title: gapInWords(gap),
      findings: [],
    })),
  ]
  const others = othersInWords(shown)
  const isEmpty = named.length === 0 && shown.others === 0
  return {
    outcome: 'help',
    kind: 'gaps',
    command: 'ask',
    ask: 'ask gaps',
    heading: isEmpty ? 'No open questions this month' : 'Questions nobody could answer this month',
    lead: isEmpty
      ? ['Everything that was asked this month found an answer.']
      : [...(named.length > 0 ? [HOW, ...guidelines] : []), ...others, NUMBERS],
    groups,
    suggestions: [],
    next: contributeUrl ? named.slice(0, BUTTONS).map((gap) => iKnow(gap, contributeUrl)) : [],
  }
}

function iKnow({ name }: NamedGap, contributeUrl: string): WebLink {
  return { label: `I know: ${name}`, url: filledIn(contributeUrl, name) }
}

/** The address of a new issue, with what was asked for already in it. */
function filledIn(contributeUrl: string, name: string): string {
  const url = new URL(contributeUrl)
  url.searchParams.set('title', `Nobody could answer: ${name}`)
  url.searchParams.set(
    'body',
    `Asked for: ${name}\n\nWhat I know:\n\nSource (title, author, date, address):\n\nWhere in it:\n`,
  )
  return url.href
}
