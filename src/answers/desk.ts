import type { Answer, CommandInfo, Day, Desk } from '../answer/answer.ts'
import { type Existing, NO_AREAS } from '../library/coverage.ts'
import type { Library } from '../library/library.ts'
import { linksOf } from '../library/link.ts'
import { spokenIn } from '../library/records-about-place.ts'
import { answersAlone, commandsOf } from '../question/commands.ts'
import { complete } from '../question/complete.ts'
import { themesOf } from '../question/grammar/folder-words.ts'
import { interpret as interpretWords } from '../question/interpret.ts'
import type { Query } from '../question/query.ts'
import { talkReader } from '../question/talk.ts'
import { lasting, lastingInParts, remembered } from '../search/lazily.ts'
import type { AnswerContext } from './answer-context.ts'
import { onCouncil } from './council.ts'
import { onCouncils } from './council-list.ts'
import { onCoverage } from './coverage.ts'
import { onTalk } from './hansa.ts'
import { elsewhere, noSuchCommand } from './help.ts'
import { linksUsage, onPlaces } from './links.ts'
import { questionThatWorks } from './parts/follow-ups.ts'
import { playedNoPart } from './parts/holds-nothing.ts'
import { onReference, referenceUsage } from './reference.ts'
import { onReport } from './report.ts'
import { onReports } from './report-list.ts'
import { onStatements, placesInWords, statementsUsage } from './statements.ts'
import { whichPlace } from './unresolved-place.ts'

type DeskOptions = {
  interpret?: typeof interpretWords
  /** What there is to be looked at in the UK; asked for when somebody wants to know where nobody has looked. */
  exists?: () => Existing
}

/**
 * Answers that are kept, the last ones asked for, weighed in statements: one takes about 1.4 kB with what a platform makes of it, and
 * an answer as much as six beside its own. So they take some 8 MB, and hold several hundred places.
 */
const ANSWERS = 6000
const weightOf = (answer: Answer) => 6 + answer.groups.reduce((sum, { findings }) => sum + findings.length, 0)

/** Where every front end brings its questions. `today` is asked anew for each, for what is overdue. */
export function createDesk(
  library: Library,
  today: () => Day,
  { interpret = interpretWords, exists = () => NO_AREAS }: DeskOptions = {},
): Desk {
  const { knowledge } = library
  const links = linksOf(knowledge)
  const spoken = lastingInParts(() => spokenIn(knowledge))
  const works = lasting(() => questionThatWorks(library))
  const commands = commandsOf(knowledge)
  const asked = commands.filter(answersAlone)
  const talk = talkReader(knowledge)
  const reading = { library, links, spoken, commands, talk, themes: themesOf(knowledge.themes) }
  // A press asks again what was just asked, and many ask the same at once.
  const answer = remembered(
    (typed: string, day: Day): Answer => {
      const query = interpret(typed, { ...reading, today: day })
      const finding = (id: string) => library.finding(id, day)
      const context = { knowledge, links, finding, spoken, questionThatWorks: works, exists, today: day }
      return { ...withPassedOver(answerTo(query, asked, context), query), query: understoodOf(query) }
    },
    ANSWERS,
    weightOf,
  )
  return {
    answer: (typed) => answer(typed, today()),
    commands: () => asked,
    suggest: (typed, k) => complete(typed, k, asked, library),
  }
}

function answerTo(query: Query, commands: readonly CommandInfo[], context: AnswerContext): Answer {
  const { intent, ask } = query
  switch (intent.is) {
    case 'links':
    case 'choice':
    case 'not held':
    case 'not understood':
      return onPlaces(intent, context)
    case 'which place':
      return whichPlace(intent, context)
    case 'places':
      return placesInWords(intent, context)
    case 'becomes':
      return onCouncil(intent, context)
    case 'councils':
      return onCouncils(intent, context)
    case 'statements':
      return onStatements(intent, context)
    case 'report':
      return onReport(intent, context)
    case 'reports':
      return onReports(intent, context)
    case 'reference':
      return onReference(intent, context)
    case 'hansa':
      return intent.area ? onCoverage(intent.area, context) : onTalk(intent.about, context)
    case 'usage':
      return USAGE[intent.of](context)
    case 'channel':
      return elsewhere(intent)
    case 'no such command':
      return noSuchCommand(intent, ask, commands)
  }
}

/** How words were read, and which played no part in choosing the links that are shown. */
function withPassedOver(answer: Answer, { intent, unused, corrected }: Query): Answer {
  const passed = intent.is === 'links' ? playedNoPart(unused) : undefined
  const lead = [
    ...corrected.map(({ typed, read }) => `Read as “${read}” (you wrote “${typed}”).`),
    ...(passed ?? []),
  ]
  return lead.length > 0 ? { ...answer, lead: [...lead, ...(answer.lead ?? [])] } : answer
}

const USAGE = { twins: linksUsage, ask: statementsUsage, cite: referenceUsage }

function understoodOf({ ask, intent, readings, unused }: Query): Answer['query'] {
  const channel = intent.is === 'channel' ? { command: intent.command, words: intent.words } : undefined
  return { ask, intent: intent.is, readings, unused, ...(channel && { channel }) }
}
