import { KEPT_OPEN } from '../chat/core/http-server.ts'
import { noArguments, settingsOrRefuse } from '../serve/arguments.ts'
import { serve } from '../serve/serve.ts'

/** Serves until it is told to stop (SIGTERM, SIGINT), then lets running answers finish and exits 0. */
export async function run(args: readonly string[]): Promise<number> {
  noArguments('start', args)
  // Heard from before anybody can know that Hansa serves: a supervisor may stop it in that very moment.
  const told = stopSignal()
  try {
    const serving = await serve(settingsOrRefuse())
    const why = await Promise.race([told, serving.deaf.then(() => 'deaf' as const)])
    // A proxy learns from the health that this instance stops, and clients let go of connections that they kept.
    if (why === 'SIGTERM') await serving.leave(KEPT_OPEN)
    await serving.stop()
    return why === 'deaf' ? 1 : 0
  } finally {
    // A socket library may keep a timer for half a minute after its line died: everything of ours is closed by now.
    setTimeout(() => process.exit(), 1000).unref()
  }
}

function stopSignal(): Promise<NodeJS.Signals> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>()
  process.once('SIGTERM', resolve)
  process.once('SIGINT', resolve)
  return promise
}
