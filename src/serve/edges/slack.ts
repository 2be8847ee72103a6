import { seenIn } from '../seen-in.ts'
import type { EdgeOfSettings } from './wired.ts'

export const slack: EdgeOfSettings = {
  name: 'slack',
  isOn: (settings) => settings.slack !== undefined,
  async load({ settings, desk, maps, startDigest, store, onDeaf }) {
    const { slack, curators, databaseUrl } = settings
    if (!slack) throw new Error('Slack is not in the settings')
    const { slackEdge } = await import('../../chat/slack/transport/serve-slack.ts')
    return slackEdge({
      settings: slack,
      desk,
      onDeaf,
      pictureOf: maps.forChat,
      startDigest,
      ...(curators && { curators }),
      ...(databaseUrl && { seen: seenIn(store) }),
    })
  },
}
