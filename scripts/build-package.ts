import { execFileSync } from 'node:child_process'
import { copyFileSync, globSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Makes `dist/` for the package: Node runs TypeScript everywhere but in `node_modules`. File by file, so that what lies
 * beside a file still does. `npm pack` runs it; nothing in the repository uses `dist/`.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** What is for those who write Hansa, or runs before it. */
const LEFT_OUT = /\.ts$|(^|\/)tsconfig\.json$|^bin\.js$/

rmSync(join(ROOT, 'dist'), { recursive: true, force: true })
// All of the code, and then the types of what others import. `npm test` has checked them.
for (const config of ['tsconfig.build.json', 'tsconfig.types.json']) {
  execFileSync(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '-p', config], {
    cwd: ROOT,
    stdio: 'inherit',
  })
}
const assets = globSync('**/*.*', { cwd: join(ROOT, 'src') }).filter((file) => !LEFT_OUT.test(file))
for (const file of assets) {
  const to = join(ROOT, 'dist', file)
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(join(ROOT, 'src', file), to)
}
