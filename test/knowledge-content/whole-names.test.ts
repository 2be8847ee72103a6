import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '../../bench/search/chance.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { localityName } from '../../src/places/locality.ts'
import { interpret } from '../../src/question/interpret.ts'
import type { Intent, Query } from '../../src/question/query.ts'
import { isEnglish } from '../../src/search/text/english.ts'
import { fold } from '../../src/search/words/fold.ts'
import { isOnlyName } from '../reading/in-forms.ts'
import { TODAY } from '../small-knowledge.ts'
import { part, shipped } from './shipped.ts'

const { knowledge, library } = shipped()

/** How the last question was read; not, where its answer was still kept. */
let read: Query | undefined
const reading = (): Query | undefined => read
const desk = createDesk(library, () => TODAY, {
  interpret: (typed, context) => {
    read = interpret(typed, context)
    return read
  },
})

const FORMS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => `${name} twins`,
  (name) => `twins of ${name}`,
  (name) => `does ${name} have twins`,
  (name) => `${name} links since 1990`,
]

const NAMES = [
  ...new Set([
    ...knowledge.exists.map(({ name }) => name),
    ...[...knowledge.places.values(), ...knowledge.areas.values()].map(({ name }) => name),
  ]),
]

const terms = new Set(knowledge.same.flat().map(fold))

/** A word alone that is English as well may be that word: `mission links`; and Ūn is the United Nations. */
const names = NAMES.filter(
  (name) =>
    isOnlyName(name) && (fold(name).includes(' ') || !isEnglish(fold(name))) && !terms.has(fold(name)),
)
const ofPlainWords = names.filter((name) => fold(name).split(' ').some(isEnglish))

test('no word of a name is taken out of it for what it means elsewhere, however the whole name is written', () => {
  const random = chance(12)
  const [shareOfPlain, share] = [part(0.02), part(0.002)]
  const asked = new Set([
    ...ofPlainWords.filter(() => random() < shareOfPlain),
    ...names.filter(() => random() < share),
  ])
  assert.ok(asked.size > part(100))
  const wrong = [...asked, ...KNOWN].flatMap((name) =>
    [name, name.toLowerCase()].flatMap((typed) =>
      FORMS.map((form) => form(typed)).flatMap((question) => {
        read = undefined
        desk.answer(question)
        const query = reading()
        const why = query && notOfTheName(query.intent, name, question)
        return why ? [`${question}: ${why}`] : []
      }),
    ),
  )
  assert.deepEqual(wrong, [])
})

/** Of which a word was taken out once. */
const KNOWN = ['Test Valley', 'Twin Falls', 'Cross Hands', 'Mount Prospect']

/** Why it is not read as asking for the place of that name, or for one of its namesakes, and for nothing else. */
function notOfTheName(intent: Intent, name: string, question: string): string | undefined {
  if (intent.is !== 'links' && intent.is !== 'choice' && intent.is !== 'not held') return intent.is
  const { since: _since, ...filter } = intent.filter
  const filters = Object.keys(question.includes('since') ? filter : intent.filter)
  if (filters.length > 0) return `filter ${filters}`
  if (intent.want !== 'list' && intent.want !== 'whether') return `want ${intent.want}`
  const isCalledSo = (other: string) => ` ${plain(other)} `.includes(` ${plain(name)} `)
  if (intent.is === 'links') {
    const typed = intent.who?.meant.flatMap(({ typed, liesIn }) => [typed, liesIn?.typed ?? ''])
    return isCalledSo(typed?.join(' ') ?? '') ? undefined : `read as ${typed}`
  }
  const { who } = intent
  if (who.how === 'inside') return isCalledSo(who.typed) ? undefined : `read as ${who.typed}`
  const known = who.how === 'empty' ? who.known : who.others
  const held = who.how === 'empty' ? [] : who.choices
  const all = [...known.map(({ name }) => name), ...held.map(localityName)]
  return all.some(isCalledSo) || isCalledSo(who.typed) ? undefined : `offered ${all}`
}

function plain(name: string): string {
  return fold(name.replace(/\s*\([^)]*\)/g, ''))
}
