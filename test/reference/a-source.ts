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
