import { createInterface } from 'node:readline/promises'
import { type Answer, type Desk, documentsOf } from '../answer/answer.ts'
import { count } from '../answer/in-words.ts'
import { createDesk } from '../answers/desk.ts'
import { talk } from '../chat/terminal/talk.ts'
import { answerJson } from '../formats/answer-json.ts'
import { towns } from '../growing/places/towns.ts'
import type { Knowledge } from '../knowledge/records.ts'
import { buildLibrary } from '../library/library.ts'
import { parseArguments, settingsOrRefuse, Usage } from '../serve/arguments.ts'
import { openKnowledge, today } from '../serve/folder/folder.ts'
import { showAs } from '../serve/show-as.ts'
import { ENDINGS, type Ending, endingOf, takeAlong } from '../serve/take-along.ts'
import { writeWhole } from '../serve/write-file.ts'

export const help = `npx hansa ask "/twins Leeds"   prints the answer
npx hansa ask                  a conversation; Tab completes, exit leaves
npx hansa ask < questions.txt  a question a line, a line of JSON for each

  --full          what each source says, too, with its words and the place in it
  --out FILE      writes the answer: ${ENDINGS.join(', ')}
  --json          the answer as JSON
  --format NAME   markdown; slack or teams as those would show it

Exit code: 0 found, 1 anything else, 2 for words on the command line that are off.`

/** One question from the arguments; else one per line from standard input, with a JSON line for each. */
export async function run(args: readonly string[]): Promise<number> {
  const { question, format, full, out } = options(args)
  const isEveryLine = question === undefined && !process.stdin.isTTY
  if (isEveryLine && format !== undefined && format !== 'json') {
    throw new Usage(
      'ask: questions from standard input are answered as JSON; name a format with one question.',
    )
  }
  const extent = { full, hint: question === undefined ? HINTS.talk : HINTS.one }
  const show = await showAs(format ?? 'terminal', 'ask', extent)
  const showAll = await showAs(format ?? 'terminal', 'ask', { ...extent, full: true })
  const knowledge = await openKnowledge(settingsOrRefuse(), { asNeeded: true })
  const desk = createDesk(buildLibrary(knowledge), today, { exists: towns })
  if (isEveryLine) return everyLine(desk)
  if (question === undefined) return talk(desk, (answer, all) => (all ? showAll : show)(answer))
  const answer = desk.answer(question)
  process.stdout.write(out === undefined ? show(answer) : await written(answer, out, { knowledge, full }))
  return answer.outcome === 'found' ? 0 : 1
}

export const reviewHelp = `npx hansa review Leeds                    a row a link, and what is known under each heading of a review
npx hansa review Leeds --out leeds.docx   the same as a file: ${ENDINGS.join(', ')}`

/** The links of a place as a sheet for a committee: what is not known says so, and nothing is scored. */
export async function review(args: readonly string[]): Promise<number> {
  const at = args.findIndex((word) => word.startsWith('--'))
  const [words, options] = at < 0 ? [args, []] : [args.slice(0, at), args.slice(at)]
  if (words.length === 0) throw new Usage('review: name a place first: review Leeds --out leeds.docx.')
  return run([`/twins ${words.join(' ')} review`, '--full', ...options])
}

/** How to see more of an overview. */
const HINTS = {
  one: '--full: their words; --out FILE.docx: a file.',
  talk: '--full after the question: their words.',
}

/** What stands in the file now, in a sentence. */
async function written(
  answer: Answer,
  out: string,
  { knowledge, full }: { knowledge: Knowledge; full: boolean },
): Promise<string> {
  const ending = endingOf(out) as Ending
  writeWhole(out, await takeAlong(answer, ending, { knowledge, day: today(), full }), 'ask')
  const documents = documentsOf(answer).length
  return `Wrote ${out}: ${answer.heading}${documents > 0 ? `, ${count(documents, 'reference')}` : ''}.\n`
}

async function everyLine(desk: Desk): Promise<number> {
  let missed = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    const { json, found } = answered(desk, line)
    if (!found) missed++
    process.stdout.write(`${JSON.stringify(json)}\n`)
  }
  return missed === 0 ? 0 : 1
}

/** A line that cannot be answered is a line that says so, in its place: the others are still to be answered. */
export function answered(desk: Pick<Desk, 'answer'>, line: string): { json: object; found: boolean } {
  try {
    const answer = desk.answer(line)
    return { json: answerJson(answer), found: answer.outcome === 'found' }
  } catch (error) {
    const why = (error as Error).message.split('\n')[0]
    return {
      json: { outcome: 'error', ask: line, error: `This could not be answered: ${why}` },
      found: false,
    }
  }
}

type Wanted = { question?: string; format?: string; full: boolean; out?: string }

function options(args: readonly string[]): Wanted {
  const { values, positionals } = parseArguments('ask', args, {
    json: { type: 'boolean' },
    format: { type: 'string' },
    full: { type: 'boolean', default: false },
    out: { type: 'string' },
  })
  const { full, out } = values
  const format = values.json ? 'json' : values.format
  const question = positionals.length > 0 ? positionals.join(' ') : undefined
  if (out !== undefined) {
    if (!endingOf(out)) throw new Usage(`ask: ${out} ends in none of ${ENDINGS.join(', ')}.`)
    if (question === undefined) throw new Usage('ask: --out writes the answer to one question: name it.')
    if (format !== undefined)
      throw new Usage('ask: --out says by its ending what to write: leave the format out.')
  }
  return {
    full,
    ...(question !== undefined && { question }),
    ...(format !== undefined && { format }),
    ...(out !== undefined && { out }),
  }
}
