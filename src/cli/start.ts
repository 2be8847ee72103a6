import { redacting } from '../chat/core/redact.ts'
import { noArguments } from '../serve/arguments.ts'
import { digestsOf } from '../serve/digests.ts'
import { liveDesk } from '../serve/live-desk.ts'
import { createLog } from '../serve/log.ts'
import { mapsOf } from '../serve/maps/picture-of.ts'
import { knowledgeFolder, openKnowledge, today } from '../serve/open.ts'
import { needPlaygroundPackages } from '../serve/playground-packages.ts'
import { Refusal } from '../serve/refusal.ts'
import { seenIn } from '../serve/seen-in.ts'
import { settingsOrRefuse } from '../serve/settings-or-refuse.ts'
import { sharingOf } from '../serve/sharing.ts'
import { withDigest } from '../serve/with-digest.ts'
import { openStore } from '../store/open.ts'

/** Serves until it is told to stop (SIGTERM, SIGINT), then lets running answers finish and exits 0. */
export async function run(args: readonly string[]): Promise<number> {
  noArguments('start', args)
  const settings = settingsOrRefuse()
  if (!settings.slack) needPlaygroundPackages()
  const log = createLog(settings.logLevel)
  const live = liveDesk(knowledgeFolder(settings), openKnowledge(settings), today, log)
  const { host, port, hosts, playgroundOpen: open, slack, curators, databaseUrl, data } = settings
  // Only who has the embedded store open can share it.
  const sharing = databaseUrl ? undefined : sharingOf(data, log)
  const store = openStore(settings, (trouble) => {
    if (trouble) return log.warn({}, trouble)
    log.info({}, 'The store works again.')
    sharing?.share(store)
  })
  store.ready().then(
    () => sharing?.share(store),
    () => {},
  )
  const desk = withDigest(live.desk)
  const maps = mapsOf(live.knowledge, log)
  const digests = digestsOf(settings, store, live.library, redacting(log))
  try {
    const { promise: deaf, resolve: onDeaf } = Promise.withResolvers<'deaf'>()
    const served = slack
      ? await import('../chat/slack/transport/serve-slack.ts').then(({ serveSlack }) =>
          serveSlack({
            settings: { ...slack, host, port },
            desk,
            log,
            onDeaf: () => onDeaf('deaf'),
            pictureOf: maps.forChat,
            startDigest: digests.start,
            storeTrouble: store.trouble,
            ...(curators && { curators }),
            ...(databaseUrl && { seen: seenIn(store) }),
          }),
        )
      : await import('../chat/web/serve-playground.ts').then(({ servePlayground }) =>
          servePlayground({
            settings: { host, port, hosts, open },
            desk,
            log,
            pictureOf: maps.forPage,
            startDigest: digests.start,
            storeTrouble: store.trouble,
          }),
        )
    const why = await Promise.race([stopSignal(), deaf])
    await served.stop()
    return why === 'deaf' ? 1 : 0
  } catch (error) {
    throw error instanceof Error && error.name === 'SetupError' ? new Refusal(error.message) : error
  } finally {
    live.close()
    maps.stop()
    await digests.stop()
    sharing?.close()
    await store.close()
    // A socket library may keep a timer for half a minute after its line died: everything of ours is closed by now.
    setTimeout(() => process.exit(), 1000).unref()
  }
}

function stopSignal(): Promise<'stop'> {
  const { promise, resolve } = Promise.withResolvers<'stop'>()
  process.once('SIGTERM', () => resolve('stop'))
  process.once('SIGINT', () => resolve('stop'))
  return promise
}
