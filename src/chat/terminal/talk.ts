import { createInterface } from 'node:readline'
import type { Answer, Desk } from '../../answer/answer.ts'

type Terminal = { input: NodeJS.ReadableStream; output: NodeJS.WritableStream }

/** A conversation in the terminal, with completion by Tab, until the person leaves. Resolves to exit code 0. */
export function talk(
  desk: Desk,
  show: (answer: Answer, full: boolean) => string,
  { input, output }: Terminal = { input: process.stdin, output: process.stdout },
): Promise<number> {
  const lines = createInterface({
    input,
    output,
    prompt: 'hansa> ',
    completer: (typed: string) => [completions(typed, desk), typed],
  })
  output.write(`${show(desk.answer('help'), false)}\nTab completes; exit, quit or Ctrl+D leaves.\n\n`)
  lines.prompt()
  let left = false
  lines.on('line', (line) => {
    // Lines pasted with the one that leaves still come.
    left ||= /^\s*\/?(exit|quit)\s*$/i.test(line)
    if (left) return lines.close()
    const question = line.replace(FULL, '')
    if (question.trim() !== '') output.write(`\n${show(desk.answer(question), question !== line)}\n`)
    lines.prompt()
  })
  return new Promise((resolve) => lines.once('close', () => resolve(0)))
}

/** After a question: what each source says, too. */
const FULL = /\s+--full\s*$/i

const LEAVING = ['exit', 'quit']

/** How one may speak to it, though nobody else is here. */
const SPOKEN_TO = /^\s*[/@]hansa\b[:,]?\s*/i

/** Whatever Enter takes: questions, also after its name, the words that leave, and `--full` after a question. */
export function completions(typed: string, desk: Pick<Desk, 'suggest'>): readonly string[] {
  const [before = ''] = SPOKEN_TO.exec(typed) ?? []
  const asked = typed.slice(before.length)
  const flag = /^(.*\S\s+)-(?:-f?u?l?l?)?$/i.exec(asked)?.[1]
  if (flag !== undefined) return [`${before}${flag}--full`]
  const questions = desk.suggest(asked, 10).map((words) => before + words)
  const word = asked.trim().toLowerCase()
  const leaving =
    before === '' && word !== '' ? LEAVING.filter((one) => one.startsWith(word.replace(/^\//, ''))) : []
  return [...questions, ...leaving.map((one) => (word.startsWith('/') ? `/${one}` : one))]
}
