import type { Change } from '../../answer/change.ts'
import { noArguments } from '../../serve/arguments.ts'
import { byWorkspace } from '../../serve/with-store.ts'
import type { SharedStore } from '../../store/shared.ts'

/** Who changed what, oldest first, a line each: moment, person, channel, what. */
export async function run(args: readonly string[]): Promise<number> {
  noArguments('audit', args)
  const text = await byWorkspace(changesIn)
  process.stdout.write(text || 'No change is written down.\n')
  return 0
}

export async function changesIn(
  store: Pick<SharedStore, 'changes'>,
  workspace: string,
): Promise<readonly string[]> {
  return (await store.changes(workspace)).map(inWords)
}

/** `2026-11-30T09:00:00Z  U1 set a digest in C1: Mondays at 09:00 (Europe/London)` */
function inWords({ at, who = 'Hansa', channel, did, what }: Change): string {
  return `${at}  ${who} ${did}${channel ? ` in ${channel}` : ''}${what ? `: ${what}` : ''}`
}
