import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { CLEAN, filesOf, TODAY } from '../knowledge/folder-of.ts'

const PLACES = `
source: A list
areas:
  - {id: E12000002, kind: region, name: North West}
  - id: E11000002
    kind: county
    name: Merseyside
    members: [E08000011, E08000012]
    source: Local Government Act 1972
  - {id: x-the-north, kind: informal region, name: The North, members: [E12000002], source: A list}
places:
  - {id: E08000012, name: Liverpool, country: GB, region: E12000002, lat: 53.4, lon: -3}
  - {id: E08000025, name: Birmingham, country: GB, contains: [Aston], lat: 52.5, lon: -1.9}
  - {id: E10000016, name: Kent, country: GB, lat: 51.2, lon: 0.7}
  - {id: E07000106, name: Canterbury, country: GB, lat: 51.3, lon: 1.1}
  - {id: 2886242, name: Cologne, country: DE, lat: 50.9, lon: 7}
informal:
  - {name: Brum, also: [B'ham], means: [Birmingham]}
  - {name: The Pool, means: [Liverpool, Birmingham]}
  - {name: University of Birmingham, is: university, means: [Birmingham]}
  - {name: University of Surrey, is: university, means: [Guildford]}
  - {name: University of the Marches, is: university, means: [Guildford, "Newport, Telford and Wrekin"]}
  - {name: University of the Downs, is: university, means: [Kent, Guildford]}
  - {name: Harper, means: ["Newport, Telford and Wrekin"]}
  - {name: The Cathedral City, means: ["Canterbury, Kent"]}
  - {name: Aston University, is: university, means: [Aston]}
  - {name: Beds, means: [Birmingham]}
councils:
  - {council: E06000020, name: Telford and Wrekin, county: [Shropshire]}
  - {council: E06000046, name: Isle of Wight, county: [Isle of Wight]}
  - {council: E06000051, name: Shropshire, county: [Shropshire]}
  - {council: E08000012, name: Liverpool, county: [Merseyside]}
  - {council: E08000025, name: Birmingham, county: [West Midlands]}
`
const EXISTS = `id\tname\tcountry\tadmin\tpopulation\talso
2647793\tGuildford\tGB\tSurrey\t71873\t
2641595\tNewport\tGB\tTelford and Wrekin\t12741\t
2641599\tNewport\tGB\tIsle of Wight\t24884\t
5900000\tMerseyside County\tCA\tOntario\t64044\t
4176318\tUniversity\tUS\tFlorida\t41163\t
`
const COUNTY =
  '  - {id: x-kent, kind: county, name: Kent, also: [Kentshire], members: [E07000106], source: Lieutenancies Act 1997}\nplaces:\n'

function links(place: string): string {
  const head = `place: ${place}\nchecked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\n`
  return `${head}twinnings:\n  - {twin: "Cologne, DE", kind: twin, status: active, source: A}\n`
}

const { knowledge, problems } = readKnowledge(
  filesOf({
    'sources/a.yml': CLEAN['sources/a.yml'],
    'places/a.yml': PLACES.replace('places:\n', COUNTY),
    'places/exists.tsv': EXISTS,
    'twinnings/birmingham.yml': links('Birmingham'),
    'twinnings/canterbury.yml': links('Canterbury'),
    'twinnings/liverpool.yml': links('Liverpool'),
  }),
  TODAY,
)
assert.ok(knowledge, problems.map(({ says }) => says).join('\n'))
const desk = createDesk(buildLibrary(knowledge), () => TODAY)
const ask = (place: string) => desk.answer(`twins ${place}`)

test('an informal name is read openly, however it is written', () => {
  for (const name of ['Brum', 'brum', "B'ham", 'bham']) {
    const { heading, lead } = ask(name)
    assert.equal(heading, 'Birmingham: 1 link on record', name)
    assert.equal(lead?.[0], `Read as Birmingham; “${name}” is a name for it.`)
  }
})

test('a county behind a town says where it lies, and the town is never taken for one of two', () => {
  for (const asked of [
    'Newport, Shropshire',
    'Newport (Shropshire)',
    'newport shropshire',
    'Newport in Shropshire',
  ])
    assert.equal(
      ask(asked).heading,
      'We hold no links of Newport (Telford and Wrekin, United Kingdom)',
      asked,
    )
  assert.equal(
    ask('Newport, Isle of Wight').heading,
    'We hold no links of Newport (Isle of Wight, United Kingdom)',
  )
  assert.equal(ask('Canterbury, Kent').heading, 'Canterbury: 1 link on record')
  assert.equal(ask('Liverpool, Merseyside').heading, 'Liverpool: 1 link on record')
  for (const asked of ['Birmingham, Shropshire', 'Birmingham Shropshire']) {
    assert.equal(ask(asked).heading, `We know no “${asked}”. Did you mean Birmingham?`)
    assert.deepEqual(
      ask(asked).suggestions.map(({ label }) => label),
      ['Birmingham'],
    )
  }
  assert.equal(ask('Guildford, Kent').heading, 'We know no Guildford in Kent')
  assert.equal(ask('Birmingham and Kent').heading, 'What Birmingham and Kent have in common')
  assert.match(ask('Kent, Merseyside').heading, /Kent and Merseyside/)
})

