import { createInterface } from 'node:readline/promises'
import type { Desk } from '../answer/answer.ts'
import { talk } from '../chat/terminal/talk.ts'
import { answerJson } from '../formats/answer-json.ts'
import { parseArguments } from '../serve/arguments.ts'
import { openDesk } from '../serve/open.ts'
import { settingsOrRefuse, Usage } from '../serve/refusal.ts'
import { type Show, showAs } from '../serve/show-as.ts'

/** One question from the arguments; else one per line from standard input, with a JSON line for each. */
export async function run(args: readonly string[]): Promise<number> {
  const { question, format, full } = options(args)
  const isEveryLine = question === undefined && !process.stdin.isTTY
  if (isEveryLine && format !== undefined && format !== 'json') {
    throw new Usage(
      'ask: questions from standard input are answered as JSON; name a format with one question.',
    )
  }
  const show = await showAs(format ?? 'terminal', 'ask', { full, hint: HINT })
  quietWhenTheReaderLeaves()
  const desk = openDesk(settingsOrRefuse())
  if (isEveryLine) return everyLine(desk)
  return question === undefined ? talk(desk, show) : one(desk, question, show)
}

const HINT = '--full: their words; --out FILE.docx: a file.'

function one(desk: Desk, question: string, show: Show): number {
  const answer = desk.answer(question)
  process.stdout.write(show(answer))
  return answer.outcome === 'found' ? 0 : 1
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

function options(args: readonly string[]): { question?: string; format?: string; full: boolean } {
  const { values, positionals } = parseArguments('ask', args, {
    json: { type: 'boolean' },
    format: { type: 'string' },
    full: { type: 'boolean', default: false },
  })
  return {
    question: positionals.length > 0 ? positionals.join(' ') : undefined,
    format: values.json ? 'json' : values.format,
    full: values.full,
  }
}

/** `npx hansa ask … | head -1` is no error. */
function quietWhenTheReaderLeaves(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
