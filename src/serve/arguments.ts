import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { Usage } from './refusal.ts'

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
