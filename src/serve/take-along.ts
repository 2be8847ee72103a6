import { extname } from 'node:path'
import { type Answer, documentsOf } from '../answer/answer.ts'
import type { Day } from '../answer/in-words.ts'
import type { Form, TakeAlong } from '../chat/core/taking.ts'
import { answerJson } from '../formats/answer-json.ts'
import type { Taking } from '../formats/sheet.ts'
import type { Knowledge } from '../knowledge/records.ts'
import { referencesTo, referenceTo } from '../library/finding.ts'
import type { Style } from '../reference/reference.ts'

/** The endings of files that an answer can be written to. */
export const ENDINGS = ['.docx', '.csv', '.md', '.html', '.json'] as const

export type Ending = (typeof ENDINGS)[number]

/** What a file of that name would be; `undefined` for an ending that is none of them. */
export function endingOf(file: string): Ending | undefined {
  const ending = extname(file).toLowerCase()
  return ENDINGS.find((one) => one === ending)
}

/**
 * Answers as files for those who ask at an edge: whole, or their references alone. `knowledge` is what an answer was made
 * from, and `today` the day on which it is taken.
 */
export function takingAlong(knowledge: (answer: Answer) => Knowledge, today: () => Day): TakeAlong {
  return async (answer, form) => {
    const given = { knowledge: knowledge(answer), day: today() }
    const style = STYLE_OF[form]
    if (style)
      return `${referencesTo(
        documentsOf(answer).map(({ source }) => source),
        given.knowledge,
        style,
      )}\n`
    if (form === 'part.html')
      return (await import('../formats/html.ts')).htmlPart(answer, takingOf(answer, given))
    return takeAlong(answer, `.${form}` as Ending, given)
  }
}

const STYLE_OF: Readonly<Partial<Record<Form, Style>>> = {
  'harvard.txt': 'harvard',
  'apa.txt': 'apa',
  ris: 'ris',
  bib: 'bibtex',
}

type With = { knowledge: Knowledge; day: Day; full?: boolean }

/** An answer as the content of a file, with its references in Harvard. What draws it is loaded when it is asked for. */
export async function takeAlong(answer: Answer, ending: Ending, given: With): Promise<string | Uint8Array> {
  if (ending === '.json') return `${JSON.stringify(answerJson(answer), null, 2)}\n`
  const taking = takingOf(answer, given)
  switch (ending) {
    case '.docx':
      return (await import('../formats/word.ts')).word(answer, taking)
    case '.csv':
      return (await import('../formats/csv.ts')).csv(answer, taking)
    case '.html':
      return (await import('../formats/html.ts')).html(answer, taking)
    case '.md':
      return (await import('../formats/markdown.ts')).markdown(answer, taking)
  }
}

export function takingOf(answer: Answer, { knowledge, day, full = false }: With): Taking {
  const texts = documentsOf(answer).flatMap(({ source }) => {
    const text = referenceTo(source, knowledge, 'harvard')
    return text === undefined ? [] : [[source, text] as const]
  })
  return { day, full, references: new Map(texts) }
}
