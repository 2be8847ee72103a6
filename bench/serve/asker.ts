import { connect, type Socket } from 'node:net'
import { commandFields, form, signedHeaders } from '../../test/chat/slack/pretend/signed.ts'

/** A slash command as Slack sends it, ready to be written to a connection. */
export function commandOf(text: string): Buffer {
  const body = form(commandFields(text))
  const headers = {
    host: 'localhost',
    'content-length': String(Buffer.byteLength(body)),
    ...signedHeaders(body),
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`POST /slack/events HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}

/** Of a reply in pieces, as Bolt writes it: no text in JSON has such lines. */
const END = '\r\n0\r\n\r\n'

/**
 * Asks over connections that stay open, and does next to nothing itself: of a client that parses replies and collects its garbage,
 * most of the slowest answers are its own.
 */
export function asker(url: string) {
  const { hostname, port } = new URL(url)
  const idle: Socket[] = []
  const connected = () => {
    const socket = connect(Number(port), hostname).setNoDelay()
    socket.once('close', () => {
      const at = idle.indexOf(socket)
      if (at >= 0) idle.splice(at, 1)
    })
    return socket
  }
  return {
    /** Fulfils when the whole reply is there. Rejects where it is no answer in blocks. */
    ask(command: Buffer): Promise<void> {
      const socket = idle.pop() ?? connected()
      return new Promise((resolve, reject) => {
        let tail = ''
        const done = (error?: Error) => {
          socket.removeListener('data', onData).removeListener('close', onClose).removeListener('error', done)
          if (error) {
            socket.on('error', () => {}).destroy()
            reject(error)
          } else {
            idle.push(socket)
            resolve()
          }
        }
        const onClose = () => done(new Error('closed before it was answered'))
        const onData = (chunk: Buffer) => {
          if (tail === '' && !(chunk.includes('HTTP/1.1 200') && chunk.includes('"blocks"')))
            return done(new Error(`no answer: ${chunk}`))
          tail = (tail + chunk.toString('latin1', Math.max(0, chunk.length - END.length))).slice(-END.length)
          if (tail === END) done()
        }
        socket.on('data', onData).once('close', onClose).once('error', done)
        socket.write(command)
      })
    },
    close() {
      for (const socket of idle.splice(0)) socket.destroy()
    },
  }
}
