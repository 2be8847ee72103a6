import type { ServerResponse } from 'node:http'

export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
): void {
  response
    .writeHead(status, { 'content-type': type.includes('charset') ? type : `${type}; charset=utf-8` })
    .end(body)
}

export function json(response: ServerResponse, value: unknown): void {
  send(response, 200, 'application/json', JSON.stringify(value))
}

export function redirect(response: ServerResponse, to: string): void {
  response.writeHead(303, { location: to }).end()
}
