import type { types, webApi } from '@slack/bolt'
import { createDesk } from '../../src/answers/desk.ts'
import { newAddress, UPLOAD } from '../../src/chat/web/workspace/addresses.ts'
import { createWorkspace } from '../../src/chat/web/workspace/workspace.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { prepared } from '../../src/search/lazily.ts'
import { settingsOrRefuse } from '../../src/serve/arguments.ts'
import { openKnowledge, today } from '../../src/serve/folder/folder.ts'
import { mapsOf } from '../../src/serve/maps/picture-of.ts'
import { giveBackMemory } from '../../src/serve/serve.ts'
import { SETTINGS, serveSlack } from '../../test/chat/slack/pretend/served.ts'

// The app on the folder that comes with it, with its maps, in a process of its own; its Slack is a pretend workspace that
// keeps nothing of what it gets but who got what in the place of a map.
export type Shown = { user: string; heading: string; map?: string; says?: string }

const knowledge = await openKnowledge(settingsOrRefuse(), { aside: true })
const desk = prepared(() => createDesk(buildLibrary(knowledge), today))
let shown: Shown[] = []
const workspace = createWorkspace({
  onChange() {
    for (const { blocks, onlyFor: user = '' } of workspace.state.posts.splice(0)) {
      const seen = { user, heading: textIn(blocks, 'header') }
      const slot = blocks.find(({ type, block_id }) => type === 'image' || block_id === 'map')
      if (slot?.type === 'image') shown.push({ ...seen, map: textIn(blocks, 'image') })
      else if (slot?.type === 'context') shown.push({ ...seen, says: JSON.stringify(slot.elements) })
    }
  },
})
const { id: channel } = workspace.addChannel('policy', { people: ['U1'] })
const quiet = () => undefined
const log = { debug: quiet, info: quiet, warn: console.error, error: console.error }
const { fetch: pretend = fetch, slackApiUrl: apiUrl } = workspace.clientOptions
const maps = mapsOf(() => knowledge, log)
const settings = { ...SETTINGS, ...(apiUrl && { apiUrl }) }
/** A workspace that has granted `files:write`, and keeps nothing of what is sent to it. */
const granted: webApi.FetchFunction = async (url, init) => {
  if (String(url).startsWith(UPLOAD)) return new Response('OK')
  const response = await pretend(url, init)
  if (response instanceof Response) response.headers.append('x-oauth-scopes', 'files:write')
  return response
}
const served = await serveSlack({ settings, desk, log, fetch: granted, pictureOf: maps.forChat })

// As `npm start` does before it serves.
giveBackMemory()

process.on('message', async (message) => {
  if (typeof message === 'object') {
    const { users } = message as { users: readonly string[] }
    process.send?.(users.map((user) => newAddress(workspace.state, channel, user)))
  } else if (message === 'shown') {
    process.send?.({ shown, underway: served.health().running })
    shown = []
  } else {
    await served.stop()
    maps.stop()
    process.exit(0)
  }
})
const linked = new Set(knowledge.assertions.map(({ place }) => place))
const places = [...linked].flatMap((id) => knowledge.places.get(id)?.name ?? [])
process.send?.({ url: served.url, places })

function textIn(blocks: readonly types.KnownBlock[], kind: 'header' | 'image'): string {
  for (const block of blocks) {
    if (block.type === 'header' && kind === 'header') return block.text.text
    if (block.type === 'image' && kind === 'image') return block.title?.text ?? ''
  }
  return ''
}
