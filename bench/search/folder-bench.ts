import { buildLibrary } from '../../src/library/library.ts'
import type { Collection } from './collection.ts'
import type { Engine } from './engine.ts'
import { ENGINES } from './engines.ts'
import { folder, folderQuestions, folderRecords } from './folder.ts'
import { type TextEffort, type TextRow, textBench } from './text-bench.ts'

/** The folder's own questions, asked of the whole product and of every library. */
export async function folderBench(effort: TextEffort): Promise<{ rows: TextRow[]; collection: Collection }> {
  const knowledge = await folder()
  const { questions } = folderQuestions()
  const collection = { name: 'bench/questions.yml', records: folderRecords(knowledge), questions }
  const product: Engine = {
    name: 'Hansa (the product)',
    most: collection.records.length,
    build() {
      const { said } = buildLibrary(knowledge)
      return (query) => said(query).hits.map(({ id }) => id)
    },
  }
  return { rows: textBench(collection, effort, [product, ...ENGINES]), collection }
}
