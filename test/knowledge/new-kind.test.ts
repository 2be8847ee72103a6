import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { parse } from 'yaml'
import { createDesk } from '../../src/answers/desk.ts'
import { compose } from '../../src/digest/compose.ts'
import { editionOf } from '../../src/digest/edition.ts'
import { formatProblems } from '../../src/knowledge/format-problems.ts'
import { jsonSchemas, KINDS } from '../../src/knowledge/kinds/all.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { checkDue } from '../../src/verify/due.ts'
import { quotedSources } from '../../src/verify/verify.ts'
import { DUE, lines } from '../digest/composed-week.ts'
import { POLICY } from '../digest/policy-channel.ts'
import { CLEAN, filesOf, TODAY } from './folder-of.ts'
import { interviews } from './interview/interview.ts'

const FOLDER = fileURLToPath(new URL('interview/', import.meta.url))
const CLEAN_FILE = readFileSync(`${FOLDER}clean.yml`, 'utf8')

/** The line by which a kind is known; in Hansa itself it stands in `kinds/all.ts`. */
const WITH_INTERVIEWS = [...KINDS, interviews]

function read(interview?: string, others: Readonly<Record<string, string>> = {}) {
  const files = interview === undefined ? CLEAN : { ...CLEAN, 'interviews/trams.yml': interview }
  return readKnowledge(filesOf({ ...files, ...others }), TODAY, WITH_INTERVIEWS)
}

function knowledgeWith(interview?: string) {
  const { knowledge, problems } = read(interview)
  assert.ok(knowledge, JSON.stringify(problems))
  return knowledge
}

function ask(question: string) {
  return createDesk(buildLibrary(knowledgeWith(CLEAN_FILE)), () => TODAY).answer(question)
}

test('a kind of its own takes one file, one line and what it is tried with', () => {
  assert.deepEqual(readdirSync(FOLDER).sort(), ['clean.yml', 'interview.ts', 'wrong.yml'])
  assert.deepEqual(read(CLEAN_FILE).problems, [])
})

test('every rule that fits a new kind finds its mistakes, at line and column, and says what to do', () => {
  const { problems } = read(readFileSync(`${FOLDER}wrong.yml`, 'utf8'))
  assert.deepEqual(formatProblems(problems, { color: false, github: false }).split('\n'), [
    'interviews/trams.yml:1:16  warning: last checked 13 months ago, on 2025-10-01  [overdue]',
    '    → Compare it with the source, then write today’s date.',
    'interviews/trams.yml:7:5  this quote has no locator  [locator]',
    '    → Add "at: p. 12", or "at: none" when the source has no pages.',
    'interviews/trams.yml:8:13  source: no document in sources/ has the id "B"  [known-source]',
    '    → Add the document to a file in sources/, or correct the id.',
    'interviews/trams.yml:9:13  citing: no document in sources/ has the id "B"  [known-source]',
    '    → Add the document to a file in sources/, or correct the id.',
    'interviews/trams.yml:9:13  citing: "B" is the source itself  [second-hand]',
    '    → Name the document that the source reports, or delete "citing:".',
    'interviews/trams.yml:10:11  held: 2026-12-02 is after today, 2026-11-24  [future]',
    '    → Correct the date.',
    'interviews/trams.yml:11:14  places: no place in places/ is called "Dortmnd"; did you mean "Dortmund"?  [known-place]',
    '    → Add the place to places/, or correct the name.',
    'interviews/trams.yml:12:5  "who" is missing  [shape]',
    '    → Add "who:". Who spoke, by office.',
    'interviews/trams.yml:15:11  held: write the day like 2026-11-24 (found "yesterday")  [shape]',
    'interviews/trams.yml:16:15  differs: no interview has the id "nobdy"; did you mean "nobody"?  [differs]',
    '    → Name the other interview by its id; once is enough for both.',
    'twinnings/leeds.yml:5:12  interviews/trams.yml:4:9 has the same place, twin and source, and so the same id "leeds-dortmund-a"  [unique]',
    '    → Give this entry an "id:" of its own.',
    '10 errors, 1 warning',
    '',
  ])
})

test('a quotation of a new kind has 25 words at most', () => {
  const long = CLEAN_FILE.replace('for a week', 'week '.repeat(26).trim())
  assert.deepEqual(
    read(long).problems.map(({ rule }) => rule),
    ['quote-length'],
  )
})

test('a document that only a new kind cites is used, and one that nothing cites is not', () => {
  const sources = `${CLEAN['sources/a.yml']}  - {id: B, type: webpage, title: Another page}\n`
  const rules = (interview: string) =>
    read(interview, { 'sources/a.yml': sources }).problems.map(({ rule, says }) => `${rule}: ${says}`)
  assert.deepEqual(rules(CLEAN_FILE.replace('source: A\n    at', 'source: B\n    at')), [])
  assert.deepEqual(rules(CLEAN_FILE), ['unused: nothing cites the document "B"'])
})

