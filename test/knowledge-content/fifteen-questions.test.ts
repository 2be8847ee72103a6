import assert from 'node:assert/strict'
import { test } from 'node:test'
import { print } from '../../src/chat/terminal/print.ts'
import { shipped } from './shipped.ts'

const { desk } = shipped()

/** What committee papers ask, two or more of each of the fifteen kinds: what stands in the answer, and what never may. */
const ASKED: readonly (readonly [question: string, says: RegExp, never?: RegExp])[] = [
  [
    'how much a year do we spend on the Guildford Freiburg twinning',
    /No sum that a source prints is recorded for Guildford/,
    /£/,
  ],
  ['total cost of all Aberdeen twinning links together', /Nothing here is added up, averaged or estimated/],
  [
    'what has the Newcastle Atlanta partnership actually brought to the city',
    /That is not recorded of links here/,
  ],
  ['outcomes achieved from Reading’s links in the last three years', /That is not recorded of links here/],
  [
    'who voted to end the Wakefield Belgorod link and how did the vote go',
    /ended by .*the vote is not recorded/s,
  ],
  ['which committee of York decided about Münster', /No decision is recorded for York and Münster/],
  ['did anyone from Hastings council travel to Béthune and who paid the fare', /by office and never by name/],
  ['cost of the Lord Mayor’s trip to Hangzhou', /£1,556\.61/],
  [
    'which links does Nottingham have and are they all still active',
    /Nottingham: \d+ links on record\nOf \d+ links, .*ended/,
  ],
  ['status of each of Cambridge’s twinnings please', /Of 2 links, 2 reported active/],
  ['should Exeter keep, rest or relinquish each of its links', /A proposal is no decision/, /Passed over/],
  [
    'Sheffield: which partner cities were kept and which relinquished',
    /Retains the relationship with Chengdu/,
  ],
  [
    'would Mykolaiv meet the criteria for twinning with Portsmouth',
    /Whether Mykolaiv, Ukraine meets .*nothing here judges it/s,
  ],
  [
    'does the proposed twinning of Leeds with Kharkiv meet the council’s criteria',
    /No decision on criteria is recorded for Leeds/,
  ],
  [
    'should Durham suspend Kostroma over the war in Ukraine',
    /on Kostroma, Russia recorded of County Durham, in which\s+Durham lies.*twins Russia decisions/s,
  ],
  ['should we end links with Israel over Gaza, what have other councils done', /Israel: \d+ decisions/],
  [
    'why did Sheffield keep Chengdu',
    /Why it was decided is told only where the words of a source below tell it/,
  ],
  ['what happened after Nottingham’s motion on Minsk', /Nottingham – Minsk, Belarus: ended by/],
  ['what came of the Hackney vote on Haifa', /backed the status quo/],
  ['who wrote in to object to ending Oxford’s link with Perm', /Nobody is named here but by office/],
  ['how many residents responded to the Swindon twinning consultation', /Nobody is named here but by office/],
  ['what was resolved about Brent and Nablus and on what assessment', /met the threshold/],
  ['what was resolved by Glasgow on Rostov-on-Don', /suspended by City Administration Committee/],
  [
    'what becomes of Harlow’s links when Essex is reorganised',
    /2 links of Harlow are on record here\. What becomes of its links is not recorded/,
  ],
  [
    'who inherits Kendal’s twinnings now South Lakeland has gone',
    /Westmorland and Furness Council.*links of Kendal are on record here/s,
  ],
  ['which Ukrainian partner cities are about as big as Exeter', /GeoNames has: .*Uman 100,135/s],
  [
    'is there a Ukrainian partner of a British town with about 100,000 people',
    /GeoNames has: .*Uman 100,135/s,
  ],
  [
    'is the Swansea Cork link run by the council, the mayor or an association, and who pays',
    /No sum .*Who holds the link is not recorded/s,
    /held by the council/,
  ],
  [
    'who foots the bill for twinning in Bury St Edmunds, the council or the association',
    /recorded: ask for decisions/,
  ],
  [
    'annual cost to Hastings of its twinning',
    /£7,000, the year before, which the source does not name: granted, by/,
  ],
  [
    'did the council in Plymouth vote to suspend Novorossiysk, and by how many votes',
    /invitations to Russian officials: suspended by Council, 2018; the vote is not recorded/,
  ],
  [
    'should Dundee suspend Nablus because of human rights',
    /No decision is recorded for Dundee and Nablus.*twins Palestine decisions/s,
  ],
  [
    'which councils in Hampshire end in 2028 and how many links have they',
    /Councils in Hampshire that end in 2028: 14 on record\n\d+ links of their areas are on record/,
  ],
  ['cost of the Derby and Haskovo link', /No sum .* Derby and Haskovo/, /Did you mean/],
  ['council, mayor or association: who pays in Bridgend', /Of 3 links, 3 held by an association/],
  [
    'who pays for the Windsor twinnings, council or mayor',
    /1 sum recorded of Windsor and Maidenhead, in which Windsor lies/,
  ],
  [
    'was the proposal to twin Leeds with Kharkiv approved',
    /started by Executive Board, 2023.*A proposal is no decision/s,
    /Passed over/,
  ],
]

for (const [question, says, never] of ASKED)
  test(`“${question}” is answered from the folder, or told to be not recorded`, () => {
    const shown = print(desk.answer(question), { width: 140, colour: false, links: false })
    assert.match(shown, says)
    if (never) assert.doesNotMatch(shown, never)
  })
