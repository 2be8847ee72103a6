import type { ServerResponse } from 'node:http'

/** Tells open pages that there is something new; they fetch it themselves. Server-sent events. */
export type Changes = {
  open(response: ServerResponse): void
  /** Many calls in a moment are told once. */
  happened(): void
  close(): void
}

const MOMENT = 25
const HEARTBEAT = 20_000
const MOST = 200
/** Milliseconds for what is on its way to a page. */
const LEAVE = 100

export function changes(): Changes {
  const pages = new Set<ServerResponse>()
  let soon: NodeJS.Timeout | undefined
  const tell = (line: string) => {
    for (const page of pages) page.write(`${line}\n\n`)
  }
  const alive = setInterval(tell, HEARTBEAT, ':')
  alive.unref()
  return {
    open(response) {
      const [oldest] = pages
      if (pages.size >= MOST) oldest?.end()
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'x-accel-buffering': 'no',
      })
      response.write('retry: 1000\n\n')
      pages.add(response)
      response.on('close', () => pages.delete(response))
    },
    happened() {
      soon ??= setTimeout(() => {
        soon = undefined
        tell('data: changed')
      }, MOMENT)
    },
    close() {
      clearInterval(alive)
      clearTimeout(soon)
      for (const page of pages) {
        page.end()
        // One that does not read on would keep the connection.
        setTimeout(() => page.destroy(), LEAVE).unref()
      }
    },
  }
}
