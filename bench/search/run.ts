import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { collectionIn } from './collection-folder.ts'
import { folderBench } from './folder-bench.ts'
import { gateBench } from './gate-bench.ts'
import { leakBench } from './leak-bench.ts'
import { type Effort, type NameRow, nameBench, oursBench } from './name-bench.ts'
import { plot } from './plot.ts'
import { sizeBench } from './size-bench.ts'
import { gateTable, leakTable, nameTable, oursTable, sizeTable, textTable } from './tables.ts'
import { type TextEffort, textBench } from './text-bench.ts'
import { weaknesses } from './weaknesses.ts'

/**
 * `npm run bench`: how good and how fast search is, beside other libraries, in one run. `-- --full`: all sizes.
 * `-- --ours`: only our own names, beside the first release's. `-- --texts FOLDER`: only on the judged collection in the folder; may be given again.
 */
const values = options()

const RESULTS = fileURLToPath(new URL('../results', import.meta.url))

const SIZES = values.full ? [1_000, 10_000, 119_000, 1_000_000] : [1_000, 10_000]
const EFFORT: Effort = values.full
  ? { questions: 3_000, budget: 8_000, least: 60 }
  : { questions: 1_000, budget: 500, least: 25 }
const TEXT_SIZES = values.full ? [1_500, 10_000, 100_000] : [1_500]
const FOLDER_EFFORT: TextEffort = values.full
  ? { budget: 60_000, least: 200, seeds: 5 }
  : { budget: 1_000, least: 40, seeds: 1 }
/** Thirty seconds for each engine: fuse.js comes to fifty questions in that time. */
const TEXT_EFFORT: TextEffort = { budget: 30_000, least: 40, seeds: 1 }

const NAMES_NOTE =
  'Seeded questions, the same for all. “Words around” are of the kind that Hansa expects (“twin towns of …”) and passes over; ' +
  'the others are given no list of such words. Slow engines are asked fewer questions (last column).'
const OURS_NOTE =
  'The first result for 3,000 seeded questions, and for 500 of one word that stands in longer names and is no name itself. The gate ' +
  'answers wrongly where it is sure of another place than the question was made from, or than any that is called so. A word of four ' +
  'letters comes before a slip from a name: of 83 such words at 119,000 it finds 67 where 9 were found, and loses `önen` for Gönen.'
const FOLDER_NOTE =
  'The product answers nothing rather than the least bad, and reads a mistyped name of a place only where no other can be ' +
  'meant; the libraries give what is best.'
const TEXTS_NOTE =
  'Entries of the Common Weakness Enumeration, and what its editors judged to belong to each: vulnerabilities that were ' +
  'observed, what mitigates it, related entries, the members of a category. Nothing of these is part of the texts. “Ours on ' +
  'the same”: slow engines do not come to all questions. Any other collection: ' +
  '`npm run bench -- --texts FOLDER`.'

try {
  if (values.ours) compareOurs()
  else if (values.texts) for (const folder of values.texts) compareTexts(folder)
  else await compareAll()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function options(): { full: boolean; ours: boolean; texts?: string[] } {
  try {
    return parseArgs({
      options: {
        full: { type: 'boolean', default: false },
        ours: { type: 'boolean', default: false },
        texts: { type: 'string', multiple: true },
      },
    }).values
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

/** What `search/` finds by names, beside what the first release found: kept with the code, and made in a minute. */
function compareOurs(): void {
  const first = JSON.parse(readFileSync(`${RESULTS}/first-release.json`, 'utf8'))
  const rows = [1_000, 10_000, 119_000].map((size) => oursBench(size, { ...EFFORT, questions: 3_000 }))
  const report = ['## Names now and in the first release', OURS_NOTE, oursTable(rows, first)].join('\n\n')
  console.log(report)
  writeFileSync(`${RESULTS}/names.md`, `${report}\n`)
}

/** npm runs this in bench/, and the folder was named where npm was called. */
function compareTexts(folder: string): void {
  const collection = collectionIn(resolve(process.env.INIT_CWD ?? '.', folder))
  console.log(`${textTable(collection, textBench(collection, { ...TEXT_EFFORT, least: 10 }))}\n`)
}

async function compareAll(): Promise<void> {
  const names: NameRow[] = []
  for (const size of SIZES) nameBench(size, EFFORT, (row) => names.push(row))
  const { collection, rows } = await folderBench(FOLDER_EFFORT)
  const report = [
    '## Who is meant: names of places',
    NAMES_NOTE,
    ...SIZES.map((size) => nameTable(names.filter((row) => row.size === size))),
    '## What is said: the folder and questions about it',
    FOLDER_NOTE,
    textTable(collection, rows),
    ...(values.full ? othersTexts() : []),
    '## How long texts take',
    sizeTable(sizeBench(TEXT_SIZES)),
    '## What must not be answered',
    gateTable(await gateBench(values.full ? 1 : 8)),
    '## What a question leaves behind',
    leakTable(leakBench(values.full ? 1_000_000 : 20_000)),
  ].join('\n\n')
  console.log(report)
  keep(report, names)
}

function othersTexts(): string[] {
  const tables = weaknesses().map((collection) => textTable(collection, textBench(collection, TEXT_EFFORT)))
  return ['## What is said: texts and questions by others', TEXTS_NOTE, ...tables]
}

/** Only the full comparison is kept with the code; a quick one is for whoever ran it. */
function keep(report: string, names: readonly NameRow[]): void {
  mkdirSync(RESULTS, { recursive: true })
  const [plotted, file] = values.full ? [119_000, 'names.svg'] : [10_000, 'quick.svg']
  writeFileSync(`${RESULTS}/${file}`, plot(names, plotted))
  if (values.full) writeFileSync(`${RESULTS}/search.md`, `${report}\n`)
  console.log(`\nPlot of ${plotted.toLocaleString('en')} names: bench/results/${file}`)
}
