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
const { realFolder } = await import('../../test/real-folder.ts')

const workspace = createWorkspace()
const { id: channel } = workspace.addChannel('policy', { people: ['U1'] })
const quiet = () => undefined
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
const { receiver, authorize, clientOptions } = workspace
slackApp({ desk: realFolder().desk, log, receiver, authorize, clientOptions })

// A desk keeps its last answers: after so many others one is made anew.
const others = Array.from({ length: 60 }, (_, at) => `${line} since ${1940 + at}`)
const SRC = new URL('../../src/', import.meta.url).href

for (const warm of [line, ...others, line, ...others]) await workspace.command('U1', channel, warm)
report('made anew', await filesRun())
report('asked again', await filesRun())

async function filesRun(): Promise<readonly string[]> {
  await session.post('Profiler.takePreciseCoverage')
  await workspace.command('U1', channel, line)
  const { result } = await session.post('Profiler.takePreciseCoverage')
  return result
    .filter(({ url }) => url.startsWith(SRC) && !url.includes('/chat/web/'))
    .filter(({ functions }) => functions.some(({ ranges }) => ranges.some(({ count }) => count > 0)))
    .map(({ url }) => fileURLToPath(url).slice(fileURLToPath(SRC).length))
    .sort()
}

function report(how: string, files: readonly string[]): void {
  console.log(`${files.length} files run for ${line}, ${how}:\n${files.join('\n')}\n`)
}
