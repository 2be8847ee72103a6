import { createInterface } from 'node:readline/promises'
import { type Asking, Unclear } from '../growing/asking.ts'

/** Choices are numbered; a number or the words themselves answer. */
export function askingAt(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): { asking: Asking; close(): void } {
  const lines = createInterface({ input, output })
  const line = async (question: string) => (await lines.question(`${question}\n> `)).trim()
  const asking: Asking = {
    line,
    async choose(question, choices, free = false) {
      const list = choices.map(({ says }, index) => `  ${index + 1}  ${says}`).join('\n')
      for (let tries = 0; tries < 5; tries++) {
        const said = await line(`${question}\n${list}`)
        const chosen = choices[Number(said) - 1] ?? choices.find(({ write }) => write === said.toLowerCase())
        if (chosen) return chosen.write
        if (free && said !== '') return said
      }
      throw new Unclear('Nothing was chosen, so nothing was written.')
    },
  }
  return { asking, close: () => lines.close() }
}
