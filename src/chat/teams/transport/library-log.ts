import type { Log } from '../../../answer/log.ts'

/** What the library says, in our log: it writes whole deliveries at `debug`, which nobody needs. */
export function libraryLog({ warn }: Pick<Log, 'warn'>) {
  const told = (...said: unknown[]): void => {
    const err = said.find((each) => each instanceof Error)
    warn(
      { from: 'teams.apps', ...(err ? { err } : {}) },
      said.filter((each) => typeof each === 'string').join(' '),
    )
  }
  const nothing = () => undefined
  const logger = {
    debug: nothing,
    trace: nothing,
    info: nothing,
    log: nothing,
    warn: told,
    error: told,
    child: () => logger,
  }
  return logger as never
}
