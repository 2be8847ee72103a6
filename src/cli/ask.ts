import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import type { Desk } from '../answer.ts'
import { answerJson } from '../answer-json.ts'
import { talk } from '../chat/terminal/talk.ts'
import { openDesk } from './open.ts'
import { Usage } from './refusal.ts'
import { settingsOrRefuse } from './settings.ts'
import { type Show, showAs } from './show-as.ts'

/** One question from the arguments; else one per line from standard input, with a JSON line for each. */
export async function run(args: readonly string[]): Promise<number> {
  const { question, show } = await options(args)
  quietWhenTheReaderLeaves()
  const desk = await openDesk(settingsOrRefuse())
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
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, format: { type: 'string' } },
      allowPositionals: true,
    })
    const format = values.json ? 'json' : (values.format ?? 'terminal')
    return {
      question: positionals.length > 0 ? positionals.join(' ') : undefined,
      show: await showAs(format, 'ask'),
    }
  } catch (error) {
    throw error instanceof Usage ? error : new Usage(`ask: ${(error as Error).message}.`)
  }
}

/** `npx hansa ask … | head -1` is no error. */
function quietWhenTheReaderLeaves(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
