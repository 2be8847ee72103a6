import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { DORTMUND, LEEDS, smallKnowledge, TODAY } from '../small-knowledge.ts'

const desk = createDesk(
  buildLibrary(
    smallKnowledge({
      places: [LEEDS, DORTMUND],
      links: [{ place: LEEDS.id, twin: DORTMUND.id, since: '1969' }],
      aside: ['I need', 'for a briefing', 'hiya'],
      said: [
        { says: 'Nice one', means: 'thanks' },
        { says: 'Ey up', means: 'greeting' },
      ],
    }),
  ),
  () => TODAY,
)
const headings = (questions: readonly string[]) => questions.map((one) => desk.answer(one).heading)

test('what the folder calls an aside is left out of a question before anything of it is read', () => {
  const asked = [
    'I need the twins of Leeds',
    'twins Leeds for a briefing',
    'hiya, is Leeds twinned, for a briefing?',
    '/twins Leeds for a briefing',
  ]
  assert.deepEqual(
    headings(asked),
    asked.map(() => 'Leeds: 1 link on record'),
  )
  assert.equal(desk.answer('I need').outcome, 'unknown')
})

test('the number of a question in a paper or a request is no part of it', () => {
  for (const before of ['1. ', '12) ', '(3) ', 'b) ', '(c) ', 'Q4: ', 'Q2 '])
    assert.deepEqual(headings([`${before}twins of Leeds`]), ['Leeds: 1 link on record'], before)
})

test('what people say to Hansa is added in the folder, and is no question', () => {
  assert.deepEqual(headings(['nice one!', 'ey up']), [
    'You are welcome',
    'Hello. Name a place, a country or a topic',
  ])
})

test('what is talk by itself alone is none in a question of something', () => {
  assert.deepEqual(
    headings(['morning!', 'Afternoon all', 'morning, twins Leeds', 'never mind', 'no problem']),
    [
      'Hello. Name a place, a country or a topic',
      'Hello. Name a place, a country or a topic',
      'Leeds: 1 link on record',
      'You are welcome',
      'You are welcome',
    ],
  )
  for (const question of ['morning prayers', 'evening classes'])
    assert.equal(desk.answer(question).heading, `We hold nothing on “${question}”`)
})

test('questions about Hansa are answered as such', () => {
  const asked = [
    'where does your data come from',
    'is this confidential',
    'who sees my questions',
    'can I trust this',
  ]
  for (const question of [...asked, 'how up to date are you', 'stop sending me these'])
    assert.equal(desk.answer(question).outcome, 'help', question)
})

const THANKS =
  `thank you so much|many thanks for that!|cheers mate|thanks a lot, that was really helpful|thanks for your help
thanks for all your help|ta very much|thanks, that's great|brilliant, thank you|perfect thanks|great, cheers|ok thanks|lovely, ta
no thanks|no, that's fine, thank you|much appreciated|really appreciate it|I really appreciate your help|thanks again for everything
thank you kindly|cheers for that|you're a star, thanks|thanks so much for the quick answer|awesome, thanks for the speedy reply
thanks for this|thanks all|have a nice day|have a good weekend|see you later|cool|wow, thank you ever so much|amazing`.split(
    /[|\n]/,
  )
const GREETINGS =
  `hi there, good morning|good morning|hello hansa|hey hansa, how are you?|good afternoon everyone|hi all|good evening to you
hello again|how are you doing today|what's up|hello, how are you getting on`.split(/[|\n]/)

test('thanks and greetings are talk, however they are filled', () => {
  assert.deepEqual(
    [...THANKS, ...GREETINGS].filter((said) => desk.answer(said).query?.intent !== 'hansa'),
    [],
  )
  assert.deepEqual(new Set(headings(THANKS)), new Set(['You are welcome']))
  assert.deepEqual(new Set(headings(GREETINGS)), new Set(['Hello. Name a place, a country or a topic']))
})

test('a question with any of them before or after it is read as the question alone', () => {
  const question = 'is Leeds still twinned with Dortmund'
  const alone = desk.answer(question).heading
  assert.match(alone, /Leeds and Dortmund/)
  for (const said of [...THANKS, ...GREETINGS])
    assert.deepEqual(headings([`${said}, ${question}?`, `${question}? ${said}`]), [alone, alone], said)
  assert.equal(desk.answer(`hello ${question}`).heading, alone)
})

test('no talk is made of what has a name or a matter in it', () => {
  const asked = [
    'thank you letters',
    'thanks to whom is Leeds twinned with Dortmund',
    'thanks for universities',
  ]
  for (const question of [
    ...asked,
    'cheers for Leeds',
    'hi there Leeds',
    'many thanks Dortmund',
    'Great Yarmouth',
  ])
    assert.notEqual(desk.answer(question).query?.intent, 'hansa', question)
})

const TO_HANSA: Readonly<Record<string, readonly string[]>> = {
  'Press “Report a mistake” under the answer, or tell whoever runs Hansa here': [
    'I think there’s a mistake in Leeds',
    "I'd like to report an error please",
    'report a typo in the Dortmund entry',
    'your entry for Leeds is wrong!',
    'we found an error in the Leeds list',
    'how do I report something',
    'who do I contact about a wrong date?',
    'how do I tell you about a new link',
  ],
  'Ask “digest” in a channel: it says how the weekly digest stands there, and changes it': [
    'set the digest to Mondays',
    'how do I unsubscribe from the digest?',
    'can we have the digest less often',
    'turn the digest off please',
  ],
  'Cite the documents that an answer names, and not Hansa': [
    'How do I cite you?',
    'how should we reference this answer',
    'can I export this to Word?',
    'could you save the table as a CSV file',
  ],
  'What is typed is not kept': [
    'do you keep my questions',
    'will it log what I type',
    'are my questions stored?',
  ],
  'No: Hansa is no official register': ['is this an official government source?', 'can I quote this'],
  'That is nothing Hansa can do or say of itself': [
    'do you speak Welsh?',
    'can you translate this into German',
    'are you connected to the internet',
    'is Hansa free',
    'will you marry me',
    'how do I delete you',
  ],
  'You are welcome': ["you're brilliant, thanks", 'sorry, wrong channel', 'ignore my last message'],
}

test('what is said to Hansa of itself is answered so, whatever it names, and is no gap', () => {
  for (const [heading, asked] of Object.entries(TO_HANSA))
    for (const question of asked) {
      const answer = desk.answer(question)
      assert.deepEqual([answer.heading, answer.missing], [heading, undefined], question)
    }
})

test('who asks Hansa for a matter or a place is answered on that', () => {
  const desk = createDesk(
    buildLibrary(
      smallKnowledge({
        places: [LEEDS, DORTMUND],
        links: [{ place: LEEDS.id, twin: DORTMUND.id, since: '1969' }],
        claims: [{ id: 'power', says: 'Soft power is wrong to measure by visits.' }],
      }),
    ),
    () => TODAY,
  )
  for (const [question, intent] of [
    ['do you have anything on soft power', 'statements'],
    ['would you measure soft power', 'statements'],
    ['what is wrong with soft power', 'statements'],
    ['do you know whether Leeds is twinned with Dortmund', 'links'],
    ['would it be wrong to measure soft power', 'statements'],
    ['twins of Leeds, would you', 'links'],
  ] as const)
    assert.equal(desk.answer(question).query?.intent, intent, question)
})
