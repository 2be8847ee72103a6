import type { Answer, Talk } from '../answer/answer.ts'
import { dateInWords } from '../answer/in-words.ts'
import { coverageInWords } from '../library/coverage.ts'
import type { AnswerContext } from './answer-context.ts'
import { coverage, coverageAsk, heldOf } from './coverage.ts'
import { help } from './help.ts'
import { examples } from './parts/follow-ups.ts'

/** A short true answer to what is said to Hansa, or asked of it. It is never a gap. */
export function onTalk(about: Talk, context: AnswerContext): Answer {
  const { lists, ...helped } = help(context)
  if (about === 'help') return { ...helped, lists }
  const [heading, ...lead] = SAY[about](context)
  return {
    ...helped,
    heading,
    lead,
    next: nextAfter(about, context),
  }
}

function nextAfter(about: Talk, context: AnswerContext): Answer['next'] {
  if (about === 'stop' || about === 'thanks') return []
  const nations = about === 'coverage' ? nationsHeld(context) : []
  return nations.length > 0
    ? nations.map((area) => ({ label: `Coverage of ${area.name}`, ask: coverageAsk(area) }))
    : examples(context).slice(0, 2)
}

type Said = readonly [heading: string, ...lead: string[]]

const SAY: Readonly<Record<Exclude<Talk, 'help'>, (context: AnswerContext) => Said>> = {
  greeting: () => ['Hello. Name a place, a country or a topic', '“help” tells what can be asked.'],
  thanks: () => ['You are welcome'],
  coverage: (context) => ['What is held here', ...coverage(context), ...byNation(context)],
  freshness: ({ knowledge }) => {
    const days = [...knowledge.statements.values()].map(({ checked }) => checked.on).sort()
    const [first, last] = [days[0], days.at(-1)]
    return [
      first && last
        ? `Compared with its sources ${first === last ? 'on' : `between ${dateInWords(first)} and`} ${dateInWords(last)}`
        : 'Nothing is held yet',
      'Every statement says when its source was written and when it was last checked. Evidence over five years old is marked.',
    ]
  },
  who: () => [
    'Hansa is a bot that quotes a folder of sources; no language model writes its answers',
    'Every sentence comes from a document that is named beside it. People read the documents, record what they say and check it.',
  ],
  official: () => [
    'No: Hansa is no official register',
    'It shows what sources say, each with its name and date. Ask the council itself before you rely on a link.',
  ],
  privacy: () => [
    'What is typed is not kept',
    'Of a question only the ids of places and topics of ours are remembered, and a digest’s settings for its channel. The operator’s privacy page says more.',
  ],
  mistake: () => [
    'Press “Report a mistake” under the answer, or tell whoever runs Hansa here',
    'Say which sentence it is, what it should say, and where one can read it.',
  ],
  digest: () => [
    'Ask “digest” in a channel: it says how the weekly digest stands there, and changes it',
    'For instance “digest on monday 09:00” or “digest off”.',
  ],
  news: () => [
    'The weekly digest tells what is new',
    'Ask “digest” in a channel; “npx hansa digest” shows this week’s in the terminal.',
  ],
  take: () => [
    'Cite the documents that an answer names, and not Hansa',
    'An answer can be taken along with all its references, as Word, a table, Markdown or a web page: under it where a chat gives files, and with “--out” in the terminal. “cite” gives one reference in five styles.',
  ],
  states: () => [
    'How a link stands is what the newest dated source says of it',
    'Reported active: a source says that the link is alive; or, as retained, that it was decided to keep it.',
    'Named in a list: a source names the link and says nothing of how it stands.',
    'In doubt: dormant, so that nothing happens any more but nobody ended it; suspended, so that it was paused and may come back; ending, so that its end is decided or announced; or unclear.',
    'Ended: a source says that it is over. The words of each source are shown with the link.',
  ],
  self: () => [
    'That is nothing Hansa can do or say of itself',
    'It answers from a folder of sources on partner cities, in English, and does no more. “help” tells what can be asked.',
  ],
  stop: () => [
    'Nothing runs that would have to be stopped',
    'A digest is ended by “digest off” in its channel; a terminal by “exit”.',
  ],
}

/** A sentence a nation, where the folder says which places lie in which. */
function byNation(context: AnswerContext): readonly string[] {
  return nationsHeld(context).map(coverageInWords)
}

function nationsHeld(context: AnswerContext) {
  return heldOf(context).filter(({ kind }) => kind === 'nation')
}
