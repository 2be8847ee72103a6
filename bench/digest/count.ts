import type { Channel } from '../../src/digest/schedule/subscription.ts'
import { openStore, type StoreSettings } from '../../src/store/open.ts'
import type { FakeSlack } from './fake-slack.ts'

/** Every kind of it has to be met, or nothing was tried. */
const TROUBLES = ['delayed', 'dropped', '429', '500', 'junk instead', 'junk after', 'list out of order']

/** Compares what was shown with what was owed, and prints it under `run`. True when all is as it should be. */
export async function counted(
  settings: StoreSettings,
  slack: FakeSlack,
  run: { workspaces: readonly string[]; instances: number; kills: number; pauses: number },
): Promise<boolean> {
  const store = openStore(settings)
  const runs = new Map((await store.runs('')).map((run) => [key(run), run]))
  const subscriptions = await store.subscriptions()
  await store.close()
  const shown = slack.shown()
  const times = (channel: Channel) => shown.get(key(channel))?.length ?? 0
  const twice = subscriptions.filter((owed) => times(owed) > 1)
  const doubtful = subscriptions.filter((owed) => runs.get(key(owed))?.state === 'doubtful')
  const late = doubtful.filter(({ channel }) => channel.startsWith('L'))
  const lost = subscriptions.filter((owed) => times(owed) === 0 && runs.get(key(owed))?.state !== 'doubtful')
  const owed = new Set(subscriptions.map(key))
  const elsewhere = [...shown.keys()].filter((where) => !owed.has(where))
  const engine = settings.databaseUrl ? 'PostgreSQL' : 'SQLite'
  console.log(
    '| store | workspaces | instances | kills | pauses | owed | shown | twice | neither shown nor doubtful | doubtful | of them late | elsewhere |',
  )
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |')
  console.log(
    `| ${engine} | ${run.workspaces.length} | ${run.instances} | ${run.kills} | ${run.pauses} | ${subscriptions.length} | ${shown.size} | ${twice.length} | ` +
      `${lost.length} | ${doubtful.length} | ${late.length} | ${elsewhere.length} |`,
  )
  console.log(`requests: ${JSON.stringify(slack.counts)}`)
  for (const where of [...[...twice, ...lost].map(key), ...elsewhere].slice(0, 20))
    console.log(
      JSON.stringify({ run: runs.get(where), shown: shown.get(where), calls: slack.calls.get(where) }),
    )
  const unmet = TROUBLES.filter(
    (trouble) => !Object.keys(slack.counts).some((fate) => fate.startsWith(trouble)),
  )
  if (unmet.length > 0)
    console.log(`No request was met by: ${unmet.join(', ')}. Nothing is shown by this run.`)
  return twice.length + lost.length + elsewhere.length + unmet.length === 0
}

function key({ workspace, channel }: Channel): string {
  return `${workspace} ${channel}`
}
