import { connect } from 'node:net'

export type Dawdler = { closed: Promise<void>; destroy(): void }

/** A client that sends a byte a second: of its headers, or of the body that it announced. */
export function slowly(url: string, part: 'headers' | 'body'): Dawdler {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  const head = 'POST /slack/events HTTP/1.1\r\nhost: hansa\r\n'
  socket.on('connect', () => socket.write(part === 'headers' ? head : `${head}content-length: 1000\r\n\r\n`))
  const timer = setInterval(() => socket.write('a'), 1000)
  socket.resume()
  socket.on('error', () => undefined)
  socket.on('close', () => {
    clearInterval(timer)
    resolve()
  })
  return { closed, destroy: () => socket.destroy() }
}
