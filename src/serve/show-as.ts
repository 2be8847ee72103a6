import supportsHyperlinks from 'supports-hyperlinks'
import type { Answer } from '../answer/answer.ts'
import { print } from '../chat/terminal/print.ts'
import { showsColour } from '../chat/terminal/shows-colour.ts'
import { answerJson } from '../formats/answer-json.ts'
import { Usage } from './arguments.ts'
import { today } from './folder/folder.ts'

export type Show = (answer: Answer) => string

/** `full`: the statements under an overview, too. `hint`: how the command shows more, as a sentence. */
type Extent = { full?: boolean; hint?: string }

/** How a command shows an answer: `terminal`, `json`, `markdown`, `slack` or `teams`. Throws Usage. */
export async function showAs(format: string, command: string, extent: Extent = {}): Promise<Show> {
  switch (format) {
    case 'terminal':
      return (answer) => print(answer, { ...screen(), ...extent })
    case 'json':
      return (answer) => `${JSON.stringify(answerJson(answer), null, 2)}\n`
    case 'markdown': {
      const { markdown } = await import('../formats/markdown.ts')
      return (answer) => markdown(answer, { day: today(), full: extent.full ?? false })
    }
    case 'slack': {
      const { toBlocks } = await import('../chat/slack/blocks/to-blocks.ts')
      return (answer) => `${JSON.stringify(toBlocks(answer), null, 2)}\n`
    }
    case 'teams': {
      const { toCards } = await import('../chat/teams/cards/to-cards.ts')
      return (answer) =>
        `${JSON.stringify(
          toCards(answer).map(({ card }) => card),
          null,
          2,
        )}\n`
    }
    default:
      throw new Usage(`${command}: there is no format "${format}"; there are slack, markdown and teams.`)
  }
}

function screen() {
  const { stdout } = process
  return {
    width: Math.min(stdout.columns ?? 100, 100),
    colour: showsColour(stdout),
    links: supportsHyperlinks.stdout,
  }
}