test('people are pointed to the folder of a new kind', () => {
  const [problem] = readKnowledge(filesOf({ 'interview/a.yml': '' }), TODAY, WITH_INTERVIEWS).problems
  assert.equal(problem?.tip, 'Rename it to interviews/.')
})

test('a question in words finds a new kind, and shows it with where it was read', () => {
  const { outcome, groups } = ask('/ask who learns on the line of another city')
  const [{ lead, findings: [finding] = [] } = {}] = groups
  assert.equal(outcome, 'found')
  assert.equal(lead, 'Sources differ; see A page (no date): Mechanics learn little abroad.')
  assert.deepEqual(
    { ...finding, marks: undefined },
    {
      id: 'tram-drivers',
      kind: 'interview',
      title: 'The head of the tram works, interviewed',
      says: 'Drivers learn most on the line of another city.',
      quote: 'ride with a stranger for a week',
      secondHand: undefined,
      marks: undefined,
      cite: {
        source: 'A',
        label: 'A page (no date)',
        author: 'A page',
        title: 'A page',
        publisher: undefined,
        date: undefined,
        locator: 'p. 4',
        url: undefined,
        jump: undefined,
        archived: undefined,
        checkedOn: '2026-11-20',
        checkedBy: 'Ana',
        overdue: undefined,
        compared: undefined,
      },
    },
  )
})

test('a question for a place finds what a new kind says of it, and nothing of it elsewhere', () => {
  const finds = (question: string) =>
    ask(question).groups.some(({ title }) => title === 'The head of the tram works, interviewed')
  assert.ok(finds('/ask Dortmund'))
  assert.ok(finds('/ask tram works in Dortmund'))
  assert.ok(!finds('/ask Leeds'))
  assert.ok(!finds('/ask tram works in Leeds'))
})

test('a topic of a new kind is completed, and follows from an answer that shows it', () => {
  const desk = createDesk(buildLibrary(knowledgeWith(CLEAN_FILE)), () => TODAY)
  assert.ok(desk.suggest('ask tram l', 5).some((typed) => typed.endsWith('tram lessons')))
  assert.ok(ask('/ask learns on the line of another city').next.some(({ label }) => label === 'tram lessons'))
})

test('the reference of a new kind is that of its source, with its place in it', () => {
  const [reference = ''] = ask('/cite tram-drivers').lead ?? []
  assert.match(reference, /A page.*p\. 4/)
  assert.equal(ask('/cite tram-mechanics').outcome, 'found')
})

test('a new kind is news when it comes, again when its words change, and not when it is checked again', () => {
  const toldAfter = (before: string | undefined, now: string) => {
    const journal = { runs: [], edition: editionOf(knowledgeWith(before)), gaps: [] }
    const content = compose(buildLibrary(knowledgeWith(now)), POLICY, journal, DUE)
    return [content?.answer, content?.rest]
      .flatMap(lines)
      .filter((line) => /^(New|Changed) /.test(line) && line.includes('tram'))
  }
  const title = 'The head of the tram works, interviewed / '
  const differ = 'Sources differ; see A page (no date): Mechanics learn little abroad.'
  assert.deepEqual(toldAfter(undefined, CLEAN_FILE), [`New / ${title}${differ}`])
  assert.deepEqual(toldAfter(CLEAN_FILE, CLEAN_FILE.replace('of another city', 'of a twin city')), [
    `Changed / ${title}${differ}`,
  ])
  assert.deepEqual(toldAfter(CLEAN_FILE, CLEAN_FILE.replace('2026-11-20, by: Ana', '2026-11-23, by: Bo')), [])
})

test('what the folder holds is counted with a new kind', () => {
  assert.match((ask('/help').lead ?? []).join(' '), /0 claims, 2 interviews and 0 report findings/)
})

test('a new kind is compared with its source, and falls due', () => {
  const knowledge = knowledgeWith(CLEAN_FILE)
  assert.deepEqual(
    quotedSources(knowledge).flatMap(({ quotations }) => quotations.map(({ id }) => id)),
    ['tram-drivers'],
  )
  assert.ok(checkDue(knowledge, '2028-01-01')[0]?.due.some(({ id }) => id === 'tram-mechanics'))
})

test('editors underline in a file of a new kind what is wrong in it', () => {
  const schema = jsonSchemas(WITH_INTERVIEWS).get('interviews.schema.json')
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(schema ?? ''))
  assert.ok(validate(parse(CLEAN_FILE)))
  assert.ok(!validate(parse(readFileSync(`${FOLDER}wrong.yml`, 'utf8'))))
  assert.deepEqual(
    validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`),
    [
      "/interviews/1 must have required property 'who'",
      '/interviews/1/held must match pattern "^\\d{4}-\\d{2}-\\d{2}$"',
    ],
  )
})
