import { gapsInWords, namedGaps } from '../digest/items/gap.ts'
import { wordsInWords } from '../digest/post.ts'
import { buildLibrary, type Library } from '../library/library.ts'
import { noArguments, settingsOrRefuse } from '../serve/arguments.ts'
import { openKnowledge } from '../serve/folder/folder.ts'
import { byWorkspace } from '../serve/with-store.ts'
import type { SharedStore } from '../store/shared.ts'

/** What nothing was found on, most asked first: names of ours, a number, and words where the operator keeps them. */
export async function run(args: readonly string[]): Promise<number> {
  noArguments('gaps', args)
  const settings = settingsOrRefuse()
  const library = buildLibrary(await openKnowledge(settings))
  const text = await byWorkspace((store, workspace) => gapsIn(store, workspace, { ...settings, library }))
  process.stdout.write(text || 'No question is open.\n')
  return 0
}

export async function gapsIn(
  store: Pick<SharedStore, 'gaps' | 'keptWords'>,
  workspace: string,
  { library, keepWords }: { library: Library; keepWords: boolean },
): Promise<readonly string[]> {
  const words = keepWords ? await store.keptWords(workspace) : []
  return [
    ...gapsInWords(namedGaps(await store.gaps(workspace, ''), library)),
    ...words.map((one) => `  ${wordsInWords(one)}, last on ${one.last}`),
  ]
}
