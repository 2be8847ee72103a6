/**
 * How long one answer takes inside the process, near misses included. About places: every name of a folder, pairs of them, questions
 * of the grammar, and names of places that exist with two letters swapped. In words: the first words of claims, and titles of
 * findings. By the clock, which others on the machine slow, and in processor time. Folders that are named are measured as well:
 * `npx node bench/answers/answers.ts knowledge`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createDesk } from '../../src/answers/desk.ts'
import { towns } from '../../src/growing/places/towns.ts'
import type { Knowledge } from '../../src/knowledge/records.ts'
import { opened, REAL_FOLDER } from '../../test/real-folder.ts'
import { writeFolderAtSize } from '../size/folder-at-size.ts'

/** Any day will do. */
const DAY = '2026-11-30'
const ASKED = [
  'oldest twin of',
  'is it still active:',
  'links before 1970 of',
  'how many links has',
  'not ended:',
]

const place = mkdtempSync(join(tmpdir(), 'hansa-answers-'))
try {
  writeFolderAtSize(join(place, 'knowledge'))
  console.log('| folder | asked | questions | p50 | p99 | slowest | p50 of the processor | p99 of it |')
  console.log('| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |')
  await measure('first release', REAL_FOLDER)
  for (const folder of process.argv.slice(2)) await measure(folder, folder)
  await measure('at size', join(place, 'knowledge'))
  console.log(
    `\nLoad of the machine: ${loadavg()
      .map((one) => one.toFixed(1))
      .join(', ')}.`,
  )
} finally {
  rmSync(place, { recursive: true })
}

async function measure(name: string, folder: string): Promise<void> {
  const { knowledge, library } = await opened(folder, DAY)
  const desk = createDesk(library, () => DAY, { exists: towns })
  // What the first misspelt name needs is built before a server says that it is ready.
  for (const question of ['Leds', 'what is said of universites', 'twins of Sheffeild and Bocum'])
    desk.answer(question)
  for (const [kind, questions] of Object.entries(questionsOf(knowledge))) {
    const [clock, processor] = [[], []] as [number[], number[]]
    for (const question of questions) {
      const [before, used] = [performance.now(), process.cpuUsage()]
      desk.answer(question)
      const { user, system } = process.cpuUsage(used)
      clock.push(performance.now() - before)
      processor.push((user + system) / 1000)
    }
    const figures = [at(clock, 0.5), at(clock, 0.99), at(clock, 1), at(processor, 0.5), at(processor, 0.99)]
    console.log(
      `| ${[name, kind, questions.length, ...figures.map((ms) => `${ms.toFixed(2)} ms`)].join(' | ')} |`,
    )
  }
}

function questionsOf({
  places,
  areas,
  claims,
  reports,
  exists,
}: Knowledge): Readonly<Record<string, readonly string[]>> {
  const names = [...places.values()].map(({ name }) => name)
  return {
    'about places': [
      ...names.map((name) => `twins ${name}`),
      ...names.map((name, at) => `${name} ${names[(at * 7 + 1) % names.length]}`),
      ...names.map((name, at) => `${ASKED[at % ASKED.length]} ${name}`),
      ...names.map(mistyped),
      ...[...areas.values()].map(({ name }) => `twins ${name} Germany`),
      ...exists.slice(0, 2000).map(({ name }) => `twins ${mistyped(name)}`),
    ],
    'in words': [
      ...claims.slice(0, 500).map(({ says }) => says.split(' ').slice(0, 8).join(' ')),
      ...reports.flatMap(({ findings }) => findings.map(({ title }) => title)).slice(0, 500),
    ],
  }
}

function at(times: number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Two neighbouring letters swapped, as fingers do. */
function mistyped(name: string): string {
  const middle = Math.floor(name.length / 2)
  return name.slice(0, middle - 1) + name.charAt(middle) + name.charAt(middle - 1) + name.slice(middle + 1)
}
