import { entriesById } from '../knowledge/changed-values.ts'
import { buildLibrary } from '../library/library.ts'
import { type Vocabulary, vocabularyOf } from '../library/subjects.ts'
import { noArguments, settingsOrRefuse } from '../serve/arguments.ts'
import { knowledgeFolder, openKnowledge } from '../serve/folder/folder.ts'
import { filesIn } from '../serve/folder/folder-files.ts'
import { byWorkspace } from '../serve/with-store.ts'
import type { SharedStore } from '../store/shared.ts'

/** Mistakes people reported, oldest first, and what they thought of answers. */
export async function run(args: readonly string[]): Promise<number> {
  noArguments('mistakes', args)
  const settings = settingsOrRefuse()
  const names = vocabularyOf(buildLibrary(await openKnowledge(settings)))
  const entries = entriesById(filesIn(knowledgeFolder(settings)))
  const whereIs = (record: string) => {
    const { file, line } = entries.get(record)?.spot() ?? {}
    return file && `${file}:${line}`
  }
  const text = await byWorkspace((store, workspace) => mistakesIn(store, workspace, names, whereIs))
  process.stdout.write(text || 'Nobody reported a mistake.\n')
  return 0
}

/** `whereIs` tells in which line of which file a record begins, where it is one of this folder. */
export async function mistakesIn(
  store: Pick<SharedStore, 'reports' | 'judgements'>,
  workspace: string,
  { nameOf }: Vocabulary,
  whereIs: (record: string) => string | undefined = () => undefined,
): Promise<readonly string[]> {
  const [reports, judgements] = [await store.reports(workspace), await store.judgements(workspace)]
  return [
    ...reports.map(({ at, record, says }) => {
      const where = whereIs(record)
      return `${at.slice(0, 10)}  ${record}${where ? ` (${where})` : ''}: ${oneLine(says)}`
    }),
    ...judgements.map(({ about, helpful, unhelpful }) => {
      const name = (about && nameOf(about)) ?? 'other answers'
      return `${helpful} helpful, ${unhelpful} not helpful: ${name}`
    }),
  ]
}

/** What somebody typed must not write to the terminal more than its words. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
}
