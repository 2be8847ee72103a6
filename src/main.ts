import { Refusal, Usage } from './serve/refusal.ts'

/** Exit code: 0 done or found, 1 anything else, 2 the words on the command line were off. */
type Run = (args: readonly string[]) => Promise<number>

/** Loaded when asked for: an answer in the terminal does not wait for Slack's library. */
const COMMANDS: Readonly<Record<string, { does: string; load: () => Promise<{ run: Run }> }>> = {
  start: {
    does: 'serves Slack; without Slack settings, a playground in the browser',
    load: () => import('./cli/start.ts'),
  },
  ask: { does: '"/twins Leeds": prints the answer', load: () => import('./cli/ask.ts') },
  check: {
    does: '[folder] [--due] [--fix]: every problem of a knowledge folder, or what is due for another look',
    load: () => import('./cli/check.ts'),
  },
  add: {
    does: 'twinning|claim|source|place|report …: adds one record to the folder',
    load: () => import('./cli/add.ts'),
  },
  cite: {
    does: 'ID [--style harvard|apa|bibtex|ris|csl]: prints a reference',
    load: () => import('./cli/cite.ts'),
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
  gaps: { does: 'what nobody could answer, most asked first', load: () => import('./cli/gaps.ts') },
  forget: {
    does: 'forgets these questions, what people thought of answers, and reported mistakes',
    load: () => import('./cli/forget.ts'),
  },
  mistakes: {
    does: 'mistakes people reported in records, and what they thought of answers',
    load: () => import('./cli/mistakes.ts'),
  },
  import: {
    does: 'FILE [--dry-run] [--skip-faulty]: links from CSV, documents from CSL JSON, RIS or BibTeX',
    load: () => import('./cli/import.ts'),
  },
  store: {
    does: 'export|import [file]: moves what the store holds, as JSON lines',
    load: () => import('./cli/store.ts'),
  },
  doctor: { does: 'says what is missing before Slack can work', load: () => import('./cli/doctor.ts') },
  manifest: { does: 'rewrites manifest.yml from the commands', load: () => import('./cli/manifest.ts') },
  schema: {
    does: 'rewrites the JSON Schemas that editors use for knowledge',
    load: () => import('./cli/schema.ts'),
  },
}

process.exitCode = await main(process.argv.slice(2))

async function main([name, ...args]: readonly string[]): Promise<number> {
  try {
    const isHelp = (word?: string) => word === '--help' || word === '-h'
    if (name === undefined || name === 'help' || isHelp(name) || isHelp(args[0])) {
      process.stdout.write(overview())
      return name === undefined ? 2 : 0
    }
    if (name === '--version' || name === '-v') {
      const { version } = (await import('../package.json', { with: { type: 'json' } })).default
      process.stdout.write(`${version}\n`)
      return 0
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (!command) throw new Usage(`There is no command "${name}".`)
    return await (await command.load()).run(args)
  } catch (error) {
    return refused(error)
  }
}

function refused(error: unknown): number {
  if (error instanceof Refusal) {
    const hint = error instanceof Usage ? ' "npx hansa help" shows what there is.' : ''
    process.stderr.write(`${error.message}${hint}\n`)
    return error.exitCode
  }
  throw error
}

function overview(): string {
  const lines = Object.entries(COMMANDS).map(([name, { does }]) => `  npx hansa ${name.padEnd(9)} ${does}`)
  return `Hansa answers policy teams from a folder of knowledge.\n\n${lines.join('\n')}\n`
}
