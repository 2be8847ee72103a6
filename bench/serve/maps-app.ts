import type { webApi } from '@slack/bolt'
import { newAddress, UPLOAD } from '../../src/chat/web/workspace/addresses.ts'
import { createWorkspace } from '../../src/chat/web/workspace/workspace.ts'
import { mapsOf } from '../../src/serve/maps/picture-of.ts'
import { SETTINGS, serveSlack } from '../../test/chat/slack/served.ts'
import { realFolder } from '../../test/real-folder.ts'

// The app with its maps, in a process of its own; its Slack is a pretend workspace that only counts what it gets.
const { desk, knowledge } = realFolder()
const counts = { maps: 0, leftOut: 0, failed: 0 }
const workspace = createWorkspace({
  onChange() {
    for (const { blocks, text } of workspace.state.posts.splice(0)) {
      if (blocks[0]?.type === 'image') counts.maps++
      else if (text.includes('the map is left out: many')) counts.leftOut++
      else if (text.includes('the map is left out')) counts.failed++
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
// What a server has built before the first question.
for (const question of ['twins Leedz', 'ask universitys']) desk.answer(question)

process.on('message', async (message) => {
  if (message === 'addresses') {
    const addresses = Array.from({ length: 20_000 }, () => newAddress(workspace.state, channel, 'U1'))
    process.send?.({ addresses })
  } else if (message === 'counts') {
    process.send?.({ ...counts, underway: served.health().running })
    Object.assign(counts, { maps: 0, leftOut: 0, failed: 0 })
  } else {
    await served.stop()
    maps.stop()
    process.exit(0)
  }
})
const places = [...knowledge.places.values()]
  .filter(({ country }) => country === 'GB')
  .map(({ name }) => name)
process.send?.({ url: served.url, places })