test('the code of a country right behind a place that lies there says where it is', () => {
  for (const asked of ['Cologne, DE', 'Cologne DE', 'cologne de'])
    assert.equal(ask(asked).heading, 'Cologne, Germany: 3 links on record', asked)
  assert.notEqual(ask('Cologne, FR').heading, 'Cologne, Germany: 3 links on record')
})

test('an informal name that is a plain word is one where it stands in small letters in a sentence', () => {
  for (const asked of ['/ask beds', 'hospital beds', 'what does the evidence say about beds'])
    assert.equal(desk.answer(asked).query?.intent, 'statements', asked)
  assert.equal(ask('beds').heading, 'Birmingham: 1 link on record')
})

test('an informal name with several meanings is a choice', () => {
  const { heading, suggestions } = ask('the pool')
  assert.equal(heading, 'Which “the pool” do you mean?')
  assert.deepEqual(
    suggestions.map(({ label }) => label),
    ['Liverpool', 'Birmingham'],
  )
})

test('a slip of the pen never leads to an informal name', () => {
  for (const typed of ['Bruma', 'Brun', 'University of Birmingam']) {
    assert.ok(ask(typed).lead?.every((line) => !line.includes('is a name for it')) ?? true, typed)
  }
})

test('a university is told from its town, and its town’s links are shown', () => {
  const { heading, lead } = ask('University of Birmingham')
  assert.equal(heading, 'Birmingham: 1 link on record')
  assert.equal(
    lead?.[0],
    '“University of Birmingham” is a university in Birmingham; this is about Birmingham.',
  )
})

test('a university in a town that only exists, or in a part of a place, is not answered with another’s links', () => {
  const { heading, lead } = ask('University of Surrey')
  assert.equal(heading, 'We hold no links of Guildford (Surrey, United Kingdom)')
  assert.equal(lead?.[0], '“University of Surrey” is a university in Guildford; this is about Guildford.')
  assert.equal(ask('Aston University').heading, '“Aston University” is in Birmingham')
})

test('a county and an informal region list the links of what lies in them, under its own name', () => {
  for (const name of ['Merseyside', 'The North']) {
    const { heading, lead, groups } = ask(name)
    assert.equal(heading, `${name}: 1 link on record`)
    assert.equal(lead?.[1], `${name} has no links of its own recorded; held inside it: Liverpool.`)
    assert.deepEqual(
      groups.map(({ under, title }) => `${under} / ${title}`),
      ['Liverpool / Cologne, Germany'],
    )
  }
})

test('where the county council is a place, the county’s name means it, and what lies in the county stands below', () => {
  const { heading, groups } = ask('Kent')
  assert.equal(heading, 'Kent: 1 link on record')
  assert.deepEqual(
    groups.map(({ under }) => under),
    ['Canterbury'],
  )
})

test('where the county council is a place, the county’s other names mean it too', () => {
  assert.equal(ask('Kentshire').heading, 'Kent: 1 link on record')
})

test('an informal name with several meanings of which nothing is held names them all', () => {
  const { heading, lead, missing } = ask('University of the Marches')
  assert.equal(
    heading,
    'We hold no links of Guildford (Surrey, United Kingdom) or Newport (Telford and Wrekin, United Kingdom)',
  )
  assert.deepEqual(lead?.slice(0, 2), [
    '“University of the Marches” is a university in Guildford and Newport; this is about Guildford and Newport.',
    'They are real places, but not ones we have recorded links of.',
  ])
  assert.deepEqual(
    missing?.map((subject) => subject.id),
    ['2647793', '2641595'],
  )
})

test('of several meanings of which one is held, the others are told and not passed over', () => {
  const { heading, lead, suggestions } = ask('University of the Downs')
  assert.equal(heading, 'Which “University of the Downs” do you mean?')
  assert.deepEqual(
    suggestions.map(({ label }) => label),
    ['Kent'],
  )
  assert.deepEqual(lead, ['It may also be Guildford (Surrey, United Kingdom); we hold nothing on it.'])
})

test('what an informal name means may be told by its county, whether it is recorded or only exists', () => {
  assert.equal(ask('Harper').heading, 'We hold no links of Newport (Telford and Wrekin, United Kingdom)')
  assert.equal(ask('the cathedral city').heading, 'Canterbury: 1 link on record')
})

test('a county with its kind behind it is asked for where a place that exists is called so', () => {
  const { heading, lead, suggestions } = ask('Merseyside County')
  assert.equal(heading, 'Which “Merseyside County” do you mean?')
  assert.deepEqual(lead, ['It may also be Merseyside County (Ontario, Canada); we hold nothing on it.'])
  assert.deepEqual(
    suggestions.map(({ label }) => label),
    ['Merseyside'],
  )
})

test('a county beside a place says where that lies', () => {
  assert.equal(ask('Liverpool, Merseyside').heading, 'Liverpool: 1 link on record')
})
