import { z } from 'zod'
import { type Answer, STATUSES } from '../../answer/answer.ts'
import { quoted } from '../../answer/in-words.ts'
import { stampOf } from '../../answer/stamp.ts'
import { evidenceWords, standingsInWords } from '../../answer/table.ts'
import { pagesOf } from './answer-pages.ts'

/** A question of an assistant, answered, and how parts of that answer are written. */
export type Asked = {
  answer: Answer
  json(part: Answer): object
  /** With every statement's words, and references in full. */
  markdown(part: Answer): string
}

/** What is held of a nation, a region or a combined authority. */
export type AreaHeld = { words: string; figures: Readonly<Record<string, unknown>> }

/** The most that anybody needs, in characters. Of more than 200 a question is read no further. */
const name = (what: string) => z.string().trim().min(1).max(200).describe(what)
const page = z.int().min(1).max(1000).default(1).describe('Page of a long answer; `more` names the next one')

/** What assistants can call: its input, and the question that it is to Hansa. */
export const TOOLS = {
  twins: {
    title: 'Partner cities of a place',
    description:
      'Town twinnings and other recorded links of a UK place, or of a place or country abroad with UK places: kind, start, status, newest ' +
      'evidence and every source. A second name narrows to the links between both.',
    input: z.object({
      place: name(
        'A town, council, area of the UK or country, as the person said it: Leeds, West Yorkshire, Germany',
      ),
      other: name('A second place, area or country').optional(),
      page,
    }),
    question: ({ place, other }: { place: string; other?: string | undefined }) =>
      ['twins', place, other].filter(Boolean).join(' '),
  },
  report: {
    title: 'What a report says',
    description:
      'Findings of one recorded report, whole or on a topic; with a topic alone, what all reports say on it; with neither, the list of reports.',
    input: z.object({
      report: name('The word by which a report is asked, as in the list: nesta').optional(),
      topic: name('A topic in a few words').optional(),
      page,
    }),
    question: ({ report, topic }: { report?: string | undefined; topic?: string | undefined }) =>
      ['report', report, topic].filter(Boolean).join(' '),
  },
  ask: {
    title: 'Ask in words',
    description:
      'Claims, report findings and links that speak to a question, each with its source. Also takes any question that another answer offers.',
    input: z.object({ question: name('The question, as the person put it'), page }),
    question: ({ question }: { question: string }) => question,
  },
  cite: {
    title: 'A reference to copy',
    description: 'The reference of a source or of a single finding, with the place in the source.',
    input: z.object({
      record: name('The id of a finding or of a source, as answers give it'),
      style: z.enum(['harvard', 'apa', 'bibtex', 'ris', 'csl']).default('harvard'),
    }),
    question: ({ record, style }: { record: string; style: string }) => `cite ${record} ${style}`,
  },
  coverage: {
    title: 'What is held',
    description:
      'What Hansa holds and what it does not cover, how fresh that is, and whose the material is; for nations, regions and ' +
      'combined authorities of the UK also where nobody has looked.',
    input: z.object({ area: name('A nation, region or combined authority of the UK').optional() }),
    question: () => 'coverage',
  },
} as const

/** One shape for all of them. Loose: keys may be added. */
export const OUTPUT = z.looseObject({
  outcome: z.enum(['found', 'suggest', 'nothing', 'unknown', 'help']),
  means: z.string().describe('What to do with this outcome').optional(),
  readAs: z
    .array(
      z.looseObject({ typed: z.string(), read: z.string(), how: z.enum(['exact', 'alias', 'corrected']) }),
    )
    .describe('Each place as it was read; tell the person first'),
  ask: z.string().describe('The question as it was understood'),
  heading: z.string(),
  lead: z.array(z.string()).optional(),
  direct: z.looseObject({ sentence: z.string(), sources: z.array(z.string()) }).optional(),
  table: z.looseObject({ caption: z.string(), rows: z.array(z.looseObject({})) }).optional(),
  findings: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string(),
      says: z.string().optional(),
      quote: z.string().optional(),
      status: z.enum(STATUSES).optional(),
      cite: z.looseObject({ source: z.string(), label: z.string(), title: z.string(), locator: z.string() }),
    }),
  ),
  areas: z.array(z.looseObject({ name: z.string() })).optional(),
  suggestions: z.array(z.looseObject({ label: z.string(), ask: z.string().optional() })),
  next: z.array(z.looseObject({ label: z.string(), ask: z.string().optional() })),
  note: z.string().optional(),
  page: z.int(),
  pages: z.int(),
  more: z
    .looseObject({ tool: z.string(), arguments: z.looseObject({}) })
    .describe('The call that gives the rest; an answer is not complete without it')
    .optional(),
  stamp: z
    .string()
    .describe('The same for every page of one answer; another one means that the answer has changed'),
})

