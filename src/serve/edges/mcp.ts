import type { Holdings } from '../../chat/mcp/mcp-server.ts'
import { answerJson } from '../../formats/answer-json.ts'
import { markdown } from '../../formats/markdown.ts'
import { coverageInWords } from '../../library/coverage.ts'
import { referenceTo } from '../../library/finding.ts'
import { fold } from '../../search/words/fold.ts'
import { heldByArea } from '../folder/coverage.ts'
import { today } from '../folder/folder.ts'
import type { LiveDesk } from '../live-desk.ts'
import { takingOf } from '../take-along.ts'
import type { EdgeOfSettings } from './wired.ts'

export const mcp: EdgeOfSettings = {
  name: 'mcp',
  isOn: (settings) => settings.mcp !== undefined,
  async load({ settings, live }) {
    const { mcp, host, hosts } = settings
    if (!mcp) throw new Error('MCP is not in the settings')
    const { mcpEdge } = await import('../../chat/mcp/serve-mcp.ts')
    const holdings = holdingsOf(live)
    return mcpEdge({
      token: mcp.token,
      hosts: [host, ...hosts],
      version: await ownVersion(),
      holdings: async () => holdings,
    })
  },
}

export async function ownVersion(): Promise<string> {
  return (await import('../../../package.json', { with: { type: 'json' } })).default.version
}

/** What assistants read of a folder. They ask the desk itself: what they ask is counted nowhere. */
export function holdingsOf(live: Omit<LiveDesk, 'close' | 'waits'>): Holdings {
  return {
    ask(question) {
      const answer = live.desk.answer(question)
      const knowledge = live.knowledge(answer)
      return {
        answer,
        json: answerJson,
        markdown: (part) => markdown(part, takingOf(part, { knowledge, day: today(), full: true })),
      }
    },
    coverage(area) {
      const all = heldByArea(live.library().knowledge)
      const asked = area === undefined ? all : all.filter(({ name }) => fold(name) === fold(area))
      if (asked.length === 0) return undefined
      return asked.map(({ searched, unseen, ...figures }) => ({
        words: coverageInWords({ searched, unseen, ...figures }),
        figures: { ...figures, ...(area === undefined ? { unseen: unseen.length } : { searched, unseen }) },
      }))
    },
    sources: () => live.library().knowledge.sources.values().toArray(),
    reports: () => live.library().knowledge.reports.map(({ word, title }) => ({ id: word, title })),
    source(id) {
      const { knowledge } = live.library()
      const source = knowledge.sources.get(id)
      if (!source) return undefined
      const heading = markdown({ ...NOTHING, heading: source.title }, { day: today() })
      const csl = referenceTo(id, knowledge, 'csl')
      return `${heading}\n${referenceTo(id, knowledge, 'harvard')}\n\n\`\`\`json\n${csl}\n\`\`\`\n`
    },
  }
}

const NOTHING = {
  outcome: 'found',
  kind: 'reference',
  command: 'cite',
  ask: '',
  groups: [],
  suggestions: [],
  next: [],
} as const
