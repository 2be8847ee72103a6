import type { WriteStream } from 'node:tty'

/** Whether to colour what is written there. FORCE_COLOR and NO_COLOR have the last word: https://no-color.org. */
export function showsColour(stream: Partial<WriteStream>, env = process.env): boolean {
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0'
  return Boolean(stream.isTTY && stream.hasColors?.()) && !env.NO_COLOR
}
