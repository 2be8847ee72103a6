import { openStore, type StoreSettings } from '../../src/store/open.ts'
import type { FakeSlack } from './fake-slack.ts'

/** Every kind of it has to be met, or nothing was tried. */
const TROUBLES = ['delayed', 'dropped', '429', '500', 'junk instead', 'junk after', 'list out of order']

/** Compares what was shown with what was owed, and prints it under `run`. True when all is as it should be. */
export async function counted(
  settings: StoreSettings,
  slack: FakeSlack,
  run: { instances: number; kills: number; pauses: number },
): Promise<boolean> {
  const store = openStore(settings)
  const runs = new Map((await store.runs('')).map((run) => [run.channel, run]))
  const subscriptions = await store.subscriptions()
  await store.close()
  const shown = slack.shown()
  const times = (channel: string) => shown.get(channel)?.length ?? 0
  const twice = subscriptions.filter(({ channel }) => times(channel) > 1)
  const doubtful = subscriptions.filter(({ channel }) => runs.get(channel)?.state === 'doubtful')
  const late = doubtful.filter(({ channel }) => channel.startsWith('L'))
  const lost = subscriptions.filter(
    ({ channel }) => times(channel) === 0 && runs.get(channel)?.state !== 'doubtful',
  )
  const engine = settings.databaseUrl ? 'PostgreSQL' : 'SQLite'
  console.log(
    '| store | instances | kills | pauses | owed | shown | twice | neither shown nor doubtful | doubtful | of them late |',
  )
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |')
  console.log(
    `| ${engine} | ${run.instances} | ${run.kills} | ${run.pauses} | ${subscriptions.length} | ${shown.size} | ${twice.length} | ` +
      `${lost.length} | ${doubtful.length} | ${late.length} |`,
  )
  console.log(`requests: ${JSON.stringify(slack.counts)}`)
  for (const { channel } of [...twice, ...lost].slice(0, 20)) {
    console.log(JSON.stringify({ run: runs.get(channel), shown: shown.get(channel) }))
  }
  const unmet = TROUBLES.filter(
    (trouble) => !Object.keys(slack.counts).some((fate) => fate.startsWith(trouble)),
  )
  if (unmet.length > 0)
    console.log(`No request was met by: ${unmet.join(', ')}. Nothing is shown by this run.`)
  return twice.length + lost.length + unmet.length === 0
}
