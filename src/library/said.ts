import type { Knowledge } from '../knowledge/records.ts'
import type { MayRead } from '../search/text/terms-asked.ts'
import { type Searched, textsOf } from '../search/text/texts.ts'
import { speaksBeside, strengthOf } from '../search/text-search.ts'
import type { Hit, Said } from './library.ts'
import { type Recorded, recordsOf } from './records-of.ts'

/** What is said about it? Claims, findings of reports and twinnings, by their words. */
export function saidIn(
  knowledge: Knowledge,
  mayRead: MayRead,
): (question: string, options?: { within?: ReadonlySet<string> }) => Said {
  const records = recordsOf(knowledge)
  const texts = textsOf(records.length, (record) => (records[record] as Recorded).fields, mayRead)
  return (question, { within } = {}) => {
    const admits = within && ((record: number) => within.has((records[record] as Recorded).id))
    const searched = texts.search(question.slice(0, LONGEST_QUESTION), records.length, admits)
    const { corrected } = searched.question
    const strength = strengthOf(searched)
    if (strength === 'none') return { strength, hits: [], corrected }
    return {
      strength,
      hits: worthShowing(searched).map((found) => hitOf(found, records, searched)),
      corrected,
    }
  }
}

/** In UTF-16 units. */
const LONGEST_QUESTION = 1000
/** Next to the best record, one with less than this part of its score says nothing more. */
const BESIDE_THE_BEST = 0.3

function worthShowing({ found, covered }: Searched): Searched['found'] {
  const best = found[0]?.score ?? 0
  return found.filter(({ text, score }) => score >= best * BESIDE_THE_BEST && speaksBeside(covered(text)))
}

function hitOf(
  { text, score }: Searched['found'][number],
  records: readonly Recorded[],
  { marks }: Searched,
): Hit {
  const { id, says, quote } = records[text] as Recorded
  return {
    id,
    score,
    marks: {
      ...(says === undefined ? {} : { says: marks(says) }),
      ...(quote === undefined ? {} : { quote: marks(quote) }),
    },
  }
}
