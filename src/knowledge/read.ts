import type { Day } from '../answer/answer.ts'
import { emptyDraft, knowledgeOf, placesIn } from './draft.ts'
import { type NamedPlace, type PlaceLookup, placeLookup } from './exists.ts'
import type { Fault, FileInput, Mend } from './file/text.ts'
import { KINDS } from './kinds/all.ts'
import type { Kind } from './kinds/kind.ts'
import type { Pack } from './pack.ts'
import { readFile } from './read-file.ts'
import type { Knowledge } from './records.ts'
import { foldersOf, roleOf } from './role.ts'
import { RULES } from './rules/all.ts'
import type { Rule } from './rules/rule.ts'

/** A mistake in knowledge: a value, not an exception. Lines and columns count from 1. */
export type Problem = {
  file: string
  line: number
  column: number
  /** The rule's file name in `rules/`, or `shape` and `file` for what a single file gets wrong. */
  rule: string
  severity: 'error' | 'warning'
  /** One sentence: what is there, with the value; before it the field that it is about. */
  says: string
  /** The same without the field, where it stands at its own question. */
  inForm?: string
  /** What to do about it. */
  tip?: string
  /** What to write there, where that is known. */
  mend?: Mend
}

/**
 * `thorough`: rules that take long, where somebody waits for just that; `onlyProblems`: no knowledge is made of what is clean; `onlyErrors`: no
 * warnings either; `isRight`: the same files were asked on the same day, and no rule had anything against them; `right`: files of a folder of
 * which that is so.
 */
export type Reader = {
  thorough?: readonly Rule[]
  onlyProblems?: boolean
  onlyErrors?: boolean
  isRight?: boolean
  right?: ReadonlySet<FileInput>
}

/** `packs`: the folders that it says it stands on, which are read apart. */
export type Reading = { knowledge?: Knowledge; problems: readonly Problem[]; packs: readonly Pack[] }

/**
 * Reads a folder. All that is wrong comes back at once, in the order of files and lines; knowledge only where nothing
 * is an error. `today` is the day of reading: what is dated later cannot be right.
 */
export function readKnowledge(
  files: readonly FileInput[],
  today: Day,
  kinds: readonly Kind[] = KINDS,
  {
    thorough = [],
    onlyErrors = false,
    onlyProblems = onlyErrors,
    isRight = false,
    right = new Set(),
  }: Reader = {},
): Reading {
  const draft = emptyDraft(kinds)
  const isThere = files.some((file) => isKnowledge(file, kinds))
  const problems = (isThere ? files : [...files, noneOf(kinds)]).flatMap((file) => {
    const { rule, faults } = readFile(file, draft)
    return faults.map((fault) => problemOf(fault, rule, 'error'))
  })
  const placesNamed = placeLookup(placesIn(draft))
  const folder = { ...draft, today, placesNamed }
  const changed = right.size === 0 ? files : files.filter((file) => !right.has(file))
  const inChanged = changed === files ? folder : { ...folder, ...inFiles(changed, kinds) }
  const isAsBefore = !changed.some(({ path }) => path.startsWith('places/'))
  const rules = [...RULES, ...thorough].filter(({ severity }) => !(onlyErrors && severity))
  for (const { name, severity = 'error', sees, check } of isRight ? [] : rules) {
    if (sees === 'places' && isAsBefore) continue
    for (const fault of check(sees === 'each file' ? inChanged : folder))
      problems.push(problemOf(fault, name, severity))
  }
  const isClean = problems.every(({ severity }) => severity === 'warning')
  return {
    ...(isClean && !onlyProblems
      ? { knowledge: knowledgeOf(draft, placesNamed as PlaceLookup<NamedPlace>, today) }
      : {}),
    problems: inOrder(problems),
    packs: draft.packs,
  }
}

function inFiles(files: readonly FileInput[], kinds: readonly Kind[]) {
  const draft = emptyDraft(kinds)
  for (const file of files) readFile(file, draft)
  return { entries: draft.entries, files: draft.files }
}

/** Or something that may be. */
function isKnowledge(file: FileInput, kinds: readonly Kind[]): boolean {
  return (
    'problem' in file ||
    !['other', 'exists', 'leads', 'checks', 'packs'].includes(roleOf(file.path, kinds).is)
  )
}

function noneOf(kinds: readonly Kind[]): FileInput {
  const tip = `Name a folder with files in ${foldersOf(kinds)}, or put its first entry in with "npx hansa add".`
  return { path: '', problem: 'there is no knowledge in this folder', tip }
}

function problemOf(
  { spot, about, says, tip, mend }: Fault,
  rule: string,
  severity: Problem['severity'],
): Problem {
  const said = about ? { says: `${about}: ${says}`, inForm: says } : { says }
  return { ...spot, rule, severity, ...said, ...(tip ? { tip } : {}), ...(mend ? { mend } : {}) }
}

/** By place, each once: a date that a file gives to all its entries is wrong in one place only. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]))
  const byFile = (a: Problem, b: Problem) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)
  return [...once.values()].sort((a, b) => byFile(a, b) || a.line - b.line || a.column - b.column)
}
