import { createInterface } from 'node:readline'
import type { Answer, Desk } from '../../answer/answer.ts'

type Terminal = { input: NodeJS.ReadableStream; output: NodeJS.WritableStream }

/** A conversation in the terminal, with completion by Tab, until the person leaves. Resolves to exit code 0. */
export function talk(
  desk: Desk,
  show: (answer: Answer) => string,
  { input, output }: Terminal = { input: process.stdin, output: process.stdout },
): Promise<number> {
  const lines = createInterface({
    input,
    output,
    prompt: 'hansa> ',
    completer: (typed: string) => [desk.suggest(typed, 10), typed],
  })
  output.write(`${show(desk.answer('help'))}\nTab completes; exit, quit or Ctrl+D leaves.\n\n`)
  lines.prompt()
  let left = false
  lines.on('line', (line) => {
    // Lines pasted with the one that leaves still come.
    left ||= /^\s*\/?(exit|quit)\s*$/i.test(line)
    if (left) return lines.close()
    if (line.trim() !== '') output.write(`\n${show(desk.answer(line))}\n`)
    lines.prompt()
  })
  return new Promise((resolve) => lines.once('close', () => resolve(0)))
}
