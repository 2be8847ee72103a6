import { once } from 'node:events'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { McpServerFactory } from '@modelcontextprotocol/server'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { type Holdings, mcpServers } from '../chat/mcp/mcp-server.ts'
import { lazily } from '../search/lazily.ts'
import { noArguments, settingsOrRefuse } from '../serve/arguments.ts'
import { holdingsOf, ownVersion } from '../serve/edges/mcp.ts'
import { knowledgeFolder, openKnowledge, today } from '../serve/folder/folder.ts'
import { liveDesk } from '../serve/live-desk.ts'
import { createLog } from '../serve/serve.ts'

export const help = `npx hansa mcp   answers an assistant over standard input and output, until it leaves

An assistant starts it by itself; the README has the lines to paste for each.
Over the network: HANSA_MCP=1 and HANSA_MCP_TOKEN with "npm start".`

const A_MOMENT = 200

/** Standard output belongs to the protocol; all else is told on standard error. */
export async function run(args: readonly string[]): Promise<number> {
  noArguments('mcp', args)
  const settings = settingsOrRefuse()
  const log = createLog(settings.logLevel)
  const opened = lazily(async (): Promise<Holdings> => {
    const folder = knowledgeFolder(settings)
    return holdingsOf(liveDesk(folder, await openKnowledge(settings), today, log))
  })
  const holdings = async () => {
    // The folder takes a moment: who only greets, or asks what there is, is answered before it.
    await setImmediate()
    return opened()
  }
  const version = await ownVersion()
  const now = () => performance.now()
  const servers = mcpServers({ version, holdings, log, now })
  const greeted: McpServerFactory = async (context) => {
    const served = await servers(context)
    // What it asks first is what there is; then the folder is open when it asks for more.
    if ('server' in served)
      served.server.oninitialized = () =>
        void setTimeout(A_MOMENT)
          .then(holdings)
          .catch(() => {})
    return served
  }
  const served = serveStdio(greeted, {
    onerror: (err) => log.warn({ err }, 'a message of the assistant could not be read'),
  })
  log.info({}, 'Assistants are answered on standard input and output.')
  await once(process.stdin, 'close')
  await served.close()
  return 0
}
