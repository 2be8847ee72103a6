import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { REAL_FOLDER } from '../real-folder.ts'

const MAIN = fileURLToPath(new URL('../../src/bin.js', import.meta.url))

/** The command as one types it, asking the folder of the tests. */
export function hansa(
  args: readonly string[],
  input = '',
  env: Readonly<Record<string, string>> = {},
  cwd?: string,
) {
  return spawnSync(process.execPath, [MAIN, ...args], {
    input,
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HANSA_KNOWLEDGE: REAL_FOLDER, ...env },
  })
}
