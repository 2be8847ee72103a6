import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { REAL_FOLDER } from '../real-folder.ts'
import { runCommand } from '../run-command.ts'

const MAIN = fileURLToPath(new URL('../../src/bin.js', import.meta.url))

/** The command as one types it, asking the folder of the tests. */
export function hansa(
  args: readonly string[],
  input = '',
  env: Readonly<Record<string, string>> = {},
  cwd?: string,
) {
  return runCommand(args, { input, env: { HANSA_KNOWLEDGE: REAL_FOLDER, ...env }, ...(cwd && { cwd }) })
}

/** The same as a process of its own: for what serves, and for what is about the process. */
export function hansaApart(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return spawnSync(process.execPath, [MAIN, ...args], {
    input: '',
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HANSA_KNOWLEDGE: REAL_FOLDER, ...env },
  })
}
