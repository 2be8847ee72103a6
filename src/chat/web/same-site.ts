import type { IncomingMessage } from 'node:http'

/**
 * Whether a request comes from our own page: another page open in the same browser may reach this address too, under
 * this name (a form that posts here) or one of its own (a name that it points at 127.0.0.1).
 */
export function isOurs({ method, headers }: IncomingMessage, host: string): boolean {
  if (!isOurName(headers.host, host)) return false
  if (method === 'GET' || method === 'HEAD') return true
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return headers.origin === undefined || headers.origin === `http://${headers.host}`
}

/** `localhost` and addresses are ours; a name only when we were told to listen on it, or on every address. */
function isOurName(asked: string | undefined, host: string): boolean {
  if (!asked) return false
  const name = asked.replace(/:\d+$/, '').toLowerCase()
  if (name === 'localhost' || name === '[::1]' || /^[\d.]+$/.test(name)) return true
  return name === host.toLowerCase() || host === '0.0.0.0' || host === '::'
}
