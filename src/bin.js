#!/usr/bin/env node
import { existsSync } from 'node:fs'
import module from 'node:module'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
// The repository runs as it is written; the package holds what was made of it.
const isRepository = existsSync(new URL('./main.ts', import.meta.url))

// Plain JavaScript: an older Node can read this file and say what is missing.
if (major > 24 || (major === 24 && minor >= 16)) {
  // Keeps the stripped and compiled code between runs: an answer in the terminal starts a third of a second sooner.
  module.enableCompileCache()
  const { main } = await import(isRepository ? './main.ts' : '../dist/main.js')
  // `npx hansa doctor | head -1` is no error.
  process.stdout.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  process.exitCode = await main(process.argv.slice(2))
} else {
  const remedy = isRepository
    ? 'Run "npm ci" in its folder and start it with "npx hansa" or "npm start": that brings the right one along. ' +
      'Without development packages ("npm ci --omit=dev"), install the newer Node first.'
    : 'Install a newer one (https://nodejs.org, or a version manager), and run this again.'
  process.stderr.write(`Hansa needs Node 24.16 or newer, and this is ${process.versions.node}. ${remedy}\n`)
  process.exitCode = 1
}
