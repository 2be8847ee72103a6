import { createInterface } from 'node:readline/promises'
import type { Desk } from '../answer.ts'
import { answerJson } from '../answer-json.ts'
import { talk } from '../chat/terminal/talk.ts'
import { openDesk } from './open.ts'
import { settingsOrRefuse } from './settings.ts'
import { type Show, showAs } from './show-as.ts'
import { wordsOf } from './words.ts'

/** One question from the arguments; else one per line from standard input, with a JSON line for each. */
export async function run(args: readonly string[]): Promise<number> {
  const { question, show } = await options(args)
  quietWhenTheReaderLeaves()
  const desk = openDesk(settingsOrRefuse())
  if (question !== undefined) return one(desk, question, show)
  return process.stdin.isTTY ? talk(desk, show) : everyLine(desk)
}

function one(desk: Desk, question: string, show: Show): number {
  const answer = desk.answer(question)
  process.stdout.write(show(answer))
  return answer.outcome === 'found' ? 0 : 1
}

async function everyLine(desk: Desk): Promise<number> {
  let missed = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    const answer = desk.answer(line)
    if (answer.outcome !== 'found') missed++
    process.stdout.write(`${JSON.stringify(answerJson(answer))}\n`)
  }
  return missed === 0 ? 0 : 1
}

async function options(args: readonly string[]): Promise<{ question?: string; show: Show }> {
  const { values, positionals } = wordsOf('ask', args, {
    json: { type: 'boolean' },
    format: { type: 'string' },
  })
  const format = values.json ? 'json' : (values.format ?? 'terminal')
  return {
    question: positionals.length > 0 ? positionals.join(' ') : undefined,
    show: await showAs(format, 'ask'),
  }
}

/** `npx hansa ask … | head -1` is no error. */
function quietWhenTheReaderLeaves(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
