import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { config } from 'dotenv'
import { readSettings, type Settings, type Sound, soundSettings } from './settings.ts'

/** The words and options after a command. What does not fit is one sentence. */
export function parseArguments<const T extends ParseArgsOptionsConfig>(
  command: string,
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    // Node goes on to tell how a word could begin with a dash.
    const [says = ''] = (error as Error).message.split('. ')
    throw new Usage(`${command}: ${says.replace(/\.$/, '')}.`)
  }
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
