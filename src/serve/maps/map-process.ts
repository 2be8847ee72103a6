import { type ChildProcess, fork } from 'node:child_process'
import module from 'node:module'
import { dirname, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CoverageDrawing } from '../../map/draw-coverage.ts'
import type { Drawing } from '../../map/drawing.ts'

/** A map of links to draw, or of what is held: as a picture for where people talk, with `side` pixels a side at most, or as SVG for a page. */
export type Task = { drawing: Drawing | CoverageDrawing; as: 'png' | 'svg'; side?: number }

/** `width` and `height` are those of the SVG, in pixels. */
export type Drawn = { bytes: Uint8Array; width: number; height: number }

/** What the drawing process says of a task. `rss` is its memory, in bytes. */
export type Reply = { drawn: Drawn; rss: number } | { wrong: string }

/** Draws one map at a time, in a process of its own. Throws when that fails, dies or takes too long; the next one is drawn. */
export type MapProcess = { draw(task: Task): Promise<Drawn>; stop(): void }

export type Bounds = {
  /** Milliseconds for one map. The largest of the folder takes 2 seconds, on a machine with nothing else to do. */
  longest: number
  /** Milliseconds without a map after which the process ends, and with it its memory. */
  idle: number
  /** Bytes from which it is started anew. The largest map of the folder leaves it at 150 MB. */
  grown: number
}
const BOUNDS: Bounds = { longest: 30_000, idle: 30_000, grown: 200_000_000 }

/** `.ts` in the repository, `.js` in the package: a path that is no import is not rewritten when the package is built. */
const CHILD = `map-child${extname(import.meta.filename)}`

/** A process and not a thread: the renderer's memory is outside the heap, and a thread gives none of it back. */
export function mapProcess(bounds: Partial<Bounds> = {}, file = CHILD): MapProcess {
  const { longest, idle, grown } = { ...BOUNDS, ...bounds }
  let child: ChildProcess | undefined
  let resting: NodeJS.Timeout | undefined

  function stop(): void {
    clearTimeout(resting)
    child?.kill('SIGKILL')
    child = undefined
  }

  return {
    async draw(task) {
      clearTimeout(resting)
      const mine = alive(child) ?? started(file)
      child = mine
      holdUp(mine, true)
      try {
        const reply = await answered(mine, task, longest)
        if ('wrong' in reply) throw new Error(reply.wrong)
        if (reply.rss > grown) stop()
        return reply.drawn
      } catch (error) {
        mine.kill('SIGKILL')
        throw error
      } finally {
        holdUp(mine, false)
        resting = setTimeout(stop, idle).unref()
      }
    },
    stop,
  }
}

function alive(child: ChildProcess | undefined): ChildProcess | undefined {
  return child?.connected && !child.killed && child.exitCode === null ? child : undefined
}

/**
 * glibc otherwise keeps a pool of freed memory for each thread, a tenth of what is used here. Of what the renderer frees 8 MB stay, so
 * that they are not given back and fetched anew for each piece of the picture.
 */
const ONE_ARENA = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '8388608',
  MALLOC_MMAP_THRESHOLD_: '4194304',
}

/**
 * A small heap, and no threads beside the one that draws: outlines take 30 MB of it. What is new has 8 MB: with one, a third of
 * the work is looking for what may go, and the process is no smaller. No secret of the environment.
 */
function started(file: string): ChildProcess {
  const cache = module.getCompileCacheDir()
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    execArgv: ['--max-old-space-size=56', '--max-semi-space-size=8', '--single-threaded', '--expose-gc'],
    env: { ...ONE_ARENA, ...(cache && { NODE_COMPILE_CACHE: dirname(cache) }) },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  // Said to whom waits for a map, by `answered`.
  child.on('error', () => undefined)
  return child
}

/** While there is something to draw, this program does not end. */
function holdUp(child: ChildProcess, yes: boolean): void {
  if (yes) child.ref()
  else child.unref()
  if (yes) child.channel?.ref()
  else child.channel?.unref()
}

function answered(child: ChildProcess, task: Task, longest: number): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>()
  const late = setTimeout(() => reject(new Error(`a map took longer than ${longest} ms`)), longest)
  const ended = (code: number | null, signal: string | null) =>
    reject(new Error(`the process that draws maps ended (${signal ?? code})`))
  child.once('message', resolve).once('exit', ended).once('error', reject)
  child.send(task, (error) => error && reject(error))
  return promise.finally(() => {
    clearTimeout(late)
    child.off('message', resolve).off('exit', ended).off('error', reject)
  })
}
