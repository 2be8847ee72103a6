import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import type { Knowledge } from '../src/knowledge/records.ts'
import { checkFolder } from '../src/serve/folder/folder.ts'
import { answerChanges } from './answer-changes.ts'

// `npm run content` prints how answers change between the knowledge that is committed and the one in the folder now, for
// whoever reviews an edit; `npm run content -- main` compares with a branch. A difference is no mistake and exits 0.

const QUESTIONS = new URL('./content-questions.txt', import.meta.url)
const today = Temporal.Now.plainDateISO().toString()
const [base = 'HEAD'] = process.argv.slice(2)
const kept = mkdtempSync(join(tmpdir(), 'hansa-content-'))

try {
  console.log(await compared())
} finally {
  rmSync(kept, { recursive: true })
}

async function compared(): Promise<string> {
  const now = await opened('knowledge')
  if (!now) return refused('The knowledge folder has mistakes: npx hansa check names them.')
  if (!committed()) return refused(`Git knows no knowledge folder at “${base}”: name a commit or a branch.`)
  const before = await opened(join(kept, 'knowledge'))
  // An edit may mend mistakes, or a later Hansa read folders otherwise.
  if (!before) return `The folder at ${base} has mistakes, so there are no answers to compare with.`
  const questions = readFileSync(QUESTIONS, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
  return `From ${base} to the folder as it is now\n\n${answerChanges(questions, before, now, today)}`
}

async function opened(folder: string): Promise<Knowledge | undefined> {
  return (await checkFolder(folder, today)).knowledge
}

function refused(sentence: string): string {
  process.exitCode = 1
  return sentence
}

/** Lays the committed folder beside. */
function committed(): boolean {
  try {
    const most = { maxBuffer: 200_000_000, stdio: ['ignore', 'pipe', 'ignore'] as 'ignore'[] }
    const archive = execFileSync('git', ['archive', '--format=tar', base, 'knowledge'], most)
    execFileSync('tar', ['-x', '-C', kept], { input: archive })
    return true
  } catch {
    return false
  }
}
