import { createInterface } from 'node:readline/promises'
import { type Asking, Unclear } from '../growing/asking.ts'

/** Choices are numbered; a number or the words themselves answer. What was answered is not asked again. */
export function askingAt(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): { asking: Asking; close(): void } {
  const lines = createInterface({ input, output })
  const line = async (question: string) => (await lines.question(`${question}\n> `)).trim()
  const answers = new Map<string, string>()
  const once = async (question: string, ask: () => Promise<string>) => {
    const answer = answers.get(question) ?? (await ask())
    answers.set(question, answer)
    return answer
  }
  const asking: Asking = {
    line: (question) => once(question, () => line(question)),
    choose: (question, choices, free = false) => once(question, () => chosen(question, choices, free)),
  }
  async function chosen(
    question: string,
    choices: Parameters<Asking['choose']>[1],
    free: boolean,
  ): Promise<string> {
    const list = choices.map(({ says }, index) => `  ${index + 1}  ${says}`).join('\n')
    for (let tries = 0; tries < 5; tries++) {
      const said = await line(`${question}\n${list}`)
      const chosen = choices[Number(said) - 1] ?? choices.find(({ write }) => write === said.toLowerCase())
      if (chosen) return chosen.write
      if (free && said !== '') return said
    }
    throw new Unclear('Nothing was chosen, so nothing was written.')
  }
  return { asking, close: () => lines.close() }
}
