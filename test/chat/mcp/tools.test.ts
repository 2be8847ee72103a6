import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { Client } from '@modelcontextprotocol/client'
import { InMemoryTransport } from '@modelcontextprotocol/server'
import { mcpServers } from '../../../src/chat/mcp/mcp-server.ts'
import { realFolder } from '../../real-folder.ts'
import { keepLog } from '../slack/pretend/pretend.ts'
import { testHoldings } from './holdings.ts'

type Structured = {
  outcome: string
  means?: string
  readAs: readonly { typed: string; read: string }[]
  findings: readonly { id: string; cite: object }[]
  table?: { rows: readonly { link: string }[] }
  suggestions: readonly object[]
  areas?: readonly { name: string; unseen: unknown }[]
  more?: More
}

type More = { tool: string; arguments: object }

async function assistant(t: TestContext) {
  const held = testHoldings()
  const kept = keepLog()
  const options = { version: '1', holdings: async () => held, log: kept.log, now: () => 0 }
  const server = await mcpServers(options)({ era: 'legacy' })
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  const client = new Client({ name: 'an assistant', version: '1' })
  await Promise.all([server.connect(ours), client.connect(theirs)])
  t.after(() => client.close())
  const call = async (name: string, given: object) => {
    const { content, structuredContent, isError } = await client.callTool({ name, arguments: { ...given } })
    const [first] = content
    const text = first?.type === 'text' ? first.text : ''
    return { text, isError, says: structuredContent as Structured }
  }
  return { client, call, held, kept }
}

test('five tools read and change nothing, and each tells what goes in and what comes out', async (t) => {
  const { client } = await assistant(t)
  const { tools } = await client.listTools()
  assert.deepEqual(
    tools.map(({ name }) => name),
    ['twins', 'report', 'ask', 'cite', 'coverage'],
  )
  for (const { inputSchema, outputSchema, annotations } of tools) {
    assert.equal(inputSchema.type, 'object')
    assert.ok(JSON.stringify(outputSchema).includes('"findings"'))
    assert.deepEqual(annotations?.readOnlyHint, true)
  }
})

test('an answer about a place begins with the place as it was read, and every finding has its citation', async (t) => {
  const { call } = await assistant(t)
  for (const [place, read] of [
    ['Leeds', 'Read as: Leeds.'],
    ['Köln', 'Read as: Cologne, Germany (asked for as “Köln”).'],
  ] as const) {
    const { text, says } = await call('twins', { place })
    assert.equal(text.split('\n')[0], read)
    assert.equal(says.outcome, 'found')
    assert.ok(
      says.findings.length > 0 && says.findings.every(({ cite }) => 'locator' in cite && 'checkedOn' in cite),
    )
  }
})

test('who follows what “more” names, page by page, has every statement that the folder holds of England’s links, once', async (t) => {
  const { call } = await assistant(t)
  const got: string[] = []
  const links = new Set<string>()
  let next: More | undefined = { tool: 'twins', arguments: { place: 'England' } }
  while (next) {
    const { says }: { says: Structured } = await call(next.tool, next.arguments)
    got.push(...says.findings.map(({ id }) => id))
    for (const { link } of says.table?.rows ?? []) links.add(link)
    next = says.more
  }
  const { assertions, places } = realFolder().knowledge
  const isEnglish = (id: string): boolean =>
    /^E\d/.test(id) || (places.get(id)?.within ?? []).some((one) => isEnglish(one))
  const held = assertions.filter(({ place }) => isEnglish(place))
  assert.deepEqual(got.sort(), held.map(({ id }) => id).sort())
  assert.deepEqual(links, new Set(held.map(({ place, twin }) => `${place} ${twin}`)))
  assert.ok(held.length > 90 && held.length < assertions.length)
})

test('what may be one place or another is the person’s to choose, and what is not held is said', async (t) => {
  const { call } = await assistant(t)
  const choice = await call('twins', { place: 'Newcastle' })
  assert.equal(choice.says.outcome, 'suggest')
  assert.match(choice.text, /^Nothing was answered. Ask the person which/)
  assert.ok(choice.says.suggestions.length > 1 && choice.says.findings.length === 0)
  const nothing = await call('twins', { place: 'Torquay' })
  assert.equal(nothing.says.outcome, 'nothing')
  assert.match(nothing.says.means ?? '', /does not mean that there is none/)
})

test('two places, reports, words and references are asked for as people ask', async (t) => {
  const { call, held } = await assistant(t)
  const asked = [
    await call('twins', { place: 'Leeds', other: 'Germany' }),
    await call('report', {}),
    await call('report', { report: 'nesta', topic: 'partnerships' }),
    await call('ask', { question: 'universities and city halls' }),
    await call('cite', { record: 'ransom-2020', style: 'apa' }),
  ]
  assert.deepEqual(
    asked.map(({ says }) => says.outcome),
    ['found', 'help', 'found', 'found', 'found'],
  )
  assert.deepEqual(held.asked, [
    'twins Leeds Germany',
    'report',
    'report nesta partnerships',
    'ask universities and city halls'.slice(4),
    'cite ransom-2020 apa',
  ])
})

test('coverage tells of each nation, and of one which councils nobody has looked at', async (t) => {
  const { call } = await assistant(t)
  const all = await call('coverage', {})
  assert.ok(all.says.areas?.some(({ name, unseen }) => name === 'Scotland' && typeof unseen === 'number'))
  const { says, text } = await call('coverage', { area: 'scotland' })
  assert.equal(says.areas?.length, 1)
  assert.ok(Array.isArray(says.areas?.[0]?.unseen))
  assert.match(text, /Scotland: /)
  assert.equal((await call('coverage', { area: 'Narnia' })).isError, true)
})

test('wrong arguments and pages that there are not are a sentence, and nothing breaks', async (t) => {
  const { call } = await assistant(t)
  const wrong = [
    await call('twins', {}),
    await call('twins', { place: '' }),
    await call('twins', { place: 'x'.repeat(201) }),
    await call('twins', { place: 'Leeds', page: 99 }),
    await call('cite', { record: 'ransom-2020', style: 'chicago' }),
  ]
  for (const { isError, text } of wrong) assert.ok(isError && text.length > 0)
  assert.equal(wrong[3]?.text, 'There is no page 99 of this answer: it has 1.')
})

test('sources and reports can be read whole, and are listed', async (t) => {
  const { client } = await assistant(t)
  const { resources } = await client.listResources()
  assert.ok(resources.some(({ uri }) => uri === 'hansa://source/ransom-2020'))
  const read = async (uri: string) => {
    const [first] = (await client.readResource({ uri })).contents
    return first && 'text' in first ? first.text : ''
  }
  assert.match(await read('hansa://source/ransom-2020'), /Ransom, J\. \(2020\) ‘Innovators Without Borders’/)
  assert.match(await read('hansa://report/nesta'), /### References/)
  for (const uri of ['hansa://source/none', 'hansa://report/%E0%A4%A', 'hansa://other/x', 'not a uri'])
    await assert.rejects(client.readResource({ uri }), uri)
})

test('what an assistant asks stands in no log', async (t) => {
  const { call, kept } = await assistant(t)
  await call('twins', { place: 'Leeds' })
  await call('ask', { question: 'a secret plan of Bramley' })
  const text = JSON.stringify(kept)
  assert.match(text, /"command":"twins"/)
  assert.doesNotMatch(text, /Leeds|secret|Bramley/)
})
