import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shipped } from './shipped.ts'

const ask = (question: string) => shipped().desk.answer(question)

test('however a committee paper asks, records of the places named are told, or that there are none', () => {
  for (const [question, asked] of AS_ASKED) {
    const { query, ...answer } = ask(question)
    assert.equal(query?.ask, asked, question)
    if (answer.outcome === 'nothing') assert.match(answer.heading, /: not recorded$/, question)
  }
})

const AS_ASKED: readonly (readonly [question: string, asked: string])[] = [
  ['which Sheffield links should we keep, relinquish or rest', 'twins Sheffield decisions'],
  ['which Coventry links should we keep, relinquish or rest', 'twins Coventry decisions'],
  ['what happened after the Sheffield resolution', 'twins Sheffield decisions'],
  ['should we suspend Sheffield Donetsk over war', 'twins Sheffield and Donetsk, Ukraine decisions'],
  ['should Leeds suspend Hangzhou over human rights', 'twins Leeds and Hangzhou, China decisions'],
  ['ought we to relinquish Esteli', 'twins Estelí, Nicaragua decisions'],
  ["who pays for Sheffield's links: council, mayor or association", 'twins Sheffield costs'],
  ['who foots the bill for Coventry’s twinning', 'twins Coventry costs'],
  ['was any public money spent on Chengdu', 'twins Chengdu, China costs'],
  ['why did Leeds keep Hangzhou', 'twins Leeds and Hangzhou, China decisions'],
  ['why did Sheffield keep Chengdu', 'twins Sheffield and Chengdu, China decisions'],
  ['was the vote on Chengdu unanimous', 'twins Chengdu, China decisions'],
  ['who went to Hangzhou from Leeds', 'twins Hangzhou, China and Leeds costs'],
  ['which councils kept their Chinese link', 'twins China decided to keep decisions'],
  ['how much does it cost to keep the Dortmund link', 'twins Dortmund, Germany costs'],
  ['which councillors visited Dortmund and at whose expense', 'twins Dortmund, Germany costs'],
  ['how did councillors vote on Nablus', 'twins Nablus, Palestine decisions'],
]
