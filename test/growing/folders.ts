import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { runCommand } from '../run-command.ts'

export const MAIN = fileURLToPath(new URL('../../src/bin.js', import.meta.url))
export const FIXTURE = fileURLToPath(new URL('../fixtures/knowledge', import.meta.url))

export function emptyFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'hansa-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function hansa(folder: string, args: readonly string[], also: Readonly<Record<string, string>> = {}) {
  return runCommand(args, { env: { HANSA_KNOWLEDGE: folder, ...also } })
}

/** Puts the folder under git as it is, and gives what runs git in it. */
export function underGit(folder: string): (...args: string[]) => string {
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' })
  git('init', '--quiet')
  git('config', 'user.email', 'curator@example.org')
  git('config', 'user.name', 'A curator')
  git('add', '.')
  git('commit', '--quiet', '-m', 'Begin')
  return git
}

/** A file to take in, outside of the folder. */
export function fileWith(t: TestContext, name: string, content: string | Uint8Array): string {
  const path = join(emptyFolder(t), name)
  writeFileSync(path, content)
  return path
}

export function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}

/** Every file that people see, by its path. */
export function allOf(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('.'))
    .sort()
  return new Map(paths.map((path) => [path, read(folder, path)]))
}
