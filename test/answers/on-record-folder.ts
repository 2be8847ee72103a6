import assert from 'node:assert/strict'
import type { Answer } from '../../src/answer/answer.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { read, TODAY } from '../knowledge/folder-of.ts'

const DATES = 'checked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\n'

/** A folder with decisions, sums and the ends of councils. */
const { knowledge, problems } = read({
  'places/b.yml': [
    'places:',
    '  - {id: E08000019, name: Sheffield, country: GB, lat: 53.4, lon: -1.5}',
    '  - {id: E07000148, name: Norwich, country: GB, lat: 52.6, lon: 1.3}',
    '  - {id: 2038120, name: Anshan, country: CN, lat: 41.1, lon: 123}',
    '  - {id: 472757, name: Volgograd, country: RU, lat: 48.7, lon: 44.5}',
    '',
  ].join('\n'),
  'decisions/a.yml': [
    `${DATES}decisions:`,
    '  - {id: end, place: Sheffield, twin: "Anshan, CN", body: Policy Committee, decided: end, says: Given up., vote: Unanimous, source: A}',
    '  - {id: asked, place: Sheffield, twin: "Volgograd, RU", body: Leader, on: 2022-02, decided: propose, says: Asked for., led-to: [halt], source: A}',
    '  - {id: halt, place: Sheffield, twin: "Volgograd, RU", body: Full Council, on: 2022-03-10, decided: suspend, says: Halted., source: A}',
    '  - {id: policy, place: Sheffield, matter: the policy, body: Policy Committee, on: 2023, decided: review, says: Set., criteria: [new partners], source: A}',
    '  - {id: open, place: Leeds, country: UA, body: Full Council, on: 2022-07, decided: propose, says: To be looked into., source: A}',
    '',
  ].join('\n'),
  'costs/a.yml': [
    `${DATES}costs:`,
    '  - {id: whole, place: Sheffield, amount: "£900", period: 2015, was: budgeted, for: all, source: A}',
    '  - {id: part, place: Sheffield, amount: "£400", period: 2015, was: budgeted, for: staff, part-of: whole, source: A}',
    '',
  ].join('\n'),
  'words/a.yml': [
    'asks:',
    '  - {asks: decisions, words: [approve, on what basis], why: asked for}',
    '  - {asks: criteria, words: [qualify, criteria], why: asked for}',
    '  - {asks: visits, words: [attend], why: asked for}',
    '  - {asks: people, words: [petitioner], why: asked for}',
    '  - {asks: not recorded, words: [impact], why: asked for}',
    '',
  ].join('\n'),
  'successors/a.yml': [
    `${DATES}successors:`,
    '  - {id: n, councils: [{name: Norwich City Council, code: E07000148}], ends: 2028-04-01, into: [Greater Norwich City], state: decided, on: 2026-03, source: A}',
    '  - {id: c, councils: [{name: Corby Borough Council, code: E07000150}], ends: 2021-04-01, into: [North Northamptonshire Council], state: ended, source: A}',
    '  - {id: w, councils: [{name: Waveney District Council, code: E07000206}], into: [East Suffolk Council], state: decided, on: 2018-10, source: A}',
    '  - {id: k, councils: [{name: Kettering Borough Council, code: E07000153}], ends: 2028-04-01, state: decided, source: A}',
    '  - {id: l, councils: [{name: Kettering Borough Council, code: E07000153}], into: [Welland Council], state: proposed, source: A}',
    '  - {id: e, councils: [{name: Eastbourne Borough Council, code: E07000061}], into: [Sussex Coast], state: consulted, source: A}',
    '',
  ].join('\n'),
})
assert.ok(knowledge, JSON.stringify(problems))
export const library = buildLibrary(knowledge)

export function ask(question: string, today = TODAY): Answer {
  return createDesk(library, () => today).answer(question)
}

export function ids({ groups }: Answer): readonly string[] {
  return groups.flatMap(({ findings }) => findings.map(({ id }) => id))
}
