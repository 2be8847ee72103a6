import type { Health } from './health.ts'
import type { Handle } from './http-server.ts'

const EVENTS = '/slack/events'
const HEALTH = '/health'

/** Two addresses, and nothing else. Without `events` (in Socket Mode) only the health can be asked for. */
export function paths(health: () => Health, events?: Handle): Handle {
  return (request, response) => {
    const [path] = (request.url ?? '').split('?', 1)
    if (path === EVENTS && events && request.method === 'POST') return events(request, response)
    if (path === HEALTH && (request.method === 'GET' || request.method === 'HEAD')) {
      const now = health()
      response.writeHead(now.ok ? 200 : 503, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
      })
      response.end(request.method === 'GET' ? JSON.stringify(now) : undefined)
      return
    }
    response.writeHead(404).end()
  }
}
