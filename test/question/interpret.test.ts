import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { answerJson } from '../../src/formats/answer-json.ts'
import { buildLibrary, type Library } from '../../src/library/library.ts'
import { type Gazetteer, gazetteer } from '../../src/places/gazetteer.ts'
import { commandsOf } from '../../src/question/commands.ts'
import { interpret } from '../../src/question/interpret.ts'
import { realFolder } from '../real-folder.ts'
import { TODAY } from '../small-knowledge.ts'

const QUESTIONS =
  `/twins Leeds|Leeds|leeds|/twins leds|Leeds Germany|Leeds Sheffield|Newcastle|Huddersfield|Wellington|/twins Xyzzyville
  |new york|New York|kiev|Birmingam|Glasow|Dortmnd|Bradford on Avon|Scarborough, Ontario|Leeds, Alabama|Yorkshire
  |what's Leeds's oldest twin?|is deal still twinned|oldest twin of battle|Xyzzy's first twin|universities in New York
  |universities and city halls|univercities|housing|police in sheffield|quantum chromodynamics|/ask Leeds|/ask New York
  |ask|ask networks, page 2|/nesta|/nesta partnerships|/nesta blokchain|nesta topics|cite ransom-2020|cite ransom-2020 apa
  |reference to the report|twinning since 1949|partners of Durham abroad|links Leedz|help|hello|/nonsense Leeds|/twisn Leeds
  |digest on monday|gaps|what do people say of Dortmnd abroad|Saint Petersberg Russia|成都|...|`
    .split('|')
    .map((question) => question.trim())

test('every question is read once, and nothing that answers it reads words again', () => {
  const { library } = realFolder()
  let [isReading, read] = [false, 0]
  const guarded = guardedBy(library, () => assert.ok(isReading, 'words were read after the question was'))
  const desk = createDesk({ ...guarded, said: library.said }, () => TODAY, {
    interpret: (typed, context) => {
      isReading = true
      read++
      const query = interpret(typed, context)
      isReading = false
      return query
    },
  })
  assert.ok(QUESTIONS.length >= 50)
  for (const question of QUESTIONS) {
    read = 0
    assert.notEqual(desk.answer(question).heading, '')
    assert.equal(read, 1, question)
  }
})

test('of all ways in which a question may be read, none looks a name up a second time', () => {
  const { knowledge } = realFolder()
  const asked = new Map<string, number>()
  const library = buildLibrary(knowledge, countingLookUps(gazetteer(knowledge), asked))
  const desk = createDesk(library, () => TODAY)
  // What is built once looks names up as well.
  for (const question of ['twins Leedz', 'ask universitys', 'help']) desk.answer(question)
  let most = 0
  for (const question of QUESTIONS) {
    asked.clear()
    desk.answer(question)
    most = Math.max(most, asked.size)
    const twice = [...asked].filter(([, times]) => times > 1).map(([lookUp]) => lookUp)
    assert.deepEqual(twice, [], question)
  }
  assert.ok(most > 100)
})

test('what was understood travels with the answer', () => {
  const { desk } = realFolder()
  const understood = [
    ['/twins Leeds', 'links', ['Leeds = Leeds'], []],
    ['Birmingam', 'links', ['Birmingam ~ Birmingham'], []],
    ['what’s Leeds’s oldest twin?', 'links', ['Leeds = Leeds'], []],
    ['Hull', 'links', ['Hull = Kingston upon Hull'], []],
    ['Newcastle', 'choice', [], []],
    ['Norwich', 'not held', [], []],
    ['/twins Xyzzyville', 'not understood', [], ['Xyzzyville']],
    ['/ask Leeds', 'places', ['Leeds = Leeds'], []],
    ['univercities', 'statements', ['univercities ~ universities'], []],
    ['universities and zorkmids', 'statements', [], ['zorkmids']],
    ['/nesta partnerships', 'report', [], []],
    ['cite ransom-2020', 'reference', [], []],
    ['hello', 'hansa', [], []],
    ['twins', 'usage', [], []],
    ['/nonsense', 'no such command', [], []],
  ]
  const told = understood.map(([question]) => {
    const { intent, readings = [], unused } = desk.answer(`${question}`).query ?? {}
    const read = readings.map(({ typed, read, how }) => `${typed} ${how === 'corrected' ? '~' : '='} ${read}`)
    return [question, intent, read, unused]
  })
  assert.deepEqual(told, understood)
})

