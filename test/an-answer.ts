import type { Answer, Citation, Finding } from '../src/answer/answer.ts'
import type { LinkRow, LinkTable } from '../src/answer/table.ts'

export const CITE: Citation = {
  source: 'LCCnews',
  label: 'Leeds City Council (2021)',
  title: 'Leeds and Dortmund sign again',
  locator: 'no page number in the source',
  url: 'https://example.org/news',
  jump: 'https://example.org/news#:~:text=dates%20back',
  checkedOn: '2026-11-24',
  checkedBy: 'a reader',
}

export const FINDING: Finding = {
  id: 'leeds-dortmund-lccnews',
  kind: 'twinning',
  title: 'Leeds – Dortmund, Germany',
  says: 'Twin · since 1969 · active on 12 February 2021',
  status: 'active',
  saysStatus: true,
  statusOn: '2021-02-12',
  since: '1969',
  place: 'Leeds',
  twin: 'Dortmund',
  country: 'Germany',
  cite: CITE,
}

/** A link whose sources differ, read second-hand, long ago. */
export const ROW: LinkRow = {
  link: 'E08000035 2935517',
  place: 'Leeds',
  twin: 'Dortmund',
  country: 'Germany',
  kind: ['partner', 'twin'],
  since: ['1968', '1969-10-25'],
  standing: 'doubt',
  states: ['suspended', 'active'],
  evidence: '2015-08',
  years: 11,
  sources: [1],
  differs: ['start', 'kind', 'state'],
  marks: ['differs', 'old', 'second-hand'],
}

export const TABLE: LinkTable = {
  caption: 'Links of Leeds',
  rows: [ROW],
  references: [{ source: 'LCCnews', label: CITE.label, title: CITE.title, url: 'https://example.org/news' }],
}

/** Every part that an answer can have, once. */
export const ANSWER: Answer = {
  outcome: 'found',
  kind: 'knowledge',
  command: 'twins',
  ask: 'twins Leeds',
  heading: 'Leeds: 1 link on record',
  lead: ['1 statement from 1 source.'],
  direct: { sentence: '1968, says A (2018); 1969, says B (2021).', cites: [CITE] },
  table: TABLE,
  groups: [
    {
      under: 'Current links',
      title: 'Dortmund, Germany',
      link: 'E08000035 2935517',
      lead: 'Sources differ on the start: 1968 in A (2018); 1969 in B (2021).',
      findings: [
        {
          ...FINDING,
          quote: 'dates back to *1969* & <more>',
          secondHand: 'A, as reported in B',
          marks: { quote: [[0, 5]] },
        },
      ],
    },
  ],
  suggestions: [{ label: 'Leeds', ask: 'twins Leeds' }],
  next: [{ label: 'Twins of Dortmund', ask: 'twins Dortmund' }],
  more: { label: '3 more findings', ask: 'ask leeds, page 2' },
  note: 'Read as Leeds (you wrote “leds”).',
}
