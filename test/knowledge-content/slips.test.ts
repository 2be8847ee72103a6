import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '../../bench/search/chance.ts'
import { LETTERS, oneEditFrom } from '../../bench/search/typing.ts'
import { findingsOf } from '../../src/answer/answer.ts'
import type { Place } from '../../src/knowledge/records.ts'
import { covers, localityName } from '../../src/places/locality.ts'
import { isEnglish } from '../../src/search/text/english.ts'
import { fold } from '../../src/search/words/fold.ts'
import { heldIn } from '../reading/names-held.ts'
import { shipped } from './shipped.ts'

const { knowledge, desk } = shipped()
const { held, calledSo, ofOthers } = heldIn(knowledge)
const names = held.flatMap(({ locality, names }) => [...new Set(names)].map((name) => ({ locality, name })))

/** So many are asked, drawn by a seed: each slip with and without a command. */
const [SLIPS, PAIRS] = process.env.HANSA_EXHAUSTIVE === '1' ? [25_000, 5000] : [800, 400]

const random = chance(42)
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
