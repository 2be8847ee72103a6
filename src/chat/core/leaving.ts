import type { Log } from '../../answer/log.ts'
import type { Moment } from '../../digest/schedule/moment.ts'

/** A workspace said that it leaves, at `left`. */
type Goodbye = { workspace: string; left: Moment }

/** Goodbyes that are not followed yet, kept where they outlive this process and need no store. */
export type Goodbyes = {
  note(goodbye: Goodbye): void
  noted(): readonly Goodbye[]
  followed(goodbye: Goodbye): void
}

export type Leaving = {
  /** Deletes all there is of the workspace: now, or as soon as the store is back. Never rejects. */
  follow(goodbye: Goodbye): Promise<void>
  /** Follows what a process before this one could not. */
  begin(): Promise<void>
  stop(): void
}

type Deps = {
  deleteWorkspace(workspace: string, left: Moment): Promise<boolean>
  /** Without them nothing is known after a restart. */
  goodbyes?: Goodbyes
  log: Pick<Log, 'info' | 'warn'>
  /** Milliseconds until the next try. */
  again?: number
}

const UNNOTED: Goodbyes = { note() {}, noted: () => [], followed() {} }

/** A goodbye is said once or twice, and what belongs to who left is deleted even where the store is away in that moment. */
export function leavingWith({ deleteWorkspace, goodbyes = UNNOTED, log, again = 1000 }: Deps): Leaving {
  const waiting = new Map<string, Goodbye>()
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  /** False while the store is away. */
  async function tried(goodbye: Goodbye): Promise<boolean> {
    const { workspace, left } = goodbye
    let isGone: boolean
    try {
      isGone = await deleteWorkspace(workspace, left)
    } catch {
      // The store tells its own troubles.
      return false
    }
    safely(() => goodbyes.followed(goodbye), 'the note that a workspace left could not be taken away')
    if (waiting.get(workspace) === goodbye) waiting.delete(workspace)
    log.info(
      {},
      isGone
        ? 'a workspace left, and everything of it was deleted'
        : 'a workspace left and came back: nothing was deleted',
    )
    return true
  }

  async function untilBack(): Promise<void> {
    for (const goodbye of [...waiting.values()]) await tried(goodbye)
    arrange()
  }

  function arrange(): void {
    clearTimeout(timer)
    if (waiting.size > 0 && !stopped) timer = setTimeout(untilBack, again).unref()
  }

  function safely(work: () => void, otherwise: string): void {
    try {
      work()
    } catch (error) {
      // Not the whole error: its path would name the workspace.
      log.warn({ code: (error as NodeJS.ErrnoException).code }, otherwise)
    }
  }

  async function follow(goodbye: Goodbye): Promise<void> {
    // First: between this moment and the end of the try lies all the time that a store takes to be given up.
    safely(
      () => goodbyes.note(goodbye),
      'a workspace left, and that cannot be noted: should Hansa end before it is deleted, nobody knows of it any more',
    )
    if (await tried(goodbye)) return
    waiting.set(goodbye.workspace, goodbye)
    log.warn(
      {},
      'a workspace left, and the store is away: everything of it is deleted when the store is back',
    )
    arrange()
  }

  return {
    follow,
    async begin() {
      for (const goodbye of goodbyes.noted()) await follow(goodbye)
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
