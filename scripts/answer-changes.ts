import { diffLines } from 'diff'
import { createDesk } from '../src/answers/desk.ts'
import { print } from '../src/chat/terminal/print.ts'
import type { Knowledge } from '../src/knowledge/records.ts'
import { buildLibrary } from '../src/library/library.ts'

const LOOK = { width: 100, colour: false, links: false }

/** Lines around a change that stay as they are, so that one sees what it belongs to. */
const AROUND = 2

/** How the answers to `questions` differ between two editions of a folder, and which records came or went: for a reader. */
export function answerChanges(
  questions: readonly string[],
  before: Knowledge,
  after: Knowledge,
  today: string,
): string {
  const [was, is] = [before, after].map((knowledge) => createDesk(buildLibrary(knowledge), () => today))
  const changes = questions.flatMap((question) => {
    const [old, now] = [was, is].map((desk) => (desk ? print(desk.answer(question), LOOK) : ''))
    return old === now
      ? []
      : [`${question}\n${'='.repeat(question.length)}\n${changed(old ?? '', now ?? '')}`]
  })
  const count = `${changes.length} of ${questions.length} answers differ.`
  return `${[recordsChanged(before, after), ...changes, count].join('\n\n')}\n`
}

function recordsChanged(before: Knowledge, after: Knowledge): string {
  const [was, is] = [before, after].map(recordsOf) as [Map<string, string>, Map<string, string>]
  const lists = {
    Added: [...is.keys()].filter((id) => !was.has(id)),
    Removed: [...was.keys()].filter((id) => !is.has(id)),
    Changed: [...is].filter(([id, record]) => was.has(id) && was.get(id) !== record).map(([id]) => id),
  }
  return Object.entries(lists)
    .map(([what, ids]) => `${what}: ${ids.length === 0 ? 'no record' : ids.join(', ')}.`)
    .join('\n')
}

/** Every statement, and every document, by its id. */
function recordsOf({ assertions, claims, reports, sources }: Knowledge): Map<string, string> {
  const records = [
    ...assertions,
    ...claims,
    ...reports.flatMap(({ findings }) => findings),
    ...sources.values(),
  ]
  return new Map(records.map((record) => [record.id, JSON.stringify(record)]))
}

/** What goes (`-`) and what comes (`+`), with the lines next to it. */
function changed(before: string, after: string): string {
  const lines = diffLines(before, after).flatMap(({ value, added, removed }) =>
    value
      .trimEnd()
      .split('\n')
      .map((line) => `${added ? '+' : removed ? '-' : ' '} ${line}`.trimEnd()),
  )
  const isNear = (at: number) =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some((line) => /^[+-]/.test(line))
  return lines.flatMap((line, at) => (isNear(at) ? [line] : isNear(at - 1) ? ['  …'] : [])).join('\n')
}
