/**
 * What stands between the protocol's own conformance suite and a Hansa that runs: the suite can show no token, and asks for tools and resources of a
 * server that was written for it. Adds the token (HANSA_MCP_TOKEN) and puts names of ours in place of those. docs/operating.md says how it is run.
 * `--to http://127.0.0.1:3000`, `--port 3978`.
 */
import { createServer, request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    to: { type: 'string', default: 'http://127.0.0.1:3000' },
    port: { type: 'string', default: '3978' },
  },
})

type Asked = { method?: string; params?: { name?: string; uri?: string; arguments?: object } }

/** What the suite asks, as one would ask Hansa for the same. */
function asOurs(asked: Asked): Asked {
  const { params } = asked
  if (params?.name === 'test_simple_text')
    return { ...asked, params: { ...params, name: 'twins', arguments: { place: 'Leeds' } } }
  if (params?.name === 'test_error_handling')
    return { ...asked, params: { ...params, name: 'coverage', arguments: { area: 'Narnia' } } }
  if (params?.uri === 'test://static-text')
    return { ...asked, params: { ...params, uri: 'hansa://source/ransom-2020' } }
  return asked
}

createServer(async (incoming, response) => {
  const body = await buffer(incoming)
  const sent = body.length > 0 ? JSON.stringify(asOurs(JSON.parse(body.toString()))) : undefined
  const { 'content-length': _length, ...headers } = incoming.headers
  const onward = request(
    new URL(incoming.url ?? '/mcp', values.to),
    {
      method: incoming.method,
      headers: { ...headers, authorization: `Bearer ${process.env.HANSA_MCP_TOKEN}` },
    },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    },
  )
  onward.on('error', () => response.writeHead(502).end())
  onward.end(sent)
}).listen(Number(values.port), '127.0.0.1')
