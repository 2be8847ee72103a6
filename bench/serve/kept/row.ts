/** A promise that was tried, and what was found. `logs`: all that the processes of it wrote. */
export type Row = { what: string; found: string; kept: boolean; logs: readonly string[] }

/** Milliseconds that each try took, and the words of those that failed. */
export type Tries = { times: number[]; failed: string[] }

export async function tried(tries: Tries, one: () => Promise<void>): Promise<void> {
  const start = performance.now()
  try {
    await one()
    tries.times.push(performance.now() - start)
  } catch (error) {
    tries.failed.push(
      error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : String(error),
    )
  }
}

export function shown({ times, failed }: Tries): string {
  const why = failed.length > 0 ? ` (${[...new Set(failed)].slice(0, 3).join('; ')})` : ''
  return `${times.length} answered, the slowest in ${Math.round(Math.max(0, ...times))} ms, ${failed.length} not${why}`
}

/** Asks until it holds; seconds it took. Throws after `most` of them. */
export async function secondsUntil(holds: () => Promise<boolean>, most: number): Promise<number> {
  const start = performance.now()
  const passed = () => (performance.now() - start) / 1000
  while (!(await holds().catch(() => false))) {
    if (passed() > most) throw new Error(`not within ${most} s`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return passed()
}

/** What was acknowledged of `/digest on`, and is told by whoever is asked later. */
export const ON = 'on monday 09:00'
export const IS_ON = /Mondays at 09:00/
export const AWAY = /cannot be reached at the moment/
