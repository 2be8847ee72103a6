import { type ChannelCommand, type CommandInfo, DIGEST_COMMAND } from '../answer/answer.ts'
import type { Knowledge, Report } from '../knowledge/records.ts'
import { edits, slipsAllowedIn } from '../search/words/edits.ts'

/** The first word of a question, where it says what is asked for. */
export type CommandWord = CommandInfo & {
  /** Other first words that mean this command. */
  also: readonly string[]
  /** What the words after it are. */
  means:
    | { is: 'twins' | 'ask' | 'cite' | 'help' | 'reports' }
    | { is: 'report'; report: Report }
    | { is: 'channel'; command: ChannelCommand['command']; words: 'any' | 'none' }
}

/** The registry: every word that is a command, ours and one for each report that brings its own. */
export function commandsOf(knowledge: Knowledge): readonly CommandWord[] {
  return [TWINS, ...knowledge.reports.flatMap(reportCommand), REPORT, ASK, CITE, HELP, ...FOR_CHANNELS]
}

const TWINS: CommandWord = {
  name: 'twins',
  also: ['twin', 'twinning', 'twinnings', 'twinned', 'partners', 'links'],
  description: 'Partner cities of a place, each with its kind, year, status and source',
  usage: 'Leeds | Dortmund | Germany | West Yorkshire | Leeds Germany | Leeds Sheffield',
  means: { is: 'twins' },
}

/** One command for every report, however many the folder holds; alone, their list. */
const REPORT: CommandWord = {
  name: 'report',
  also: ['reports'],
  description: 'The reports held, and what one of them says on a topic',
  usage: 'nesta partnerships | climate | (alone) the list',
  means: { is: 'reports' },
}

const ASK: CommandWord = {
  name: 'ask',
  also: [],
  description: 'Claims, report findings and twinnings that speak to a question, each with its source',
  usage: 'universities and city halls | Leeds and Hangzhou',
  means: { is: 'ask' },
}

/** Asked by the Reference button more than by hand: `cite leeds-dortmund-lccnews`, or a source's id and a style. */
const CITE: CommandWord = {
  name: 'cite',
  also: ['reference'],
  description: 'A reference to copy: Harvard, APA, BibTeX, RIS or CSL',
  usage: 'ransom-2020 | ransom-2020 apa',
  means: { is: 'cite' },
}

const HELP: CommandWord = {
  name: 'help',
  also: ['hello', 'hi', '?'],
  description: 'What can be asked, and what Hansa covers',
  usage: '',
  means: { is: 'help' },
}

/** They need to know who asks, and where. A desk lists them only where there is somebody who does (`answersAlone`). */
const FOR_CHANNELS: readonly CommandWord[] = [
  {
    ...DIGEST_COMMAND,
    also: [],
    means: { is: 'channel', command: 'digest', words: 'any' },
  },
  {
    name: 'settings',
    also: [],
    description: 'What is set for this channel: home area, map, bank holidays, who may change it',
    usage: 'home West Yorkshire | map off | holidays Scotland',
    means: { is: 'channel', command: 'settings', words: 'any' },
  },
  {
    name: 'gaps',
    also: [],
    description: 'What was asked for here that nothing is held on',
    usage: '',
    means: { is: 'channel', command: 'gaps', words: 'none' },
  },
]

/** Whether a desk can answer it without knowing who asks. */
export function answersAlone({ means }: CommandWord): boolean {
  return means.is !== 'channel'
}

/** The command that a report may bring with it: `command: nesta` in knowledge gives `/nesta`. */
function reportCommand(report: Report): readonly CommandWord[] {
  if (!report.command) return []
  const command: CommandWord = {
    name: report.command,
    also: [],
    description: `What the report ${report.title} says on a topic, with citations`,
    usage: report.findings
      .slice(0, 3)
      .map(({ title }) => title.toLowerCase())
      .join(' | '),
    means: { is: 'report', report },
  }
  return [command]
}

/** A question to a report as one can type it: `oecd trends`; where it has no command, `report wales-2020 trends`. */
export function reportAsk({ command, word }: Report, topic = ''): string {
  return `${command ?? `report ${word}`} ${topic}`.trim()
}

/** Commands whose name begins so. */
export function commandsBegun(word: string, commands: readonly CommandWord[]): readonly CommandWord[] {
  return commands.filter(({ name }) => name.startsWith(word.toLowerCase()))
}

/** Those that are a slip or two away, and do not begin so: `twisn`. */
export function commandsNear(word: string, commands: readonly CommandWord[]): readonly CommandWord[] {
  const typed = word.toLowerCase()
  if (slipsAllowedIn(typed, 'commands') === 0) return []
  return commands.filter(({ name }) => {
    const allowed = slipsAllowedIn(name, 'commands')
    return !name.startsWith(typed) && edits(typed, name, allowed) <= allowed
  })
}

/** A command that takes no words is one only where none follow: `gaps in the evidence` is a question. */
export function commandOf(
  { word, rest }: TypedLine,
  commands: readonly CommandWord[],
): CommandWord | undefined {
  const first = word.replace(/[?!.:]+$/, '')
  const forChannel = commands.find(({ name, means }) => {
    if (means.is !== 'channel') return false
    if (means.words === 'none' && word === 'ask') return rest.toLowerCase().replace(/\W+$/, '') === name
    return name === first && (rest === '' || (first === word && means.words === 'any'))
  })
  const others = commands.filter(answersAlone)
  return forChannel ?? others.find(({ name, also }) => name === word || also.includes(word))
}

/** A question is cut at 200 characters and 32 words: longer ones cost fuzzy search seconds and say no more. */
const CHARACTERS = 200
const WORDS = 32

/** What was typed, made safe: one line, no control or direction characters, no lone surrogates. */
export type TypedLine = {
  /** The first word in lower case, without its slash. */
  word: string
  rest: string
  whole: string
  /** Typed as a command. */
  slash: boolean
}

export function typedLine(typed: string): TypedLine {
  // Cut first: normalising a megabyte takes time as well.
  const cut = [...typed.slice(0, CHARACTERS * 4).toWellFormed()].slice(0, CHARACTERS).join('')
  const plain = cut
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\uFFFD]/gu, ' ')
    // `:wave:` is how chats write a picture, and no word.
    .replace(/(?<![\p{L}\p{N}:]):[a-z+-][a-z0-9_+'-]*:(?![\p{L}\p{N}:])/giu, ' ')
    // Whatever sign a keyboard has next to the letter: `Norwich´s` is Norwich’s.
    .replace(/(?<=[\p{L}\p{M}])[‘‛ʼʹˈ´`′＇](?=s?(?![\p{L}\p{N}]))/giu, '’')
  const words = plain
    .trim()
    .split(/\s+/u)
    .slice(0, WORDS)
    .join(' ')
    .replace(/^[/@]hansa\b[:,]?\s*/i, '')
  const slash = words.startsWith('/')
  const whole = words.replace(/^\/+\s*/, '')
  const [first = '', ...rest] = whole.split(' ')
  return { word: first.toLowerCase().replace(/[:,]$/, ''), rest: rest.join(' '), whole, slash }
}

export function pageOf(typed: string): { words: string; page: number } {
  const [, before, page] = /^(?:(.*), )?page (\d{1,3})$/i.exec(typed) ?? []
  return { words: page ? (before ?? '').trim() : typed, page: Math.max(1, Number(page ?? 1)) }
}
