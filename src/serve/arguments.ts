import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { config } from 'dotenv'
import { shown } from '../knowledge/file/nearest.ts'
import { readSettings, type Settings, type Sound, soundSettings } from './settings.ts'

/** The words and options after a command. What does not fit is one sentence. */
export function parseArguments<const T extends ParseArgsOptionsConfig>(
  command: string,
  args: readonly string[],
  options: T,
) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, tokens: true })
    const names = parsed.tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []))
    // The first of two would be lost without a word.
    const twice = names.find(
      (name, at) => options[name]?.type === 'string' && !options[name].multiple && names.indexOf(name) < at,
    )
    if (twice) throw new Usage(`${command}: --${twice} is written twice. Leave one of them.`)
    return parsed
  } catch (error) {
    if (error instanceof Usage) throw error
    throw new Usage(`${command}: ${dashed(args, error as Error) ?? clauseOf(error as Error)}`)
  }
}

/** Node goes on to tell how a word could begin with a dash. */
function clauseOf({ message }: Error): string {
  const [says = ''] = message.split('. ')
  return `${says.replace(/\.$/, '')}.`
}

/** `--amount -5`: an option, or what belongs to the one before? */
function dashed(args: readonly string[], { message }: Error): string | undefined {
  const [, option] = /^Option '(?:-\w, )?(--[\w-]+).*' argument is ambiguous/.exec(message) ?? []
  const at =
    option === undefined ? -1 : args.findIndex((one, at) => one === option && args[at + 1]?.startsWith('-'))
  if (at < 0) return undefined
  const [next = ''] = args.slice(at + 1)
  return `after ${option} stands “${shown(next)}”, which begins with a dash. If that belongs to it, write an equals sign between the two and no space; else say what ${option} is.`
}

/** For commands that take none: `forget --help` must not forget. */
export function noArguments(command: string, args: readonly string[]): void {
  if (args.length > 0) throw new Usage(`${command} takes no words and no options (found "${args[0]}").`)
}

/** The file a command was given, if any. */
export function oneFile(command: string, args: readonly string[]): string | undefined {
  const [file, ...more] = args
  if (more.length > 0 || file?.startsWith('-')) throw new Usage(`${command}: name one file, or none.`)
  return file
}

/** Something the person at the terminal can put right. Printed as its sentence, without a stack. */
export class Refusal extends Error {
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** The words on the command line were off. */
export class Usage extends Refusal {
  constructor(message: string) {
    super(message, 2)
  }
}

/** The settings from the environment and `.env`, or one message that names all that is wrong. */
export function settingsOrRefuse(): Settings {
  config({ quiet: true })
  const settings = readSettings(process.env)
  if (!('missing' in settings)) return settings
  throw new Refusal(
    `These settings need a look (environment or .env):\n${settings.missing.map((line) => `  ${line}`).join('\n')}`,
  )
}

/** The settings that can be tried out, and a sentence for each that cannot. */
export function settingsAsTheyAre(): Sound & { missing: readonly string[] } {
  config({ quiet: true })
  const settings = readSettings(process.env)
  return { ...soundSettings(process.env), missing: 'missing' in settings ? settings.missing : [] }
}