test('scripts read it as JSON, beside the keys that were there', () => {
  const json = answerJson(realFolder().desk.answer('Birmingam’s oldest twin'))
  const { intent, readings, unused } = json as Record<string, unknown>
  assert.deepEqual([intent, unused], ['links', []])
  assert.deepEqual(readings, [{ typed: 'Birmingam', read: 'Birmingham', as: 'place', how: 'corrected' }])
  for (const key of ['outcome', 'ask', 'heading', 'findings', 'groups', 'suggestions', 'next', 'stamp'])
    assert.ok(key in json, key)
})

test('a command that needs a channel is a command wherever it stands as one, and is none inside a question', () => {
  const { desk, library } = realFolder()
  const channel = [
    ['/digest', { command: 'digest', words: '' }],
    ['digest?', { command: 'digest', words: '' }],
    ['Digest: on monday 09:00', { command: 'digest', words: 'on monday 09:00' }],
    ['@hansa digest off', { command: 'digest', words: 'off' }],
    ['gaps', { command: 'gaps', words: '' }],
    ['/gaps?', { command: 'gaps', words: '' }],
    ['ask gaps', { command: 'gaps', words: '' }],
    ['digest-free food in Leeds', undefined],
    ['gaps in the evidence', undefined],
    ['a digest of twinnings', undefined],
    ['ask digest', undefined],
  ]
  assert.deepEqual(
    channel.map(([question]) => [question, desk.answer(`${question}`).query?.channel]),
    channel,
  )
  // Nobody's channel is known here, and the answer says where to go.
  assert.equal(desk.answer('/digest').outcome, 'help')
  assert.ok(commandsOf(library.knowledge).some(({ name }) => name === 'digest'))
  assert.ok(!desk.commands().some(({ name }) => name === 'digest'))
})

test('what was asked reads the same when it is asked again as it was understood', () => {
  const { desk } = realFolder()
  for (const question of QUESTIONS) {
    const { query } = desk.answer(question)
    const again = desk.answer(query?.ask ?? '').query
    assert.deepEqual([again?.ask, again?.intent], [query?.ask, query?.intent], question)
  }
})

/** The same library, which tells before any of its functions, or what they give, reads words. */
function guardedBy(library: Library, tell: () => void): Library {
  return {
    ...library,
    reader() {
      tell()
      const read = library.reader()
      return (words) => {
        tell()
        const ways = Object.entries(read(words)).map(([way, go]) => [
          way,
          (...given: never[]) => {
            tell()
            return (go as (...given: never[]) => unknown)(...given)
          },
        ])
        return Object.fromEntries(ways)
      }
    },
    who: () => assert.fail('read apart from the question'),
    named: () => assert.fail('read apart from the question'),
    topicsIn(words) {
      tell()
      return library.topicsIn(words)
    },
  }
}

function countingLookUps(names: Gazetteer, asked: Map<string, number>): Gazetteer {
  const counted = Object.entries(names).map(([name, lookUp]) => {
    if (typeof lookUp !== 'function' || ['ownOf', 'isHeld'].includes(name)) return [name, lookUp]
    return [
      name,
      (key: string) => {
        asked.set(`${name} ${key}`, (asked.get(`${name} ${key}`) ?? 0) + 1)
        return (lookUp as (key: string) => unknown)(key)
      },
    ]
  })
  return Object.fromEntries(counted)
}
