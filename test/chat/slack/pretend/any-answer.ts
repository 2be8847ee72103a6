import fc from 'fast-check'
import type { Answer, Ask, Citation, Finding, Group, Naming } from '../../../../src/answer/answer.ts'
import { anyCharacter, webAddress } from '../../../any-character.ts'

const NASTY = [
  '<!channel>',
  '<@U1>',
  '<https://evil.example|click>',
  '*bold* _it_ ~x~ `code`',
  '&amp; & < >',
  'لندن هال',
  '\u202eevil',
  '🏳️‍🌈👨‍👩‍👧‍👦',
  '\ud800',
  '\udc00x',
  'e\u0301',
  '\u0000\u0007',
  'a\r\nb\tc',
  ' ',
]

const words = fc.array(
  fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: anyCharacter, maxLength: 12 }), fc.lorem()),
  {
    maxLength: 6,
  },
)

const LONG = ['é😀<"'.repeat(900), `\u200f${'name '.repeat(700)}`, 'x'.repeat(3500)]

/** Up to a few words; now and then thousands of characters. */
const text = fc.oneof(
  { weight: 60, arbitrary: words.map((all) => all.join(' ')) },
  { weight: 1, arbitrary: fc.constantFrom(...LONG) },
)
const id = fc.oneof(fc.stringMatching(/^[a-z0-9-]{1,20}$/), text)
const url = fc.oneof(
  webAddress,
  fc.constantFrom(
    'javascript:alert(1)',
    'https://a:b@evil.example/',
    'ftp://x',
    'https://x.example/a b',
    `https://x.example/${'a'.repeat(4000)}`,
  ),
  text,
)
const day = fc.constantFrom('2026-11-24', '2026-02-01')
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })

const cite: fc.Arbitrary<Citation> = fc.record({
  source: id,
  label: text.map((label) => `[${label}]`),
  title: text,
  locator: text,
  url: maybe(url),
  jump: maybe(url),
  archived: maybe(url),
  checkedOn: day,
  checkedBy: text,
  overdue: maybe(text),
})

const span = fc.tuple(fc.nat(40), fc.nat(40))

export const anyFinding: fc.Arbitrary<Finding> = fc.record({
  id,
  kind: fc.constantFrom('twinning', 'claim', 'report'),
  title: text,
  says: maybe(text),
  quote: maybe(text),
  secondHand: maybe(text),
  status: maybe(fc.constantFrom('active', 'ended', 'unclear')),
  saysStatus: maybe(fc.constant(true as const)),
  statusOn: maybe(day),
  since: maybe(fc.constantFrom('1969', '1980-10', '1980-10-25')),
  place: maybe(text),
  twin: maybe(text),
  marks: maybe(fc.record({ says: maybe(fc.array(span, { maxLength: 3 })) })),
  cite,
})

const group: fc.Arbitrary<Group> = fc.record({
  under: maybe(text),
  title: text,
  lead: maybe(text),
  findings: fc.array(anyFinding, { maxLength: 6 }),
})

const naming: fc.Arbitrary<Naming> = fc.array(
  fc.oneof(
    text,
    fc.record({ person: fc.oneof(fc.constant('U1'), text) }),
    fc.record({ channel: fc.oneof(fc.constant('C1'), text) }),
  ),
  { maxLength: 4 },
)

const ask: fc.Arbitrary<Ask> = fc.record({ label: text, ask: text })

/** Answers such as no knowledge folder should ever make. */
export const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  outcome: fc.constantFrom('found', 'suggest', 'nothing', 'unknown', 'help'),
  kind: fc.constantFrom('knowledge', 'reference', 'help', 'digest', 'gaps'),
  command: fc.constantFrom('twins', 'ask', 'cite', 'help', 'digest', 'other'),
  ask: text,
  heading: text,
  lead: maybe(fc.array(text, { maxLength: 4 })),
  naming: maybe(naming),
  groups: fc.array(group, { maxLength: 12 }),
  suggestions: fc.array(ask, { maxLength: 30 }),
  next: fc.array(ask, { maxLength: 12 }),
  more: maybe(ask),
  note: maybe(text),
})
