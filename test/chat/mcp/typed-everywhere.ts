/** What an assistant, or whoever pretends to be one, sends with a word in it: a body, and what else the request has. */
type Sends = (word: string) => { body: unknown; path?: string; headers?: Record<string, string> }

/** Each way there is to say something to the server for assistants: arguments of its tools, resources, and odd requests. */
export const MCP_WAYS: readonly Sends[] = [
  tool('twins', (word) => ({ place: word })),
  tool('twins', (word) => ({ place: 'Leeds', other: word })),
  tool('twins', (word) => ({ place: `Norwich ${word}`, page: 7 })),
  tool('report', (word) => ({ report: word, topic: word })),
  tool('ask', (word) => ({ question: `will ${word} be made redundant in Norwich?` })),
  tool('ask', (word) => ({ question: `cities learn from cities ${word}` })),
  tool('ask', (word) => ({ question: `digest about ${word}` })),
  tool('cite', (word) => ({ record: word, style: 'apa' })),
  tool('cite', (word) => ({ record: 'old', style: word })),
  tool('coverage', (word) => ({ area: word })),
  tool('twins', (word) => ({ [word]: word })),
  tool('twins', (word) => ({ place: { [word]: word }, page: word })),
  (word) => ({ body: call('tools/call', { name: word, arguments: { place: word } }) }),
  (word) => ({ body: call('tools/call', { name: 'twins', arguments: word }) }),
  (word) => ({ body: call('resources/read', { uri: `hansa://source/${word}` }) }),
  (word) => ({ body: call('resources/read', { uri: `hansa://report/${word}` }) }),
  (word) => ({ body: call('resources/read', { uri: `${word}://${word}` }) }),
  (word) => ({ body: call('resources/list', { cursor: word }) }),
  (word) => ({ body: call('prompts/get', { name: word }) }),
  (word) => ({ body: call('completion/complete', { argument: { name: 'id', value: word } }) }),
  (word) => ({ body: call(word, { [word]: word }) }),
  (word) => ({ body: { ...call('ping', {}), jsonrpc: word, id: word } }),
  (word) => ({ body: `{"method": ${word}` }),
  (word) => ({ body: [word] }),
  (word) => ({ body: call('ping', {}), path: `?question=${word}` }),
  (word) => ({ body: call('ping', {}), headers: { 'mcp-session-id': word, 'mcp-protocol-version': word } }),
  (word) => ({ body: call('ping', {}), headers: { 'content-type': word, accept: word } }),
  (word) => ({ body: call('ping', {}), headers: { authorization: `Bearer ${word}` } }),
  (word) => ({ body: call('ping', {}), headers: { origin: `https://${word}.example` } }),
]

function tool(name: string, given: (word: string) => object): Sends {
  return (word) => ({ body: call('tools/call', { name, arguments: given(word) }) })
}

function call(method: string, params: unknown): object {
  return { jsonrpc: '2.0', id: 1, method, params }
}
