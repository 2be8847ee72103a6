import { count } from '../answer/in-words.ts'
import { showsColour } from '../chat/terminal/shows-colour.ts'
import { formatProblems } from '../knowledge/format-problems.ts'
import { parseArguments, settingsOrRefuse, Usage } from '../serve/arguments.ts'
import { checkFolder, knowledgeFolder, today } from '../serve/folder/folder.ts'
import { fixFolder } from '../serve/folder/grow.ts'
import { changedSince } from '../serve/folder/since-commit.ts'
import { checkDue, dueLines } from '../verify/due.ts'

export const help = `npx hansa check             every problem of the folder, at its line, with what to do about it
npx hansa check knowledge   of that folder

  --due            what is due for another look, by who is to look
  --fix            puts right what can be put right with certainty, first
  --since COMMIT   also values that were changed since then while their source stayed the same
  --json           the same for programs`

/** Exit 1 when the folder has any error; warnings alone are 0, and so is what `--due` lists. */
export async function run(args: readonly string[]): Promise<number> {
  const { folder, json, due, fix, since } = options(args)
  const path = folder ?? knowledgeFolder(settingsOrRefuse())
  if (fix) process.stdout.write(`${await fixFolder(path, today())}\n`)
  const { knowledge, problems: found } = await checkFolder(path, today(), {
    thorough: !due,
    onlyProblems: !due,
  })
  if (due && knowledge) {
    const people = checkDue(knowledge, today())
    process.stdout.write(json ? `${JSON.stringify({ due: people }, null, 2)}\n` : dueLines(people))
    return 0
  }
  const problems = [...found, ...changedSince(path, since)]
  const color = showsColour(process.stdout)
  const github = process.env.GITHUB_ACTIONS === 'true'
  process.stdout.write(
    json ? `${JSON.stringify({ problems }, null, 2)}\n` : formatProblems(problems, { color, github }),
  )
  const certain = problems.filter(({ mend }) => mend?.certain).length
  if (certain > 0 && !json && !fix)
    process.stdout.write(`${count(certain, 'line')} can be put right by "npx hansa check --fix".\n`)
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0
}

function options(args: readonly string[]): {
  folder?: string
  json: boolean
  due: boolean
  fix: boolean
  since?: string
} {
  const { values, positionals } = parseArguments('check', args, {
    json: { type: 'boolean', default: false },
    due: { type: 'boolean', default: false },
    fix: { type: 'boolean', default: false },
    since: { type: 'string' },
  })
  if (positionals.length > 1) throw new Usage('check: name one folder.')
  return { ...values, folder: positionals[0] }
}
