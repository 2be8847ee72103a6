import type { Answer, CommandInfo, Day, Desk } from '../answer/answer.ts'
import type { Library } from '../library/library.ts'
import { linksOf } from '../library/link.ts'
import { spokenIn } from '../library/records-about-place.ts'
import { questionOf } from '../question/command-word.ts'
import { commandsBegun, commandsNear } from '../question/commands-like.ts'
import { lazily } from '../search/lazily.ts'
import { all } from './all.ts'
import { ask } from './ask.ts'
import { type AnswerContext, type Command, EMPTY_ANSWER } from './command.ts'
import { help } from './help.ts'
import { inWordsOrAsPlace } from './in-words-or-as-place.ts'
import { suggest } from './suggest.ts'
import { twins } from './twins.ts'

/** Where every front end brings its questions. `today` is asked anew for each, for what is overdue. */
export function createDesk(library: Library, today: () => Day): Desk {
  const links = linksOf(library.knowledge)
  const spoken = lazily(() => spokenIn(library.knowledge))
  const context = (): AnswerContext => ({ library, links, spoken, today: today() })
  const commands = all(context())
  const byWord = new Map(
    commands.flatMap((command) => [command.name, ...(command.also ?? [])].map((word) => [word, command])),
  )
  return {
    answer: (question) => answer(question, byWord, context()),
    commands: (): readonly CommandInfo[] => commands,
    suggest: (typed, k) => suggest(typed, k, commands, library),
  }
}

/** One grammar for every surface: a command's word and more words; without one, a place or a question in words. */
function answer(typed: string, byWord: ReadonlyMap<string, Command>, context: AnswerContext): Answer {
  const { word, rest, whole, slash } = questionOf(typed)
  if (whole === '') return help.answer('', context)
  const command = byWord.get(word)
  if (command) {
    const told = command.answer(/^help$/i.test(rest) ? '' : rest, context)
    // `twinning since 1949` is a question in words that begins with another name of a command.
    if (slash || word === command.name || told.outcome !== 'unknown') return told
    const inWords = ask.answer(whole, context)
    return inWords.outcome === 'found' ? inWords : told
  }
  if (slash) return noSuchCommand(word, rest, byWord)
  const who = context.library.who(whole, { guess: false })
  return who.how === 'unknown' || who.how === 'near'
    ? inWordsOrAsPlace(whole, context)
    : twins.answer(whole, context)
}

function noSuchCommand(word: string, rest: string, byWord: ReadonlyMap<string, Command>): Answer {
  const commands = new Set(byWord.values())
  const begun = commandsBegun(word, [...commands])
  const near = begun.length > 0 ? begun : commandsNear(word, [...commands])
  return {
    ...EMPTY_ANSWER,
    command: 'other',
    kind: 'help',
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