const MEANS: Readonly<Partial<Record<Answer['outcome'], string>>> = {
  suggest: 'Nothing was answered. Ask the person which of the suggestions is meant; never choose for them.',
  nothing: 'Nothing is held on this here. Say so; it does not mean that there is none.',
  unknown: 'This was not understood. Ask the person to put it in other words.',
}

export type ToolName = keyof typeof TOOLS

type Call = { tool: ToolName; given: Readonly<Record<string, unknown>> & { page?: number } }

/** What a tool returns: the same twice, for programs and to be read. */
export function toolResult(
  { answer, json, markdown }: Asked,
  { tool, given }: Call,
  areas: readonly AreaHeld[] = [],
) {
  const pages = pagesOf(answer)
  const at = given.page ?? 1
  const part = pages[at - 1]
  if (!part) {
    const text = `There is no page ${at} of this answer: it has ${pages.length}.`
    return { content: [{ type: 'text' as const, text }], isError: true }
  }
  const more =
    at < pages.length
      ? { tool, arguments: { ...given, page: at + 1 } }
      : answer.more && { tool: 'ask', arguments: { question: answer.more.ask } }
  const readAs = placesRead(answer)
  const structured = {
    // What nobody has read is no evidence, however it is said.
    ...json({ ...part, unread: undefined }),
    readAs,
    ...(areas.length > 0 && { areas: areas.map(({ figures }) => figures) }),
    means: MEANS[answer.outcome],
    page: at,
    pages: pages.length,
    more,
    stamp: stampOf(answer),
  }
  const text = [
    readInWords(readAs),
    MEANS[answer.outcome],
    markdown({
      ...part,
      lead: [...(part.lead ?? []), ...placeLines(part), ...areas.map(({ words }) => words)],
    }),
    pages.length > 1 && `Page ${at} of ${pages.length}; the numbers of sources are those of this page.`,
    more && `The answer goes on: call ${more.tool} with ${JSON.stringify(more.arguments)}.`,
  ]
  return {
    content: [{ type: 'text' as const, text: text.filter(Boolean).join('\n\n') }],
    // As it will travel: what is undefined is not there.
    structuredContent: JSON.parse(JSON.stringify(structured)),
  }
}

function placesRead({ query }: Answer) {
  return (query?.readings ?? [])
    .filter(({ as }) => as === 'place')
    .map(({ typed, read, how }) => ({ typed, read, how }))
}

/** The first words of every answer about a place. */
function readInWords(read: ReturnType<typeof placesRead>): string | undefined {
  if (read.length === 0) return undefined
  const places = read.map(({ typed, read, how }) => {
    if (how === 'exact') return read
    return `${read} (${how === 'corrected' ? 'corrected from' : 'asked for as'} ${quoted(typed)})`
  })
  return `Read as: ${places.join('; ')}.`
}

/** A file for a paper leaves these out: there, every link has a row of its own. */
function placeLines({ table }: Answer): readonly string[] {
  return (table?.places ?? []).map((row) => {
    const { place, links, standings, ask } = row
    return `${place}: ${links.toLocaleString('en-GB')} (${standingsInWords(standings)}), newest evidence ${evidenceWords(row)}. Ask: ${ask}.`
  })
}
