import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markdown } from '../../src/formats/markdown.ts'
import { ANSWER } from '../an-answer.ts'

test('an answer can be pasted into a paper, and what a source printed is not read as Markdown', () => {
  assert.equal(
    markdown(ANSWER),
    `## Leeds: 1 link on record

**1968, says A (2018); 1969, says B (2021).**  
[Leeds City Council (2021), no page number in the source](<https://example.org/news#:~:text=dates%20back>)

1 statement from 1 source.

### Current links

**Dortmund, Germany**  
Sources differ on the start: 1968 in A (2018); 1969 in B (2021).

- Twin · since 1969 · active on 12 February 2021  
  “dates back to \\*1969\\* \\& \\<more\\>”  
  Second-hand: A, as reported in B.  
  [Leeds City Council (2021)](<https://example.org/news#:~:text=dates%20back>), Leeds and Dortmund sign again, no page number in the source; checked 24 November 2026 by a reader.

Did you mean: \`/twins Leeds\`

More: \`/ask leeds, page 2\`

You can also ask: \`/twins Dortmund\`

*Read as Leeds (you wrote “leds”).*
`,
  )
})

test('what is done on the web is a link', () => {
  const next = [{ label: 'I know: hydrogen', url: 'https://example.org/new' }]
  assert.match(
    markdown({ ...ANSWER, next }),
    /^You can also ask: \[I know: hydrogen\]\(<https:\/\/example.org\/new>\)$/m,
  )
})
