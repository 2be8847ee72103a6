import { openKnowledge, today } from '../../src/serve/folder/folder.ts'
import { liveDesk } from '../../src/serve/live-desk.ts'
import { readSettings } from '../../src/serve/settings.ts'
import { chance, pick } from '../search/chance.ts'

// A desk in a process of its own, asked for every place and then ten thousand times. Milliseconds are of this thread's processor time.
const settings = readSettings(process.env)
if ('missing' in settings) throw new Error(settings.missing.join(' '))
const knowledge = await openKnowledge(settings)
const quiet = () => undefined
const live = liveDesk(settings.knowledge ?? '', knowledge, today, {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
})

const timeOf = (question: string) => {
  const before = process.threadCpuUsage()
  live.desk.answer(question)
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
const inOrder = (times: number[]) => times.sort((one, other) => one - other)
const at = (times: readonly number[], part: number) => times[Math.floor((times.length - 1) * part)] ?? 0
// A desk keeps the answers that were wanted last: with other spaces behind it a question is read anew.
let spaces = 0
const anew = (question: string) => timeOf(question + ' '.repeat(++spaces))
const repeated = (question: string) => at(inOrder(Array.from({ length: 25 }, () => anew(question))), 0.5)

const linked = new Set(knowledge.assertions.flatMap(({ place, twin }) => [place, twin]))
const names = [...linked].map((id) => knowledge.places.get(id)?.name ?? '')
for (const name of names.slice(0, 50)) timeOf(`twins ${name}`)
const each = inOrder(names.map((name) => timeOf(`twins ${name}`)))
const [england, yorkshire] = [repeated('twins England'), repeated('twins Yorkshire')]

const random = chance(1)
const asked = [
  () => `twins ${pick(names, random)}`,
  () => `${pick(names, random).slice(1)}`,
  () => `${pick(names, random)} and ${pick(names, random)}`,
  () =>
    pick([...knowledge.claims], random)
      .says.split(' ')
      .slice(0, 4)
      .join(' '),
]
const rss: number[] = []
for (let many = 0; many < 10_000; many++) {
  if (many % 1000 === 0) {
    await new Promise(setImmediate)
    rss.push(process.memoryUsage().rss / 1e6)
  }
  live.desk.answer(pick(asked, random)() + ' '.repeat(many % 100))
}
live.close()
process.send?.({
  p50: at(each, 0.5),
  p99: at(each, 0.99),
  england,
  yorkshire,
  rss: process.memoryUsage().rss / 1e6,
  rssEarlier: rss[5],
})
