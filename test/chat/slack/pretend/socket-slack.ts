import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { webApi } from '@slack/bolt'
import { type WebSocket, WebSocketServer } from 'ws'

export type Acknowledged = { envelope_id: string; payload: Record<string, unknown> }

/** Slack’s end of Socket Mode, on loopback. */
export type SocketSlack = {
  /** Goes in front of the pretend Slack: it hands out the line’s address. */
  through: (call: webApi.FetchFunction) => webApi.FetchFunction
  /** Sends an envelope and waits for its acknowledgement. */
  send(type: string, payload: object, envelope?: string): Promise<Acknowledged>
  /** Hangs up; with `for good`, no new line is handed out. */
  cut(forGood?: 'for good'): void
  /** How many lines were opened so far. */
  lines(): number
  close(): void
}

export async function socketSlack(): Promise<SocketSlack> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const sockets = new WebSocketServer({ server })
  let line: WebSocket | undefined
  let lines = 0
  let dead = false
  let count = 0
  sockets.on('connection', (socket) => {
    line = socket
    lines++
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }))
  })
  const address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {
    through: (call) => async (url, init) => {
      if (!String(url).endsWith('apps.connections.open')) return call(url, init)
      const body = dead ? { ok: false, error: 'invalid_auth' } : { ok: true, url: address }
      return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })
    },
    async send(type, payload, envelope = `e${++count}`) {
      if (!line) throw new Error('nobody called')
      line.send(JSON.stringify({ type, payload, envelope_id: envelope, accepts_response_payload: true }))
      const [data] = await once(line, 'message')
      return JSON.parse(String(data))
    },
    cut(forGood) {
      dead = forGood !== undefined
      line?.terminate()
    },
    lines: () => lines,
    close() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
      server.close()
    },
  }
}
