import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask } from './shipped.ts'

/** How people type what committee papers ask, what it is read as, and what the answer says. */
const TYPED: readonly (readonly [question: string, ask: RegExp, says?: RegExp])[] = [
  ["when did bishop's stortford pull the plug on Friedberg", /decisions$/, /13 to 3/],
  ['Which body agreed the friendship agreement with Nablus in Sheffield?', /decisions$/],
  ['which of our links should we let go - Wakefield', /^twins Wakefield decisions$/],
  ['does Bradford have a policy for choosing partners', /^twins Bradford criteria$/],
  ['expenditure on town twinning, Aberdeen City Council, 2016/17', /in 2016 costs$/, /£137,000/],
  ['is there a written agreement between Belfast and Boston', /what was signed$/, /signed 12 May 2014/],
  ["when does Sheffield's agreement with Nablus run out", /what was signed$/, /until October 2027/],
  ['Who signed for Sheffield with Khmelnytskyi?', /what was signed$/, /memorandum of understanding/],
  ['is Estelí a council link', /who holds$/],
  ["does the council still run Bishop's Stortford's twinning", /Stortford who holds$/],
  ["which of Cheltenham's twinnings are run by the association", /held by an association$/],
  ["who gets Exeter's twin towns when the council goes", /^twins Exeter successor$/],
  ["Surrey is being split, who gets Guildford's link with Freiburg", /^twins Guildford successor$/],
  ["did Taunton Deane's links move to Somerset", /^twins Taunton Deane Borough Council successor$/],
  ['will Oxford keep its twins if reorganised', /^twins Oxford successor$/],
  ['Carlisle council gone? links?', /^twins Carlisle successor$/, /ended on 1 April 2023/],
  ['anyone doing hydrogen with a twin town?', /^twins on energy$/],
  ['dementia projects with Japan', /^twins Japan on ageing$/],
  ['anybody in Poland looking for an English twin', /notices$/],
  ['did residents write in to keep Volgograd', /^twins Volgograd, Russia$/, /Nobody is named here/],
  ['how big is Khmelnytskyi compared to Sheffield', /population$/, /GeoNames has: Khmelnytskyi 274,582/],
  [
    'on what date did Oxford suspend Perm',
    /Perm/,
    /suspended by Council leader|Council leader, 4 March 2022/,
  ],
  ['did Cambridgeshire end Viersen', /Viersen/, /Kreis Viersen, Germany: proposed, not decided/],
  ['Did Portsmouth agree Halifax as a sister city?', /^twins Portsmouth and Halifax, Canada decisions$/],
  [
    'what conditions does Windsor attach to twinning grants',
    /criteria$/,
    /Windsor and Maidenhead, in which Windsor/,
  ],
  ['Rhondda Cynon Taf and Pavlohrad: what stage is that at', /Pavlohrad/, /proposed, not decided/],
  ["who do I contact about Bridgend's twinning with Langenau?", /who holds$/],
  ['keep, relinquish or rest', /^keep, relinquish or rest$/, /names no place and no partner/],
  ["who met the costs of councillors' trips from Leeds", /^twins Leeds/, /£31,386/],
  ['did Bury St Edmunds stop paying for visits', /decisions$/, /civic budget/],
  ['any place in Germany seeking a British partner', /notices$/],
  ['full story of Oxford and Perm', /^twins Oxford and Perm, Russia$/],
  ['has Portsmouth put new twinnings on hold', /^twins Portsmouth/],
  ['what happened with Leeds and Kharkiv', /Kharkiv/, /Executive Board, 2023/],
  ['was the twinning grant in Bury St Edmunds withdrawn', /^twins Bury St Edmunds decisions$/],
  ['when was the money for visits in Bury St Edmunds stopped', /decisions$/, /civic budget/],
  ['how much was the grant to Gomel', /costs$/, /£22,000/],
  ['did Leeds approve spending on Hangzhou', /decisions$/, /2 sums are recorded/],
  ['did Hackney ever refuse Haifa', /decisions$/, /a call to end it: refused by Full Council/],
  ['is Oxford Perm ended or suspended', /Perm/, /^In doubt: suspended, says/m],
  ['did York refuse a twin', /^twins York decided to refuse/, /^No decision to refuse is recorded for York/m],
  ['who is the twinning officer of Leeds', /^twins Leeds$/, /Nobody is named here but by office/],
  ['when was the agreement of Leeds and Hangzhou signed', /what was signed$/, /No agreement that was signed/],
  ['what did Coventry decide on Volgograd', /decisions$/, /Deputy leader, 9 March 2022: proposed|proposals?/],
  ['how many residents does Lviv have', /population$/, /Lviv 717,273/],
  ['how many residents have complained about Nablus', /Nablus, Palestine$/, /Nobody is named here/],
  ['which Ukrainian twins are towns about the size of Leeds', /^twins Ukraine population$/, /Lviv 717,273/],
  ['what twinnings exist in Coventry and are they active', /^twins Coventry status$/, /^Of \d+ links/],
  ['which authorities have a policy on new partners', /^twins criteria$/, /Partner City Policy/],
  ['how are decisions on twinning made at Sheffield', /^twins Sheffield criteria$/],
  [
    '13. is there a signed paper between Sheffield and Nablus and till when',
    /what was signed$/,
    /until October 2027/,
  ],
  ['(b) is the Canterbury Vladimir link run by the council', /who holds$/, /^Held by an association, says/],
  [
    'has anyone handed its twinnings to an association, such as Bridgend',
    /Bridgend decisions$/,
    /handed over/,
  ],
  ['which council took on Craven’s links', /Craven District Council successor$/],
  ['do any towns work together on schools with France', /France on education$/, /^Yes, say/],
  ['full list of Doncaster’s links and where they stand', /^twins Doncaster status$/, /^Of 2 links/],
  [
    'what happened to Doncaster’s links',
    /Doncaster successor$/,
    /1 decision and 1 proposal recorded on its links/,
  ],
  ['what are the criteria Brent applies', /^twins Brent criteria$/, /protocol/],
  ['does the Nablus agreement have an end date', /what was signed$/, /until October 2027/],
  ['does Suffolk Coastal still exist', /Suffolk Coastal District Council successor$/],
  ['which links were renewed by decision', /decided to renew decisions$/, /Nablus, Palestine: renewed/],
  ['who holds Norwich’s links', /^twins Norwich who holds$/, /^Who holds the \d links is not recorded\.$/m],
  ['what will happen to Guildford’s link with Freiburg after 2027', /Freiburg .* status$/, /^Active, says/m],
  [
    'which association looks after Canterbury’s links',
    /^twins Canterbury who holds$/,
    /held by an association/,
  ],
  ['what other places rejected a new link', /decided to refuse decisions$/, /refused by/],
  ['did the Mayor of Doncaster consult anyone before dropping the five links', /^twins Doncaster decisions$/],
  ['is there any agreement that ends next year', /what was signed$/, /runs until October 2027/],
  [
    'How many overseas trips has Devon County Council paid for since 2019?',
    /^twins Devon since 2019 visits$/,
  ],
  ['what do we pay for twinning', /^what do we pay/, /names no place and no partner/],
  ['which unitary authorities have Polish partners', /^twins Poland$/],
  ['any council that renewed a link', /decided to renew decisions$/],
  ['we want a partner in Spain', /^twins Spain notices$/],
  ['Quick one - has Derby a link with Osnabruck', /^twins (is )?Derby and Osnabr/],
  ['Does the Nesta report mention universities', /^nesta universities$/],
  ['do we need council approval for twinning', /^ask do we need council approval/],
  ['we need links in Kent', /^twins Kent$/],
  ['hulls twins w dates', /^twins Kingston upon Hull by year$/],
  ['w yorks twins', /^twins West Yorkshire$/],
  ['Sir Gar twinning', /^twins Carmarthenshire$/],
  ['Essex links that arent active any more', /^twins Essex not active$/],
  ['do you cover Ireland', /^twins Ireland$/],
  ['nesta report summary', /^nesta$/],
  ['CEMR report recommendations', /^cemr recommendations$/],
  ['any signed agreements expiring soon', /what was signed$/],
  ['Is Aberdeen Gomel finished?', /ended$/, /^Yes: ended/],
  ['Milton Keynes bernkastel', /^twins Milton Keynes bernkastel$/],
  ['who do I speak to at Leeds about twinning', /^twins Leeds who holds$/],
]

test('loose wording is read as what committee papers ask, and answered with what is on record', () => {
  for (const [question, asked, says = /./] of TYPED) {
    const answer = ask(question, '2026-12-01')
    const told = answer.groups.flatMap(({ title, findings }) => [
      title,
      ...findings.flatMap((one) => [one.title, one.says ?? '']),
    ])
    assert.match(answer.ask, asked, question)
    assert.match(
      [answer.direct?.sentence ?? '', ...(answer.lead ?? []), ...told, answer.heading].join('\n'),
      says,
      question,
    )
  }
})

test('of a place on which nothing is held, what was decided on its country is a press away', () => {
  const { outcome, groups, next } = ask('what did other councils do after Gaza')
  assert.deepEqual([outcome, groups], ['nothing', []])
  assert.equal(next[0]?.ask, 'twins Palestine decisions')
})

test('a link of a town is never told as that of the area that was asked for', () => {
  const { direct } = ask('has Cambridgeshire ended the Viersen twinning')
  assert.match(direct?.sentence ?? '', /: Peterborough – Viersen, Germany\.$/)
})
