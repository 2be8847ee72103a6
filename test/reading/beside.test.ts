import assert from 'node:assert/strict'
import { test } from 'node:test'
import { desk } from './names.ts'

function headings(asked: readonly (readonly [question: string, heading: string])[]): void {
  assert.deepEqual(
    asked.map(([question]) => [question, desk.answer(question).heading]),
    asked,
  )
}

test('of two names, the one recorded as the other’s partner is meant or offered first', () => {
  headings([
    [
      'Does Glasgow still have a link with Rostov?',
      '1 link on record between Glasgow and Rostov-on-Don, Russia',
    ],
    ['Bradford Hanm', '1 link on record between Bradford and Hamm, Germany'],
    ['leeds and durben', '1 link on record between Leeds and Durban, South Africa'],
    ['leds durben', '1 link on record between Leeds and Durban, South Africa'],
    [
      'thanks to whom is Leeds twinned with Durban',
      '1 link on record between Leeds and Durban, South Africa',
    ],
    ['Newcastle Bergen', '1 link on record between Newcastle upon Tyne and Bergen, Norway'],
    // Two slips in so long a name are offered, where a plain word is no name.
    ['Leeds Dortmnnt', 'Did you mean Dortmund, Germany? (you wrote “Dortmnnt”)'],
    ['Sheffield Pittsburg', 'Did you mean Pittsburgh, United States? (you wrote “Pittsburg”)'],
  ])
  assert.match(desk.answer('Sheffield Pittsburg').lead?.join(' ') ?? '', /Pittsburg \(California/)
  const [only, ...others] = desk.answer('Sheffield Pittsburg').suggestions
  assert.deepEqual([only?.ask, others], ['twins Pittsburgh, United States Sheffield', []])
})

test('what says where a name lies picks among namesakes, or contradicts openly', () => {
  headings([
    ['/twins Scarborough, Ontario', 'We know no Scarborough in Ontario'],
    ['Whitchurch, Hampshire', 'We know no Whitchurch in Hampshire'],
    ['Stafford County, Virginia', 'We know no Stafford in Virginia'],
    ['/twins Bridgetown, Australia', 'We know no Bridgetown in Australia'],
    ['/twins Bury, Suffolk', 'We hold no links of Bury St Edmunds (Suffolk, United Kingdom)'],
    ['/twins Munster, Lower Saxony', 'We hold no links of Munster (Lower Saxony, Germany)'],
    ['Derby, Derbyshire', 'We hold no links of Derby (Derby, United Kingdom)'],
    ['/twins Nottingham, Nottinghamshire', 'Nottingham: 3 links on record'],
    ['/twins Darley Dale', 'We know no place called “Darley Dale”'],
    ['/twins Grass Valley, California', 'We know no place called “Grass Valley, California”'],
  ])
})

test('a name of several words with a slip in it is that name, whatever stands beside it', () => {
  headings([
    [
      '/twins Devo and Torbay Leeds',
      'Devon and Torbay and Leeds share no partner and no country in what we hold',
    ],
    ['/twins Sheffield City egion Germany', '5 links on record between South Yorkshire and Germany'],
    ['/twins Nrth West England Germany', '2 links on record between North West and Germany'],
  ])
})

test('a slip in running words is never answered with what is recorded of others', () => {
  headings([
    ['is Leds still twinned with anyone', 'Did you mean Leeds? (you wrote “Leds”)'],
    ['/ask Leds', 'Did you mean Leeds? (you wrote “Leds”)'],
    ['/ask Wale', 'Did you mean Wales? (you wrote “Wale”)'],
    ['/ask Wkales', 'Wales: 5 links on record'],
    ['/ask Glasow', 'Did you mean Glasgow? (you wrote “Glasow”)'],
    ['/ask Dijn', 'Did you mean Dijon, France? (you wrote “Dijn”)'],
    ['Norwichs oldest twin', 'We hold no links of Norwich (Norfolk, United Kingdom)'],
    ['universities in Northern Ieland', 'We hold nothing on “universities in Northern Ieland”'],
  ])
  assert.equal(desk.answer('universities in Northern Ieland').next[0]?.ask, 'twins Northern Ireland')
})

test('a slip from a name of two words is that name, also where its words are names in two places', () => {
  headings([
    ['/twins worth Lincolnshire', 'We hold no links of North Lincolnshire'],
    ['/twins bénin-Beaumont', 'Hénin-Beaumont, France: 1 link on record'],
  ])
})

test('groups of countries and centuries narrow links as continents and years do', () => {
  headings([
    ['links in Scandinavia', 'All places, in Scandinavia: 2 of the 84 links on record'],
    ['twins in the States', 'All places, in the States: 5 of the 84 links on record'],
    ['links with Commonwealth countries', 'All places, in the Commonwealth: 10 of the 84 links on record'],
    ['links outside the Commonwealth', 'All places, outside the Commonwealth: 74 of the 84 links on record'],
    ['links in the Balkans', 'All places, in the Balkans: 1 of the 84 links on record'],
    [
      'which links are with the Baltic states',
      'All places, in the Baltic states: none of the 84 links on record',
    ],
    ['Leeds links made this century', 'Leeds, since 2000: 1 of the 9 links on record'],
  ])
})

test('a picture of a chat is no word', () => {
  headings([
    ['/twins Leeds :wave:', 'Leeds: 9 links on record'],
    [':+1: Leeds', 'Leeds: 9 links on record'],
  ])
})

test('a word of longer names is said to be that, and what is another name only is told', () => {
  headings([
    ['/twins keynes', '“keynes” is part of the names of several places'],
    ['/twins furness', '“furness” is part of the names of several places'],
    ['/twins Tetford', 'We know no place called “Tetford”'],
  ])
  assert.match(desk.answer('/twins keynes').lead?.join(' ') ?? '', /Milton Keynes/)
  assert.equal(desk.answer('/twins Chinon').lead?.[0], 'Ginowan is also called “Chinon”.')
})
