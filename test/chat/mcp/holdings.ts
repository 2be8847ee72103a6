import { createDesk } from '../../../src/answers/desk.ts'
import type { Holdings } from '../../../src/chat/mcp/mcp-server.ts'
import { holdingsOf } from '../../../src/serve/edges/mcp.ts'
import { realFolder } from '../../real-folder.ts'
import { TODAY } from '../../small-knowledge.ts'

/** What an assistant reads of the folder of the first release; `asked` keeps the questions. */
export function testHoldings(): Holdings & { asked: string[] } {
  const { knowledge, library } = realFolder()
  const desk = createDesk(library, () => TODAY)
  const asked: string[] = []
  const held = holdingsOf({ desk, knowledge: () => knowledge, library: () => library })
  return {
    ...held,
    asked,
    ask(question) {
      asked.push(question)
      return held.ask(question)
    },
  }
}
