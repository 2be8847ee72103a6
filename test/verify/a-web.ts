import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import type { Going, Visit } from '../../src/verify/fetch/fetch-page.ts'
import { LIMITS, type Limits, takeTurns } from '../../src/verify/fetch/limits.ts'
import { type Resolve, systemResolve } from '../../src/verify/fetch/public-address.ts'
import { readRobots } from '../../src/verify/fetch/robots.ts'
import { LIMIT } from '../until.ts'

/** A server on this machine that answers `/robots.txt` with nothing found, unless `answer` does. */
export async function aServer(t: TestContext, answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Answers by path; all else, robots.txt included, is 404. */
export function pages(byPath: Record<string, RequestListener>): RequestListener {
  return (request, response) => {
    const page = byPath[request.url ?? '']
    if (page) page(request, response)
    else response.writeHead(404).end()
  }
}

export function redirect(status: number, location: string): RequestListener {
  return (_, response) => response.writeHead(status, { location }).end()
}

export function page(body: string): RequestListener {
  return (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body)
}

type Said = { limits?: Partial<Limits>; allowLoopback?: boolean; resolve?: Resolve; slept?: number[] }

/**
 * How a test goes to the web: to this machine, and without waiting. `slept` is told the waits in seconds. A limit of time
 * is for pages alone, so that robots.txt is not late on a busy machine.
 */
export function aGoing({
  limits: said,
  allowLoopback = true,
  resolve = systemResolve,
  slept = [],
}: Said = {}): Going {
  const patient = { ...LIMITS, seconds: LIMIT / 1000 }
  const limits = { ...patient, ...said }
  const sleep = async (seconds: number) => void slept.push(seconds)
  const asking = { userAgent: 'Hansa-verify/1.0 (test)', allowLoopback, resolve, bytes: limits.bytes }
  const inTurn = takeTurns(sleep, limits.pause)
  return {
    asking,
    limits,
    inTurn,
    sleep,
    robots: readRobots(asking, { ...limits, seconds: patient.seconds }, inTurn),
  }
}

/** What became of a visit, in a line. */
export const summary = (visit: Visit) => ('page' in visit ? visit.is : `${visit.is}: ${visit.why}`)
