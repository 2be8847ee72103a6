import { createInterface } from 'node:readline'
import type { Answer, Desk } from '../../answer/answer.ts'

/** A conversation in the terminal, with completion by Tab, until the person leaves (Ctrl+D). Resolves to exit code 0. */
export function talk(desk: Desk, show: (answer: Answer) => string): Promise<number> {
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    prompt: 'hansa> ',
    completer: (typed: string) => [desk.suggest(typed, 10), typed],
  })
  process.stdout.write(`${show(desk.answer('help'))}\nTab completes; Ctrl+D leaves.\n\n`)
  lines.prompt()
  lines.on('line', (line) => {
    if (line.trim() !== '') process.stdout.write(`\n${show(desk.answer(line))}\n`)
    lines.prompt()
  })
  return new Promise((resolve) => lines.once('close', () => resolve(0)))
}
