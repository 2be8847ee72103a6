import type { Answer, CommandInfo, Day, Desk } from '../answer.ts'
import { edits } from '../knowledge/edits.ts'
import { lazily } from '../library/lazily.ts'
import type { Library } from '../library/library.ts'
import { linksOf } from '../library/link.ts'
import { all } from './all.ts'
import { ask } from './ask.ts'
import { BARE, type Command, type Shelf } from './command.ts'
import { help } from './help.ts'
import { inWordsOrAsPlace } from './in-words-or-as-place.ts'
import { questionOf } from './question.ts'
import { spokenIn } from './said-of.ts'
import { twins } from './twins.ts'

/** Where every front end brings its questions. `today` is asked anew for each, for what is overdue. */
export function createDesk(library: Library, today: () => Day): Desk {
  const links = linksOf(library.knowledge)
  const spoken = lazily(() => spokenIn(library.knowledge))
  const shelf = (): Shelf => ({ library, links, spoken, today: today() })
  const commands = all(shelf())
  const byWord = new Map(
    commands.flatMap((command) => [command.name, ...(command.also ?? [])].map((word) => [word, command])),
  )
  return {
    answer: (question) => answer(question, byWord, shelf()),
    commands: (): readonly CommandInfo[] => commands,
    suggest: (typed, k) => suggest(typed, k, commands, library),
  }
}

/** One grammar for every surface: a command's word and more words; without one, a place or a question in words. */
function answer(typed: string, byWord: ReadonlyMap<string, Command>, shelf: Shelf): Answer {
  const { word, rest, whole, slash } = questionOf(typed)
  if (whole === '') return help.answer('', shelf)
  const command = byWord.get(word)
  if (command) return command.answer(/^help$/i.test(rest) ? '' : rest, shelf)
  if (slash) return noSuchCommand(word, rest, byWord)
  const who = shelf.library.who(whole, { guess: false })
  return who.how === 'unknown' || who.how === 'near'
    ? inWordsOrAsPlace(whole, shelf)
    : twins.answer(whole, shelf)
}

function noSuchCommand(word: string, rest: string, byWord: ReadonlyMap<string, Command>): Answer {
  const commands = new Set(byWord.values())
  const near = commandsLike(word, [...commands])
  return {
    ...BARE,
    outcome: near.length > 0 ? 'suggest' : 'unknown',
    ask: `${word} ${rest}`.trim(),
    heading: `There is no command /${word}`,
    lead: [`There are ${[...commands].map(({ name }) => `/${name}`).join(', ')}.`],
    suggestions: near.map(({ name }) => ({
      label: `/${name} ${rest}`.trim(),
      ask: `${name} ${rest}`.trim(),
    })),
  }
}

/** Those that begin so, or else those that are a slip or two away: `twisn`. */
function commandsLike(word: string, commands: readonly Command[]): readonly Command[] {
  const begun = commands.filter(({ name }) => name.startsWith(word))
  if (begun.length > 0 || word.length < 3) return begun
  return commands.filter(({ name }) => edits(word, name, 2) <= Math.min(2, name.length - 2))
}

function suggest(
  typed: string,
  k: number,
  commands: readonly Command[],
  library: Library,
): readonly string[] {
  const slash = typed.trimStart().startsWith('/') ? '/' : ''
  const bare = typed.trimStart().replace(/^\//, '')
  const [word = '', ...rest] = bare.split(/\s+/)
  if (rest.length === 0) {
    const names = commandsLike(word.toLowerCase(), commands).map(({ name }) => `${slash}${name} `)
    return [...names, ...(slash ? [] : library.suggest(word, k))].slice(0, k)
  }
  const command = commands.find(({ name, also = [] }) => [name, ...also].includes(word.toLowerCase()))
  if (!command) return slash ? [] : library.suggest(bare, k)
  return wordsFor(command, rest.join(' '), k, library).map((words) => `${slash}${word} ${words}`)
}

/** Only what the command can answer: a place for `twins`, a topic of its own for a report, anything for `ask`. */
function wordsFor({ name }: Command, typed: string, k: number, library: Library): readonly string[] {
  if (name === ask.name) return library.suggest(typed, k)
  return library.suggest(typed, k, name === twins.name ? 'places' : { report: name })
}
