import { readFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { fileURLToPath } from 'node:url'

/**
 * Which files of src/ run while one question is answered, warm, through the pretend workspace: V8's precise coverage
 * counts the functions that were called. `node bench/structure/files-on-the-way.ts "/twins Leeds"`
 */
const [line = '/twins Leeds'] = process.argv.slice(2)

const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })

// Loaded now, so that coverage sees what they load.
const { createWorkspace } = await import('../../src/chat/web/workspace/workspace.ts')
const { slackApp } = await import('../../src/chat/slack/transport/slack-app.ts')
const { createDesk } = await import('../../src/answers/desk.ts')
const { realFolder } = await import('../../test/real-folder.ts')

const workspace = createWorkspace()
const { id: channel } = workspace.addChannel('policy', { people: ['U1'] })
const quiet = () => undefined
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
const { receiver, authorize, clientOptions } = workspace

// A desk keeps its answers for the day: on the next one they are made anew.
let today = '2026-11-24'
const desk = createDesk(realFolder().library, () => today)
slackApp({ desk, log, receiver, authorize, clientOptions })

const SRC = new URL('../../src/', import.meta.url).href

await filesRun()
today = '2026-11-25'
report('made anew', await filesRun())
report('asked again', await filesRun())

type FileRun = { readonly file: string; readonly lines: number; readonly run: number }

/** Each file with its lines, and those of them that stand in functions that were called. */
async function filesRun(): Promise<readonly FileRun[]> {
  await session.post('Profiler.takePreciseCoverage')
  await workspace.command('U1', channel, line)
  const { result } = await session.post('Profiler.takePreciseCoverage')
  return result
    .filter(({ url }) => url.startsWith(SRC) && !url.includes('/chat/web/'))
    .map(({ url, functions }) => {
      const path = fileURLToPath(url)
      const text = readFileSync(path, 'utf8')
      const called = functions.flatMap(({ ranges }) => ranges).filter(({ count }) => count > 0)
      const lines = new Set(
        called.flatMap(({ startOffset, endOffset }) => linesOf(text, startOffset, endOffset)),
      )
      return {
        file: path.slice(fileURLToPath(SRC).length),
        lines: text.split('\n').length - 1,
        run: lines.size,
      }
    })
    .filter(({ run }) => run > 0)
    .sort((a, b) => a.file.localeCompare(b.file, 'en'))
}

function linesOf(text: string, start: number, end: number): readonly number[] {
  const first = text.slice(0, start).split('\n').length
  return Array.from({ length: text.slice(start, end).split('\n').length }, (_, at) => first + at)
}

function report(how: string, files: readonly FileRun[]): void {
  const sum = (field: 'lines' | 'run') => files.reduce((total, each) => total + each[field], 0)
  console.log(`${files.length} files run for ${line}, ${how}; ${sum('run')} of their ${sum('lines')} lines:`)
  for (const { file, lines, run } of files)
    console.log(`${String(run).padStart(5)} of ${String(lines).padStart(4)}  ${file}`)
  console.log()
}
