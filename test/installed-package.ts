import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { LIMIT } from './until.ts'

/*
 * The package as others get it, without a network: packed from a copy of this folder, unpacked into an empty one, and
 * beside it links to the packages that the lockfile has for production. It shows that Hansa itself needs nothing else;
 * that npm finds those packages, it does not show.
 */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const TEMP = mkdtempSync(join(tmpdir(), 'hansa-package-'))
const ENV: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
}
after(() => rmSync(TEMP, { recursive: true, force: true }))

const MADE = pack()
export const { files } = MADE
export const HOME = install('home')
export const PACKED = json(join(HOME, 'node_modules/hansa/package.json'))

function pack(): { tarball: string; files: readonly string[] } {
  const copy = join(TEMP, 'copy')
  const isCopied = (path: string) =>
    !/^(node_modules|\.git|dist|data|bench|test|docs)$/.test(path.slice(ROOT.length))
  cpSync(ROOT, copy, { recursive: true, filter: isCopied })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
  const args = ['pack', '--json', '--silent', '--offline', '--pack-destination', TEMP]
  const said = execFileSync('npm', args, {
    cwd: copy,
    env: ENV,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  const [{ filename, files }] = JSON.parse(said)
  return { tarball: join(TEMP, filename), files: files.map(({ path }: { path: string }) => path) }
}

/** A folder that has the package and the packages it asks for, or some of them. */
export function install(name: string, isWanted: (name: string) => boolean = () => true): string {
  const home = join(TEMP, name)
  const modules = join(home, 'node_modules')
  mkdirSync(join(modules, 'hansa'), { recursive: true })
  execFileSync('tar', ['-xzf', MADE.tarball, '-C', join(modules, 'hansa'), '--strip-components=1'])
  for (const [path, { dev }] of Object.entries<{ dev?: boolean }>(
    json(join(ROOT, 'package-lock.json')).packages,
  )) {
    const [, one] = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? []
    // What the lockfile has for other machines is not here.
    if (!one || dev || !isWanted(one) || !existsSync(join(ROOT, path))) continue
    mkdirSync(dirname(join(modules, one)), { recursive: true })
    symlinkSync(join(ROOT, path), join(modules, one), 'junction')
  }
  mkdirSync(join(modules, '.bin'))
  symlinkSync(
    join('..', 'hansa', json(join(modules, 'hansa/package.json')).bin.hansa),
    join(modules, '.bin/hansa'),
  )
  writeFileSync(join(home, 'package.json'), '{ "name": "home", "private": true, "type": "module" }\n')
  return home
}

export function hansa(
  args: readonly string[],
  home = HOME,
  options: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
) {
  return run(
    process.execPath,
    [...options, join(home, 'node_modules/hansa', PACKED.bin.hansa), ...args],
    home,
    settings,
  )
}

/** In the folder, with these settings and none of whoever runs the tests. */
export function run(
  program: string,
  args: readonly string[],
  cwd = HOME,
  settings: Readonly<Record<string, string>> = {},
) {
  const { PATH, HOME: user, TMPDIR } = ENV
  return spawnSync(program, args, {
    cwd,
    env: { PATH, HOME: user, TMPDIR, ...settings },
    encoding: 'utf8',
    timeout: LIMIT,
  })
}

export function packed(file: string): string {
  return readFileSync(join(HOME, 'node_modules/hansa', file), 'utf8')
}

// biome-ignore lint/suspicious/noExplicitAny: what stands in a package.json is looked at, not relied on.
function json(path: string): any {
  return JSON.parse(readFileSync(path, 'utf8'))
}
