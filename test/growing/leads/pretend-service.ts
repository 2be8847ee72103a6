import type { RequestListener } from 'node:http'
import type { TestContext } from 'node:test'
import { askService } from '../../../src/serve/query-service.ts'
import { TODAY } from '../../small-knowledge.ts'
import { LIMIT } from '../../until.ts'
import { aServer } from '../../verify/a-web.ts'
import { emptyFolder } from '../folders.ts'

type Binding = Readonly<Record<string, string | undefined>>

/** What the query service answers when it has these rows. */
export function answerOf(rows: readonly Binding[]): string {
  const bindings = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([key, value]) => (value ? [[key, { type: 'literal', value }]] : [])),
    ),
  )
  return JSON.stringify({ head: { vars: [] }, results: { bindings } })
}

export const DORTMUND_ROW = {
  statement: 's1',
  code: 'E08000035',
  twinGeonames: '2935517',
  twinLabel: 'Dortmund',
  country: 'DE',
  since: '1969-01-01T00:00:00Z',
  url: 'https://example.org/list',
}

/** So many, each a statement of its own. */
export function rowsOf(count: number): readonly Binding[] {
  return Array.from({ length: count }, (_, n) => ({ ...DORTMUND_ROW, statement: `s${n}` }))
}

export async function asked(t: TestContext, listener: RequestListener, seconds = LIMIT / 1000) {
  const url = `${await aServer(t, listener)}/sparql`
  const times = { page: seconds, pause: 0, retry: 0, patience: 5 }
  return askService({
    url,
    allowLoopback: true,
    cache: emptyFolder(t),
    today: TODAY,
    onPage: () => {},
    times,
  })
}

export function saying(text: string, status = 200): RequestListener {
  return (_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(text)
}
