import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import module from 'node:module'
import { dirname, extname } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * A process of its own for what would hold up whoever asks meanwhile, by the name of its file here. None where Node keeps no
 * code compiled: what is then done in this process costs time and nothing else.
 */
export function startAside(name: 'reading-child' | 'approved-child', args: readonly string[] = []) {
  const cache = module.getCompileCacheDir()
  if (cache === undefined) return undefined
  const { TZ } = process.env
  // `.ts` in the repository, `.js` in the package.
  const file = fileURLToPath(new URL(`${name}${extname(import.meta.filename)}`, import.meta.url))
  const child = fork(file, [...args], {
    execArgv: [],
    // No secret of the environment.
    env: { NODE_COMPILE_CACHE: dirname(cache), ...(TZ !== undefined && { TZ }) },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.unref()
  child.channel?.unref()
  return child
}

/** Whether it did what it was started for. */
export async function ended(child: ChildProcess): Promise<boolean> {
  try {
    const [code] = await once(child, 'exit', { signal: AbortSignal.timeout(LONGEST) })
    return code === 0
  } catch {
    child.kill('SIGKILL')
    return false
  }
}

/** Milliseconds. A folder of the size of the country takes a tenth of that. */
const LONGEST = 120_000
