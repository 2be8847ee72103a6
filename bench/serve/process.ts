import { readdirSync, readFileSync } from 'node:fs'

/**
 * Megabytes that a process and those it started hold of their own. What they map of files (Node itself, 60 MB) they share,
 * and the kernel takes it back where memory is short.
 */
export type Memory = { serving: number; drawing: number; total: number }

export function memoryOf(pid: number): Memory {
  const serving = held(pid)
  const drawing = childrenOf(pid).reduce((sum, child) => sum + held(child), 0)
  return { serving, drawing, total: serving + drawing }
}

/** Milliseconds that the first thread of a process has worked: what others take of the machine is no part of it. */
export function threadTime(pid: number): number {
  return Number(read(`/proc/${pid}/task/${pid}/schedstat`).split(' ')[0]) / 1e6
}

/** The highest of each, looked at every 20 ms. Beyond `limit` megabytes the process is killed. */
export function watchMemory(pid: number, limit = Number.POSITIVE_INFINITY) {
  const most = memoryOf(pid)
  const timer = setInterval(() => {
    const { serving, drawing, total } = memoryOf(pid)
    most.serving = Math.max(most.serving, serving)
    most.drawing = Math.max(most.drawing, drawing)
    most.total = Math.max(most.total, total)
    if (total > limit) process.kill(pid, 'SIGKILL')
  }, 20)
  return {
    stop() {
      clearInterval(timer)
      return most
    },
  }
}

function held(pid: number): number {
  return Number(/RssAnon:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024
}

export function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`)
    .flatMap((task) => read(`/proc/${pid}/task/${task}/children`).split(' '))
    .filter((child) => child !== '')
    .map(Number)
}

/** Nothing, when it ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
