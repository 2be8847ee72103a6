import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { planRelease } from './release-plan.ts'

/** `npm run release -- 0.2.0 [--dry-run]`: dates the changelog, commits, tags and packs. It pushes and publishes nothing. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'dry-run': { type: 'boolean', default: false } },
})
const isDry = values['dry-run']
const [version = ''] = positionals
const plan = planRelease({
  version,
  today: new Date().toLocaleDateString('sv-SE'),
  changelog: readFileSync('CHANGELOG.md', 'utf8'),
  tags: output('git', ['tag', '--list']).split('\n'),
})
const changed = output('git', ['status', '--porcelain'])
if ('problem' in plan) refuse(plan.problem)
else if (changed) refuse(`Commit or put aside what is not committed first:\n${changed}`)
else {
  write('CHANGELOG.md', plan.changelog)
  step('npm', ['version', version, '--no-git-tag-version', '--allow-same-version'])
  step('git', ['commit', '--all', '--message', `Release ${version}`])
  step('git', ['tag', '--annotate', `v${version}`, '--message', `Hansa ${version}`])
  // Packing changes nothing: it is tried in a dry run as well.
  execFileSync('npm', ['pack', ...(isDry ? ['--dry-run'] : [])], { stdio: 'inherit' })
  console.log(
    isDry
      ? 'Nothing was changed.'
      : 'Next: docs/releasing.md says how to push the tag and hand the package on.',
  )
}

function write(file: string, text: string): void {
  console.log(`> dates ${file}: ${text.match(/^## .*$/m)?.[0]}`)
  if (!isDry) writeFileSync(file, text)
}

function step(program: string, args: readonly string[]): void {
  console.log(`> ${program} ${args.join(' ')}`)
  if (!isDry) execFileSync(program, args, { stdio: 'inherit' })
}

function output(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8' }).trimEnd()
}

function refuse(problem: string): void {
  console.error(problem)
  process.exitCode = 1
}
