import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '../../bench/search/chance.ts'
import { LETTERS, oneEditFrom } from '../../bench/search/typing.ts'
import { atHome, type Locality, localityName } from '../../src/places/locality.ts'
import { isEnglish } from '../../src/search/text/english.ts'
import { edits } from '../../src/search/words/edits.ts'
import { fold } from '../../src/search/words/fold.ts'
import { calledSo, desk, EXHAUSTIVE, held, knowledge, library, ofOthers } from './names.ts'

test('a held name with one slip in it leads to the place, is offered, or is another name exactly', () => {
  const random = chance(12)
  const wrong: string[] = []
  let asked = 0
  for (const { locality, names } of held) {
    for (const name of names) {
      for (const typed of new Set(oneEditFrom(name, LETTERS))) {
        if (!EXHAUSTIVE && random() > 0.006) continue
        if (typed.trim() === '' || typed === name) continue
        asked++
        const exactly = calledSo(typed)
        const answer = desk.answer(`twins ${typed}`)
        const others = ofOthers(answer, [locality, ...exactly], name)
        const offered = [...answer.suggestions, ...answer.next].map(({ label }) => label)
        const isOffered = offered.some((label) => label.startsWith(localityName(locality)))
        if (others.length > 0) wrong.push(`${typed} (${name}): ${answer.heading}, ${others.slice(0, 3)}`)
        else if (
          answer.outcome === 'nothing' &&
          !isOffered &&
          !answer.heading.includes(localityName(locality))
        )
          wrong.push(`${typed} (${name}): ${answer.heading}, and ${localityName(locality)} is not offered`)
      }
    }
  }
  assert.ok(asked > 1000)
  assert.deepEqual(wrong, [])
})

test('nor does it find what is recorded of others where it is asked in other words', () => {
  const random = chance(13)
  const wrong: string[] = []
  for (const { locality, names } of held) {
    for (const name of names) {
      for (const typed of new Set(oneEditFrom(name, LETTERS))) {
        if (random() > (EXHAUSTIVE ? 0.1 : 0.001)) continue
        // Of a shorter name one slip leaves too little to tell: `He a` of Hefa.
        if (name.length < 5 || typed === name) continue
        // A plain word alone is a word: `term` is not Perm.
        const alone = isEnglish(typed) ? [] : [typed]
        for (const question of [`${typed.trim()}'s oldest twin`, `is ${typed} still twinned`, ...alone]) {
          const others = ofOthers(desk.answer(question), [locality, ...calledSo(typed)], '')
          if (others.length > 0) wrong.push(`${question} (${name}): ${others.slice(0, 3)}`)
        }
      }
    }
  }
  assert.deepEqual(wrong, [])
})

test('what a place abroad is called in another language never comes before what we hold a slip away', () => {
  const headings = [
    ['Birmingam', 'Birmingham: 2 links on record'],
    ['Bristul', 'Bristol: 1 link on record'],
    ['Manchestur', 'Manchester: 4 links on record'],
    ['Glasow', 'Did you mean Glasgow? (you wrote “Glasow”)'],
    ['is Glasow still twinned', 'Did you mean Glasgow? (you wrote “Glasow”)'],
    ['Birmingam’s oldest twin', 'Birmingham: 1 of the 2 links on record'],
    ['leads twin cities', 'Did you mean Leeds? (you wrote “leads”)'],
  ]
  assert.deepEqual(
    headings.map(([question]) => [question, desk.answer(question ?? '').heading]),
    headings,
  )
  assert.deepEqual(desk.answer('Birmingam').lead?.[0], 'Read as Birmingham (you wrote “Birmingam”).')
})

test('an own name comes before what a far larger place is also called', () => {
  const headings = [
    ['Bridgetown', 'We hold no links of Bridgetown (Saint Michael, Barbados)'],
    ['/twins odessa', 'We hold no links of Odesa (Odesa, Ukraine)'],
  ]
  assert.deepEqual(
    headings.map(([question]) => [question, desk.answer(question ?? '').heading]),
    headings,
  )
  assert.match(desk.answer('Bethlehem').heading, /links of Bethlehem \(/)
})

test('of what one slip leads to, those called so themselves are offered before those also called so, and the UK first', () => {
  const isOwn = (one: Locality, typed: string) =>
    [fold(localityName(one)), fold(localityName(one).split(', ')[0] ?? '')].some(
      (name) => edits(fold(typed), name, 1) <= 1,
    )
  const random = chance(31)
  const wrong: string[] = []
  let asked = 0
  for (const name of new Set(knowledge.places.values().map(({ name }) => name))) {
    for (const typed of new Set(oneEditFrom(fold(name), LETTERS))) {
      if (random() > (EXHAUSTIVE ? 0.5 : 0.02)) continue
      const who = library.who(`twins ${typed}`)
      if (who.how !== 'near' || who.choices.length < 2 || !who.isSlip) continue
      asked++
      const ranks = who.choices.map((one) => (isOwn(one, typed) ? (atHome(one) ? 0 : 1) : 2))
      if (ranks.some((rank, at) => rank < (ranks[at - 1] ?? 0)))
        wrong.push(`${typed}: ${who.choices.map(localityName)}`)
    }
  }
  assert.ok(asked > 5, String(asked))
  assert.deepEqual(wrong, [])
})

test('a slip of the name as it was typed comes before one that only its letters without spaces lead to', () => {
  const who = library.who('twins her en')
  assert.deepEqual(who.how === 'near' && who.choices.map(localityName), ['Herten, Germany', 'Herne, Germany'])
})

test('a short form with a slip in it is offered, and never read as that of another body', () => {
  const shortForms = held.flatMap(({ locality, names }) =>
    names.filter((name) => /^[A-Z]{3,6}$/.test(name)).map((name) => ({ name, locality })),
  )
  assert.ok(shortForms.length > 3)
  const random = chance(33)
  const wrong = shortForms.flatMap(({ name, locality }) =>
    [...new Set(oneEditFrom(fold(name), LETTERS))]
      .filter((typed) => typed !== fold(name) && (EXHAUSTIVE || random() < 0.1))
      .filter((typed) => {
        const who = library.who(`twins ${typed}`)
        return (
          who.how === 'meant' &&
          who.meant.some(
            (one) => one.how === 'corrected' && localityName(one.locality) === localityName(locality),
          )
        )
      }),
  )
  assert.deepEqual(wrong, [])
})

test('a slip that makes another word of the grammar is a slip in the whole name all the same', () => {
  const meant = [
    ['twins Kept', 'Kent'],
    ['twins tAken', 'Aachen, Germany'],
    ['twins last Riding', 'East Riding of Yorkshire'],
    ['twins Live pool', 'Liverpool'],
    ['twins last Midlands', 'East Midlands'],
  ]
  for (const [question = '', place = ''] of meant) {
    const { heading, suggestions, next } = desk.answer(question)
    const shown = [heading, ...suggestions.map(({ label }) => label), ...next.map(({ label }) => label)]
    assert.ok(
      shown.some((one) => one.includes(place)),
      `${question}: ${shown}`,
    )
  }
})
