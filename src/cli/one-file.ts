import { Usage } from './refusal.ts'

/** The file a command was given, if any. */
export function oneFile(args: readonly string[], command: string): string | undefined {
  const [file, ...more] = args
  if (more.length > 0 || file?.startsWith('-')) throw new Usage(`${command}: name one file, or none.`)
  return file
}
