import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Collection } from './collection.ts'

/**
 * A test collection as BEIR and others hand it out: `corpus.jsonl` (`_id`, `title`, `text`), `queries.jsonl` (`_id`,
 * `text`) and `qrels/test.tsv` (question, text, worth, below a line of headings). What is wrong in them is thrown as a
 * sentence that says where.
 */
export function collectionIn(folder: string): Collection {
  const texts = new Map(jsonLines(folder, 'corpus.jsonl').map((text) => [text._id, text]))
  const judged = Map.groupBy(judgementsIn(folder, texts), ({ question }) => question)
  const questions = jsonLines(folder, 'queries.jsonl').flatMap(({ _id, text }) => {
    const gains = new Map((judged.get(_id) ?? []).map(({ id, worth }) => [id, worth]))
    return gains.size === 0 ? [] : [{ ask: text, gains, ...(isOneOf(texts, _id) ? { itself: _id } : {}) }]
  })
  if (questions.length === 0)
    throw new Error(`${folder} holds no question that qrels/test.tsv has an answer to`)
  return {
    name: basename(folder),
    records: [...texts.values()].map(({ _id, title = '', text }) => ({ id: _id, title, text })),
    questions,
  }
}

/** A question with the id of a text is that text, unless both were only counted: the first of each is no pair. */
function isOneOf(texts: ReadonlyMap<string, Text>, id: string): boolean {
  return texts.has(id) && !/^\d+$/.test(id)
}

type Text = { _id: string; title?: string; text: string }

type Judgement = { question: string; id: string; worth: number }

/** Only what is worth something: a judgement of 0 says that a text is no answer. The line of headings may be missing. */
function judgementsIn(folder: string, texts: ReadonlyMap<string, Text>): Judgement[] {
  const lines = linesOf(folder, 'qrels/test.tsv').map(({ line, where }) => {
    const [question = '', id = '', worth = ''] = line.split('\t')
    return { question, id, worth: worth.trim() === '' ? Number.NaN : Number(worth), where }
  })
  const judgements = Number.isNaN(lines[0]?.worth) ? lines.slice(1) : lines
  for (const { id, worth, where } of judgements) {
    if (Number.isNaN(worth))
      throw new Error(`${where}: write a question's id, a text's id and a number, with tabs between`)
    if (!texts.has(id)) throw new Error(`${where}: corpus.jsonl holds no text with the id ${id}`)
  }
  return judgements.filter(({ worth }) => worth > 0)
}

function jsonLines(folder: string, file: string): Text[] {
  return linesOf(folder, file).map(({ line, where }) => {
    const { _id, title, text } = parsed(line) ?? {}
    if (_id === undefined || typeof text !== 'string')
      throw new Error(`${where}: write an object with _id and text in JSON, the text a string`)
    return { _id: String(_id), title, text }
  })
}

function parsed(line: string): Partial<Text> | undefined {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function linesOf(folder: string, file: string): { line: string; where: string }[] {
  const path = join(folder, file)
  if (!existsSync(path))
    throw new Error(`${path} is missing: a collection is corpus.jsonl, queries.jsonl and qrels/test.tsv`)
  return readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line, at) => ({ line, where: `${path}, line ${at + 1}` }))
    .filter(({ line }) => line.trim() !== '')
}
