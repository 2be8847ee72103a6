import type { Library } from '../library/library.ts'
import { fold } from '../search/words/fold.ts'
import { type CommandWord, commandsBegun, commandsNear } from './commands.ts'

/** Completions of what was typed so far, each a whole line: commands that begin so, places and topics, then near misses. */
export function complete(
  typed: string,
  k: number,
  commands: readonly CommandWord[],
  library: Library,
): readonly string[] {
  const slash = typed.trimStart().startsWith('/') ? '/' : ''
  const bare = typed.trimStart().replace(/^\//, '')
  const [word = '', ...rest] = bare.split(/\s+/)
  if (rest.length === 0) {
    const lines = (found: readonly CommandWord[]) => found.map(({ name }) => `${slash}${name} `)
    const names = slash ? [] : library.suggest(word, k)
    return [...lines(commandsBegun(word, commands)), ...names, ...lines(commandsNear(word, commands))].slice(
      0,
      k,
    )
  }
  const command = commands.find(({ name, also }) => [name, ...also].includes(word.toLowerCase()))
  if (!command) return slash ? [] : completions(bare, k, library, undefined)
  return wordsFor(command, rest.join(' '), k, library).map((words) => `${slash}${word} ${words}`)
}

/** Only what the command can answer: a place for `twins`, a topic of its own for a report, anything for `ask`. */
function wordsFor({ means }: CommandWord, typed: string, k: number, library: Library): readonly string[] {
  if (means.is === 'ask') return completions(typed, k, library, undefined)
  if (means.is === 'twins') return completions(typed, k, library, 'places')
  if (means.is === 'report') return library.suggest(typed, k, { report: means.report.word })
  return means.is === 'reports' ? reportsBegun(typed, k, library) : []
}

/** `o` begins the word of a report; behind one come its topics. */
function reportsBegun(
  typed: string,
  k: number,
  { knowledge: { reports }, suggest }: Library,
): readonly string[] {
  const [first = '', ...rest] = typed.toLowerCase().split(/\s+/)
  if (rest.length === 0)
    return reports
      .map(({ word }) => word)
      .filter((word) => word.startsWith(first))
      .slice(0, k)
  if (!reports.some(({ word }) => word === first)) return []
  return suggest(rest.join(' '), k, { report: first }).map((topic) => `${first} ${topic}`)
}

/** `leeds ge` is Leeds and a name that begins so; what stands before it is never taken away. */
function completions(
  typed: string,
  k: number,
  library: Library,
  only: 'places' | undefined,
): readonly string[] {
  const key = fold(typed)
  const whole = library.suggest(typed, k, only)
  const begun = whole.filter((name) => fold(name).startsWith(key))
  const words = typed.trimStart().split(/\s+/)
  if (begun.length > 0 || words.length < 2) return whole
  for (let from = 1; from < words.length; from++) {
    const [before, last] = [words.slice(0, from).join(' '), words.slice(from).join(' ')]
    if (last === '' || library.who(before, { guess: false }).how !== 'meant') continue
    const names = library.suggest(last, k, 'places')
    if (names.length > 0) return names.map((name) => `${before} ${name}`)
  }
  return whole
}
