import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Collection } from './collection.ts'

/**
 * A test collection as BEIR and others hand it out: `corpus.jsonl` (`_id`, `title`, `text`), `queries.jsonl` (`_id`,
 * `text`) and `qrels/test.tsv` (question, text, worth, below a line of headings).
 */
export function collectionIn(folder: string): Collection {
  const records = jsonLines<Text>(folder, 'corpus.jsonl')
  const gains = Map.groupBy(judgementsIn(folder), ({ question }) => question)
  const questions = jsonLines<Text>(folder, 'queries.jsonl').flatMap(({ _id, text }) => {
    const judged = (gains.get(_id) ?? []).filter(({ worth }) => worth > 0)
    if (judged.length === 0) return []
    return [{ ask: text, itself: _id, gains: new Map(judged.map(({ id, worth }) => [id, worth])) }]
  })
  if (questions.length === 0)
    throw new Error(`${folder} holds no question that qrels/test.tsv has an answer to`)
  return {
    name: basename(folder),
    records: records.map(({ _id, title = '', text }) => ({ id: _id, title, text })),
    questions,
  }
}

type Text = { _id: string; title?: string; text: string }

type Judgement = { question: string; id: string; worth: number }

function judgementsIn(folder: string): Judgement[] {
  return linesOf(folder, 'qrels/test.tsv')
    .slice(1)
    .map((line) => {
      const [question = '', id = '', worth] = line.split('\t')
      return { question, id, worth: Number(worth) }
    })
}

function jsonLines<T>(folder: string, file: string): T[] {
  return linesOf(folder, file).map((line) => JSON.parse(line))
}

function linesOf(folder: string, file: string): string[] {
  const path = join(folder, file)
  if (!existsSync(path))
    throw new Error(`${path} is missing: a collection is corpus.jsonl, queries.jsonl and qrels/test.tsv`)
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
}
