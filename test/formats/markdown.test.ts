import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markdown } from '../../src/formats/markdown.ts'
import { ANSWER } from '../an-answer.ts'

const TAKING = { day: '2026-11-30' }

test('an answer can be pasted into a paper, and what a source printed is not read as Markdown', () => {
  assert.equal(
    markdown(ANSWER, { ...TAKING, full: true }),
    `## Leeds: 1 link on record

**1968, says A (2018); 1969, says B (2021).** (source 1)

1 statement from 1 source.

**Links of Leeds**

| Place | Partner | Country | Kind | Since | Status | Newest evidence | Sources |
| --- | --- | --- | --- | --- | --- | --- | --- |
| Leeds | Dortmund | Germany | partner / twin (sources differ) | 1968 / 25 Oct 1969 (sources differ) | in doubt: suspended; also said: active (sources differ) | Aug 2015 (11 years old) | 1 (second-hand) |

### Current links

**Dortmund, Germany**  
Sources differ on the start: 1968 in A (2018); 1969 in B (2021).

- Twin · since 1969 · active on 12 February 2021  
  “dates back to \\*1969\\* \\& \\<more\\>”  
  Second-hand: A, as reported in B.  
  Source 1, no page number in the source.

### References

1. Leeds City Council (2021), Leeds and Dortmund sign again. <https://example.org/news>

Did you mean: \`/twins Leeds\`

More: \`/ask leeds, page 2\`

You can also ask: \`/twins Dortmund\`

Read as Leeds (you wrote “leds”). Second-hand: a source reports what another one says. All sources checked 24 November 2026 by a reader. Asked of Hansa on 30 November 2026: /twins Leeds.
`,
  )
})

test('without more being wanted, the overview and its references are all', () => {
  const short = markdown(ANSWER, TAKING)
  assert.match(short, /\| Leeds \| Dortmund \|/)
  assert.match(short, /1\. Leeds City Council/)
  assert.doesNotMatch(short, /dates back/)
})

test('references are given in full where they are known', () => {
  const references = new Map([
    ['LCCnews', 'Leeds City Council (2021) Available at: https://example.org/news.'],
  ])
  assert.match(
    markdown(ANSWER, { ...TAKING, references }),
    /^1\. Leeds City Council \(2021\) Available at: https:\/\/example\.org\/news\.$/m,
  )
})

test('what is done on the web is a link', () => {
  const next = [{ label: 'I know: hydrogen', url: 'https://example.org/new' }]
  assert.match(
    markdown({ ...ANSWER, next }, TAKING),
    /^You can also ask: \[I know: hydrogen\]\(<https:\/\/example.org\/new>\)$/m,
  )
})
