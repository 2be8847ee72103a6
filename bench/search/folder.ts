import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { Knowledge } from '../../src/knowledge/records.ts'
import { recordsOf } from '../../src/library/said.ts'
import { checkFolder } from '../../src/serve/folder/folder.ts'
import type { JudgedQuestion } from './collection.ts'
import type { EngineRecord } from './engine.ts'

const ROOT = new URL('../../', import.meta.url)

/** The knowledge of the first release, which the questions were judged for: numbers of other days stay comparable. */
export async function folder(): Promise<Knowledge> {
  const { knowledge } = await checkFolder(
    fileURLToPath(new URL('test/fixtures/knowledge', ROOT)),
    '2026-11-24',
  )
  if (!knowledge) throw new Error('The knowledge folder has problems: npx hansa check')
  return knowledge
}

/** What the product searches in, for engines that know no fields beyond title and text. */
export function folderRecords(knowledge: Knowledge): EngineRecord[] {
  return recordsOf(knowledge).map(({ id, fields }) => {
    const [title, ...text] = fields.map((field) => field.text)
    return { id, title: title ?? id, text: text.join('. ') }
  })
}

/**
 * Questions with what should come, worth 2 as an answer and 1 where it is welcome, and questions on other matters to
 * which the folder has no answer.
 */
export function folderQuestions(): { questions: JudgedQuestion[]; nothing: string[] } {
  const { questions, nothing }: { questions: Judged[]; nothing: string[] } = parse(
    readFileSync(new URL('bench/questions.yml', ROOT), 'utf8'),
  )
  return {
    questions: questions.map(({ ask, best, also = [] }) => ({
      ask,
      gains: new Map([...also.map((id) => [id, 1] as const), ...best.map((id) => [id, 2] as const)]),
    })),
    nothing,
  }
}

type Judged = { ask: string; best: string[]; also?: string[] }
