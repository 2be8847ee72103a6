import { type Asking, Unclear } from '../growing/asking.ts'
import { alone, commit, FolderInUse } from '../growing/folder/commit.ts'
import { type OpenFolder, openFolder } from '../growing/folder/open-folder.ts'
import { openTowns } from '../growing/places/towns.ts'
import { sourceMaker } from '../growing/records/source.ts'
import { type Made, twinningMaker } from '../growing/records/twinning.ts'
import { formatProblems } from '../knowledge/format-problems.ts'
import { lazily } from '../search/lazily.ts'
import { filesIn } from './folder.ts'
import { knowledgeFolder, today } from './open.ts'
import { Refusal, settingsOrRefuse } from './refusal.ts'

export type How = { dryRun: boolean; noFetch: boolean; allowLoopback: boolean }

type Workbench = { folder: OpenFolder; makers: { twinning: ReturnType<typeof twinningMaker> } }

/** Opens the folder, makes the entries, checks the whole on a copy, writes, and shows the new lines. */
export async function addTo(how: How, make: (bench: Workbench) => Promise<Made>): Promise<number> {
  const path = knowledgeFolder(settingsOrRefuse())
  try {
    return await alone(path, async () => {
      const opened = openFolder(filesIn(path), today())
      if ('problems' in opened)
        throw new Refusal(
          `The folder has mistakes already, and nothing is added to it before they are put right:\n${formatProblems(opened.problems, { color: false, github: false }).trimEnd()}`,
        )
      const { folder } = opened
      const asking: Asking | undefined = undefined
      const sources = sourceMaker(folder, {})
      const made = await make({
        folder,
        makers: { twinning: twinningMaker({ folder, towns: lazily(openTowns), sources, asking }) },
      })
      if (made.isThere) {
        process.stdout.write('This is in the folder already; nothing was written.\n')
        return 0
      }
      const { changes, problems } = folder.planned(made.additions)
      if (problems.length > 0)
        throw new Refusal(
          `Nothing was written, since the check would find:\n${formatProblems(problems, { color: false, github: false }).trimEnd()}`,
        )
      if (!how.dryRun) commit(path, changes)
      const said = made.said.map((line) => `${line}\n`).join('')
      const shown = changes.map(
        ({ path, lines }) => `${path}\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`,
      )
      process.stdout.write(`${said}${how.dryRun ? 'Would write' : 'Wrote'}:\n\n${shown.join('\n')}`)
      return 0
    })
  } catch (error) {
    if (error instanceof Unclear || error instanceof FolderInUse)
      throw new Refusal(error.message, error instanceof Unclear && error.isMissing ? 2 : 1)
    throw error
  }
}
