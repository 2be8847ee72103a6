import { createInterface } from 'node:readline/promises'
import { OPERATOR, secondOf } from '../answer/change.ts'
import { count } from '../answer/in-words.ts'
import { parseArguments, Usage } from '../serve/arguments.ts'
import { withStore } from '../serve/with-store.ts'
import type { SharedStore } from '../store/shared.ts'
import type { Forgotten } from '../store/store.ts'

export const help = `npx hansa forget   forgets what people asked, thought of answers, reported, and proposed and was decided; it asks first

  --dry-run   says what it would forget, and forgets nothing
  --yes       does not ask, for scripts`

/** Forgets all that people asked, thought of answers, and reported; not before somebody has agreed. */
export async function run(args: readonly string[]): Promise<number> {
  const { yes, dryRun } = options(args)
  return withStore(async (store) => {
    const held = inWords(await heldBy(store))
    if (dryRun) return said(`This would forget ${held}. Nothing was forgotten.`)
    if (!yes && !(await agreed(`This forgets ${held}, for good. Type yes to do it: `))) {
      said('Nothing was forgotten.')
      return 1
    }
    return said(`Forgot ${inWords(await forgetAll(store))}.`)
  })
}

function said(sentence: string): number {
  process.stdout.write(`${sentence}\n`)
  return 0
}

function inWords({ questions, reports }: Forgotten): string {
  return `${count(questions, 'question')}, ${count(reports, 'report')} of errors, decided proposals, and what people thought of answers`
}

async function heldBy(store: SharedStore): Promise<Forgotten> {
  const held = { questions: 0, reports: 0 }
  for (const workspace of await store.workspaces()) {
    for (const { count } of await store.gaps(workspace, THE_BEGINNING)) held.questions += count
    held.reports += (await store.reports(workspace)).length
  }
  return held
}

const THE_BEGINNING = '0000-01-01'

async function forgetAll(store: SharedStore): Promise<Forgotten> {
  const forgotten = { questions: 0, reports: 0 }
  for (const workspace of await store.workspaces()) {
    const { questions, reports } = await store.forget(workspace)
    const what = inWords({ questions, reports })
    await store.recordChange({
      ...{ workspace, at: secondOf(new Date()), ...OPERATOR },
      ...{ did: 'forgot questions', what },
    })
    forgotten.questions += questions
    forgotten.reports += reports
  }
  return forgotten
}

async function agreed(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await lines.question(question)
  lines.close()
  return /^\s*yes\s*$/i.test(answer)
}

function options(args: readonly string[]): { yes: boolean; dryRun: boolean } {
  const { values, positionals } = parseArguments('forget', args, {
    yes: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  })
  const [word] = positionals
  if (word !== undefined) throw new Usage(`forget takes no words (found "${word}").`)
  const { yes, 'dry-run': dryRun } = values
  // Who is not at a terminal cannot be asked.
  if (!yes && !dryRun && !process.stdin.isTTY) {
    throw new Usage(
      'forget asks before it forgets, and nobody can be asked here: add --yes, or --dry-run to see.',
    )
  }
  return { yes, dryRun }
}
