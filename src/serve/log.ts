import { pino } from 'pino'
import type { Log } from '../answer/log.ts'
import type { Settings } from './settings.ts'

/** JSON lines on standard error: standard output belongs to answers. */
export function createLog(level: Settings['logLevel']): Log {
  return pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  )
}
