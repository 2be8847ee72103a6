import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '../../bench/search/chance.ts'
import { LETTERS, oneEditFrom } from '../../bench/search/typing.ts'
import { findingsOf } from '../../src/answer/answer.ts'
import type { Place } from '../../src/knowledge/records.ts'
import { covers, localityName } from '../../src/places/locality.ts'
import { GRAMMAR_WORDS } from '../../src/question/grammar/all-phrases.ts'
import { isEnglish, stemOf } from '../../src/search/text/english.ts'
import { edits } from '../../src/search/words/edits.ts'
import { fold } from '../../src/search/words/fold.ts'
import { heldIn } from '../reading/names-held.ts'
import { part, shipped } from './shipped.ts'

const { knowledge, desk, library } = shipped()
const { held, calledSo, ofOthers } = heldIn(knowledge)
const names = held.flatMap(({ locality, names }) => [...new Set(names)].map((name) => ({ locality, name })))

/** So many are asked, drawn by a seed: each slip with and without a command. */
const [SLIPS, PAIRS] = [part(800, 25_000), part(400, 5000)]

const random = chance(42)
/** Of the words of the grammar a part is asked, and all where everything is. */
const isAsked = () => random() < part(0.15)
const any = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T
const slipIn = (name: string) => any([...oneEditFrom(name, LETTERS)])

test('a name that the folder holds, with one slip in it, shows no other place’s links and leads to the place', () => {
  const wrong: string[] = []
  for (let asked = 0; asked < SLIPS; asked++) {
    const { locality, name } = any(names)
    const typed = slipIn(name)
    if (typed.trim() === '' || typed === name) continue
    const answer = desk.answer(`twins ${typed}`)
    // Of fewer letters one slip leaves too little to tell, and words alone are words: `New man` is not Newman.
    const isName = name.length > 4 && !fold(typed).split(' ').every(isEnglish)
    for (const one of [answer, ...(isName ? [desk.answer(typed)] : [])])
      if (ofOthers(one, [locality, ...calledSo(typed)], name).length > 0)
        wrong.push(`${typed} (${name}): ${one.heading}`)
    const offered = [answer, ...answer.suggestions, ...answer.next].map((one) =>
      'label' in one ? one.label : one.heading,
    )
    if (answer.outcome === 'nothing' && !offered.some((label) => label.includes(localityName(locality))))
      wrong.push(`${typed} (${name}): ${answer.heading}, and it is not offered`)
  }
  assert.deepEqual(wrong, [])
})

test('of two partners in the folder, the second with one slip, the link is shown or the partner offered first', () => {
  const [missed, others]: [string[], string[]] = [[], []]
  for (let asked = 0; asked < PAIRS; asked++) {
    const { place, twin } = any(knowledge.assertions)
    const ids = random() < 0.5 ? [place, twin] : [twin, place]
    const [first, second] = ids.flatMap((id) => knowledge.places.get(id) ?? [])
    // Of a name of two letters one slip leaves no name.
    if (!first || !second || second.name.length < 3) continue
    const typed = slipIn(second.name)
    if (typed.trim() === '' || typed === second.name) continue
    const answer = desk.answer(`${first.name} ${typed}`)
    const shown = knowledge.assertions.filter(({ id }) => findingsOf(answer).some((one) => one.id === id))
    const isOf = (link: (typeof shown)[number]) =>
      [first, second].every((place) => [link.place, link.twin].some((id) => isIn(place, id)))
    if (!shown.every(isOf) && calledSo(typed).length === 0)
      others.push(`${first.name} ${typed}: ${answer.heading}`)
    if (!shown.some(isOf) && !answer.suggestions[0]?.label.includes(second.name))
      missed.push(`${first.name} ${typed}: ${answer.heading}`)
  }
  assert.deepEqual(others, [])
  assert.ok(missed.length <= PAIRS * 0.08, missed.join('\n'))
})

/** A council's links are those of its towns as well. */
function isIn(place: Place, id: string): boolean {
  const one = knowledge.places.get(id)
  return one !== undefined && covers({ is: 'place', place }, one)
}

test('a word of the grammar with one slip in it, beside a place that is held, asks the same or is offered', () => {
  const { isWritten, reader } = library
  const read = reader()
  const words = [...new Set(GRAMMAR_WORDS)].filter(({ length }) => length > 4)
  const others = [...words, ...knowledge.asks.flatMap(({ says }) => fold(says).split(' '))]
  let same = 0
  const wrong: string[] = []
  for (const word of words) {
    const at = Math.floor(word.length / 2)
    const [begin, one = '', end] = [word.slice(0, at), word[at], word.slice(at + 1)]
    const slips = [begin + end, begin.slice(0, -1) + one + begin.slice(-1) + end, begin + one + one + end]
    for (const typed of slips.filter((slip) => slip !== word && slip.length > 4 && isAsked())) {
      // What is a word or a name, or near to one that is held, is read as that; what is near to two words, as neither.
      if (isEnglish(typed) || isWritten(typed) || read(typed).asTyped().how !== 'unknown') continue
      if (read(typed).oneSlipAway().length > 0) continue
      if (others.some((other) => stemOf(other) !== stemOf(word) && edits(other, typed, 1) <= 1)) continue
      const [right, asked] = [desk.answer(`${word} of Sheffield`), desk.answer(`${typed} of Sheffield`)]
      if (right.query?.ask === asked.query?.ask) same++
      else if (asked.outcome !== 'suggest') wrong.push(`${typed} (${word}): ${asked.query?.ask}`)
      if (asked.query?.intent === 'links' && asked.query.readings.some((one) => one.typed === typed))
        assert.ok(
          asked.lead?.some((lead) => lead.includes(`(you wrote “${typed}”)`)),
          typed,
        )
    }
  }
  assert.ok(same > part(50), `${same}`)
  assert.deepEqual(wrong, [])
})

test('a word of the grammar is read out of no name, no word of the folder and no other word', () => {
  assert.match(desk.answer('costs of twining in Aberdeen').lead?.[0] ?? '', /^Read as “twinning”/)
  for (const question of [
    'mending links with Russia',
    'cots of twinning Aberdeen',
    'Sheffield Partnez',
    'parners',
  ])
    assert.ok(!desk.answer(question).lead?.some((lead) => /^Read as “/.test(lead)), question)
})

test('no word of the grammar is read out of a name of several words, of which one is near to it', () => {
  const words = new Set(
    [...GRAMMAR_WORDS].filter(({ length }) => length > 4).flatMap((word) => [...oneEditFrom(word, LETTERS)]),
  )
  const names = [...new Set(knowledge.exists.map(({ name }) => name))].filter((name) => {
    const parts = fold(name).split(' ')
    return parts.length > 1 && parts.some((part) => words.has(part)) && isAsked()
  })
  assert.ok(names.length > part(20), `${names.length}`)
  const wrong = names
    .flatMap((name) => [`${name} and Germany`, `${name.toLowerCase()} and Germany`])
    .filter((question) => desk.answer(question).lead?.some((lead) => /^Read as “/.test(lead)))
  assert.deepEqual(wrong, [])
})
