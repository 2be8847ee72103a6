import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { changedValues } from '../../knowledge/changed-values.ts'
import type { Problem } from '../../knowledge/read.ts'
import { roleOf } from '../../knowledge/role.ts'
import { Refusal } from '../arguments.ts'
import { nameOf } from './folder.ts'
import { filesIn } from './folder-files.ts'

/**
 * What changed under an unchanged source since a commit; nothing where the folder is in no git work tree. Throws a Refusal
 * where `since` is asked for and is no commit.
 */
export function changedSince(folder: string, since?: string): readonly Problem[] {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, ...args], { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 })
  const commit = since ?? 'HEAD'
  let paths: readonly string[]
  try {
    git('rev-parse', '--verify', '--end-of-options', `${commit}^{commit}`)
    paths = git('diff', '--relative', '--name-only', '-z', '--diff-filter=M', commit, '--', '.')
      .toString()
      .split('\0')
      .filter((path) => roleOf(path).is === 'entries')
  } catch {
    if (since === undefined) return []
    throw new Refusal(`check: “${since}” is no commit that git knows of ${folder}.`)
  }
  if (paths.length === 0) return []
  const files = filesIn(folder)
  const now = files.filter(({ path }) => paths.includes(path))
  const before = paths.map((path) => ({ path, bytes: git('show', `${commit}:./${path}`) }))
  const places = files.filter(({ path }) => path.startsWith('places/'))
  return changedValues(before, now, places).map((one) => ({ ...one, file: join(nameOf(folder), one.file) }))
}
