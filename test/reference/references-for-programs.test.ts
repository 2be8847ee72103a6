import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reference } from '../../src/reference/reference.ts'
import { aSource } from './a-source.ts'

test('a thesis is called what it is recorded as, and a doctor’s only then', () => {
  const thesis = (genre?: string) =>
    reference(aSource({ type: 'thesis', csl: genre ? { genre } : {} }), { style: 'bibtex' })
  assert.match(
    thesis('Master’s thesis'),
    /^@mastersthesis\{[^@]*school = \{Aire Press\},\n {2}type = \{Master’s thesis\},/,
  )
  assert.match(thesis('PhD thesis'), /^@phdthesis\{[^@]*type = \{PhD thesis\},/)
  assert.match(thesis(), /^@phdthesis\{[^@]*type = \{Thesis\},/)
  const ris = reference(aSource({ type: 'thesis', csl: { genre: 'MSc dissertation' } }), { style: 'ris' })
  assert.match(ris, /^M3 {2}- MSc dissertation$/m)
})

test('the team’s note and the archived copy reach BibTeX and RIS', () => {
  const source = aSource({ archived: 'https://archive.example/1', csl: { note: 'A leaflet.' } })
  assert.match(
    reference(source, { style: 'bibtex' }),
    / {2}note = \{A leaflet\. Archived copy: https:\/\/archive\.example\/1\},/,
  )
  assert.match(
    reference(source, { style: 'ris' }),
    /^N1 {2}- A leaflet\nN1 {2}- Archived copy: https:\/\/archive\.example\/1$/m,
  )
})

test('signs that mean something to TeX are escaped, and no title can end its field', () => {
  const title = '50% of {towns} & #1_in C:\\ ~ ^ $5'
  const entry = reference(aSource({ title, url: 'https://aire.example/{a}_b' }), { style: 'bibtex' })
  assert.match(
    entry,
    / {2}title = \{\{50\\% of \\\{towns\\\} \\& \\#1\\_in C:\\textbackslash\{\} \\textasciitilde\{\} \\textasciicircum\{\} \\\$5\}\},/,
  )
  assert.match(entry, / {2}url = \{https:\/\/aire\.example\/%7Ba%7D_b\},/)
})

test('a line break in a title cannot start another tag of RIS', () => {
  assert.match(
    reference(aSource({ title: 'A\nER  - \nTY  - BOOK' }), { style: 'ris' }),
    /^TI {2}- A ER - TY - BOOK$/m,
  )
})

test('CSL-JSON keeps the record, with an archived copy where CSL-JSON puts what it has no field for', () => {
  const csl = reference(aSource({ archived: 'https://archive.example/1', csl: { volume: '3' } }), {
    style: 'csl',
  })
  assert.deepEqual(JSON.parse(csl), [
    {
      volume: '3',
      id: 'fox-2019',
      type: 'report',
      title: 'Rivers and railways',
      publisher: 'Aire Press',
      URL: 'https://aire.example/rivers',
      author: [{ family: 'Fox', given: 'Ada' }],
      issued: { 'date-parts': [[2019, 4]] },
      accessed: { 'date-parts': [[2026, 11, 24]] },
      custom: { archived: 'https://archive.example/1' },
    },
  ])
})
