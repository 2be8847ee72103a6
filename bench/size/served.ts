import { monitorEventLoopDelay } from 'node:perf_hooks'
import { readSettings } from '../../src/serve/settings.ts'

// A server in a process of its own. It says what it cost to come up, and at each word from outside what its loop went through.
const settings = readSettings(process.env)
if ('missing' in settings) throw new Error(settings.missing.join(' '))
const { serve } = await import('../../src/serve/serve.ts')
const serving = await serve({ ...settings, port: 0 })
const { user, system } = process.cpuUsage()
process.send?.({ cpu: (user + system) / 1000, rss: process.memoryUsage().rss / 1e6 })

const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
process.on('message', async (word) => {
  if (word === 'begin') delay.reset()
  if (word === 'pause') process.send?.({ pause: delay.max / 1e6, rss: process.memoryUsage().rss / 1e6 })
  if (word === 'stop') {
    await serving.stop()
    process.exit(0)
  }
})
