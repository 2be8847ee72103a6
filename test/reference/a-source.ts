import { readKnowledge } from '../../src/knowledge/read.ts'
import type { Source } from '../../src/reference/source.ts'

/** A made-up report, with what a test says of it. */
export function aSource(said: Partial<Source> = {}): Source {
  return {
    id: 'fox-2019',
    type: 'report',
    title: 'Rivers and railways',
    author: [{ family: 'Fox', given: 'Ada' }],
    issued: '2019-04',
    publisher: 'Aire Press',
    url: 'https://aire.example/rivers',
    accessed: '2026-11-24',
    csl: {},
    ...said,
  }
}

/** The one source of a file in which this record stands, in JSON as other programs write it. */
export function sourceIn(record: object): Source {
  const { knowledge, problems } = readKnowledge(
    [{ path: 'sources/a.json', bytes: new TextEncoder().encode(JSON.stringify([record])) }],
    '2026-11-24',
  )
  const [source] = knowledge?.sources.values() ?? []
  if (!source) throw new Error(problems.map(({ says }) => says).join('; '))
  return source
}
