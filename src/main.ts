import { edits, slipsAllowedIn } from './search/words/edits.ts'
import { Refusal, Usage } from './serve/arguments.ts'

/** Exit code: 0 done or found, 1 anything else, 2 the words on the command line were off. */
type Run = (args: readonly string[]) => Promise<number>

/** `help` says its forms and options; without it the line of the list does. */
type Command = { run: Run; help?: string }

/** Loaded when asked for: an answer in the terminal does not wait for Slack's library. */
const COMMANDS: Readonly<Record<string, { does: string; load: () => Promise<Command> }>> = {
  start: {
    does: 'serves Slack; without Slack settings, a playground in the browser',
    load: () => import('./cli/start.ts'),
  },
  ask: {
    does: '"/twins Leeds" [--full] [--out FILE]: prints the answer, or writes it',
    load: () => import('./cli/ask.ts'),
  },
  check: {
    does: '[folder] [--due] [--fix] [--since main]: every problem of a knowledge folder, or what is due for another look',
    load: () => import('./cli/check.ts'),
  },
  add: {
    does: 'twinning|claim|source|place|report|decision|cost|agreement|successor|notice …: adds one record to the folder',
    load: () => import('./cli/add.ts'),
  },
  cite: {
    does: 'ID [--style harvard|apa|bibtex|ris|csl]: prints a reference; --all "twins Leeds": all of an answer',
    load: () => import('./cli/cite.ts'),
  },
  review: {
    does: 'PLACE [--out FILE.docx]: a row a link, and what is known under each heading of a twinning review',
    load: async () => {
      const { review, reviewHelp } = await import('./cli/ask.ts')
      return { run: review, help: reviewHelp }
    },
  },
  map: {
    does: 'PLACE --out FILE.png|.svg [--width 800] [--dark]: draws a place’s links on a map',
    load: () => import('./cli/map.ts'),
  },
  verify: {
    does: '[source ids] [--copies DIR] [--links] [--contact ADDRESS] [--allow-loopback]: whether each quotation stands in its source',
    load: () => import('./cli/verify.ts'),
  },
  digest: {
    does: '[--at 2026-11-30T09:00] [--about …] [--all]: prints that week’s digest; --status: how digests stand',
    load: () => import('./cli/digest.ts'),
  },
  coverage: {
    does: '[AREA] [--json] [--map FILE]: what is held of each nation, region and authority, how old it is, and where nobody has looked',
    load: () => import('./cli/coverage.ts'),
  },
  gaps: { does: 'what nobody could answer, most asked first', load: () => import('./cli/gaps.ts') },
  forget: {
    does: '[--yes] [--dry-run]: forgets these questions, what people thought of answers, reported mistakes and decided proposals',
    load: () => import('./cli/forget.ts'),
  },
  audit: { does: 'who set, changed and shared what', load: () => import('./cli/kept/audit.ts') },
  mistakes: {
    does: 'mistakes people reported in records, and what they thought of answers',
    load: () => import('./cli/mistakes.ts'),
  },
  import: {
    does: 'FILE [--dry-run] [--skip-faulty]: links from CSV, documents from CSL JSON, RIS or BibTeX',
    load: () => import('./cli/import.ts'),
  },
  leads: {
    does: '[PLACE] | fetch [--from FILE]: what public lists name and nobody here has read',
    load: () => import('./cli/growing/leads.ts'),
  },
  receipt: {
    does: '[ID] [--json]: what was shared or posted under that receipt, as it was shown',
    load: () => import('./cli/receipt.ts'),
  },
  proposals: {
    does: '[write [--patch FILE]]: what people propose; writes what is approved into the folder',
    load: () => import('./cli/growing/proposals.ts'),
  },
  approve: {
    does: 'N: lets every running Hansa serve what somebody proposed',
    load: async () => (await import('./cli/growing/proposals.ts')).approve,
  },
  reject: {
    does: 'N --why …: tells the proposer why not',
    load: async () => (await import('./cli/growing/proposals.ts')).reject,
  },
  store: {
    does: 'export|import [file]: moves what the store holds, as JSON lines',
    load: () => import('./cli/store.ts'),
  },
  mcp: {
    does: 'answers an assistant (Model Context Protocol) over standard input and output',
    load: () => import('./cli/mcp.ts'),
  },
  doctor: { does: 'says what is missing before Slack can work', load: () => import('./cli/doctor.ts') },
  'teams-package': {
    does: '--developer NAME --website URL: writes the zip that Teams installs',
    load: () => import('./cli/teams-package.ts'),
  },
  manifest: { does: 'rewrites manifest.yml from the commands', load: () => import('./cli/manifest.ts') },
  schema: {
    does: 'rewrites the JSON Schemas that editors use for knowledge',
    load: () => import('./cli/schema.ts'),
  },
}

/** Does what the words say; the code that the process is to end with. */
export async function main([name, ...args]: readonly string[]): Promise<number> {
  try {
    const isHelp = (word?: string) => word === '--help' || word === '-h'
    if (name === undefined || isHelp(name) || (name === 'help' && args.length === 0)) {
      process.stdout.write(overview())
      return name === undefined ? 2 : 0
    }
    if (name === '--version' || name === '-v') {
      const { version } = (await import('../package.json', { with: { type: 'json' } })).default
      process.stdout.write(`${version}\n`)
      return 0
    }
    const isAsked = name === 'help' || args.some(isHelp)
    const [word = ''] = name === 'help' ? args : [name]
    const command = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined
    if (!command)
      throw new Usage(`There is no command "${word}".${near(word) || asQuestion([word, ...args])}`)
    const { run, help } = await command.load()
    if (!isAsked) return await run(args)
    process.stdout.write(`${help ?? `npx hansa ${word}   ${command.does}`}\n`)
    return 0
  } catch (error) {
    return refused(error, name)
  }
}

/** ` Did you mean "cite"?`; nothing where no command is a slip or two away. */
function near(word: string): string {
  const allowed = slipsAllowedIn(word, 'commands')
  const names = [...Object.keys(COMMANDS), 'help'].filter(
    (name) => (word.length > 1 && name.startsWith(word)) || edits(word, name, allowed) <= allowed,
  )
  const or = new Intl.ListFormat('en-GB', { type: 'disjunction' })
  return names.length > 0 ? ` Did you mean ${or.format(names.map((name) => `"${name}"`))}?` : ''
}

/** Whoever types a question by itself learns where it goes; of what would act in a shell, nothing is said again. */
function asQuestion(words: readonly string[]): string {
  const question = words.join(' ')
  return /^[\p{L}\p{N}’ -]+$/u.test(question)
    ? ` A question goes after "ask": npx hansa ask "${question}".`
    : ''
}

function refused(error: unknown, name = ''): number {
  if (error instanceof Refusal) {
    const about = Object.hasOwn(COMMANDS, name) ? `${name} --help` : 'help'
    const hint = error instanceof Usage ? ` "npx hansa ${about}" shows what there is.` : ''
    process.stderr.write(`${error.message}${hint}\n`)
    return error.exitCode
  }
  throw error
}

function overview(): string {
  const lines = Object.entries(COMMANDS).map(([name, { does }]) => `  npx hansa ${name.padEnd(9)} ${does}`)
  return `Hansa answers policy teams from a folder of knowledge.\n\n${lines.join('\n')}\n`
}
