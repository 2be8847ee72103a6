#!/usr/bin/env node
import module from 'node:module'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

// Plain JavaScript: an older Node can read this file and say what is missing.
if (major > 24 || (major === 24 && minor >= 16)) {
  // Keeps the stripped and compiled code between runs: an answer in the terminal starts a third of a second sooner.
  module.enableCompileCache()
  await import('./main.ts')
} else {
  process.stderr.write(
    `Hansa needs Node 24.16 or newer, and this is ${process.versions.node}. ` +
      'Run "npm ci" in its folder and start it with "npx hansa" or "npm start": that brings the right one along.\n',
  )
  process.exitCode = 1
}
