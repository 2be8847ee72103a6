import { readSettings } from '../../src/serve/settings.ts'

// A server in a process of its own. It says what it cost to come up, and at each word from outside what its loop went through.
const settings = readSettings(process.env)
if ('missing' in settings) throw new Error(settings.missing.join(' '))
const { serve } = await import('../../src/serve/serve.ts')
const serving = await serve({ ...settings, port: 0 })
const { user, system } = process.cpuUsage()
process.send?.({ cpu: (user + system) / 1000, rss: process.memoryUsage().rss / 1e6 })

// Between two turns of the loop: how long this thread kept at one thing. What other programs took of the machine is no part of it.
const used = () => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
let [last, longest] = [used(), 0]
setInterval(() => {
  const now = used()
  longest = Math.max(longest, now - last)
  last = now
}, 2)
process.on('message', async (word) => {
  if (word === 'begin') longest = 0
  if (word === 'pause') process.send?.({ pause: longest })
  if (word === 'stop') {
    await serving.stop()
    process.exit(0)
  }
})
