/** How long one answer takes inside the process, over every name we hold, the golden questions and words of claims. */
import { performance } from 'node:perf_hooks'
import { realFolder } from '../../test/real-folder.ts'

const started = performance.now()
const { knowledge, desk } = realFolder()
const built = performance.now() - started

const questions = [
  ...[...knowledge.places.values()]
    .flatMap(({ name, also }) => [name, ...also])
    .map((name) => `twins ${name}`),
  ...[...knowledge.areas.values()].map(({ name }) => `twins ${name} Germany`),
  ...knowledge.claims.map(({ says }) => `ask ${says}`),
  ...knowledge.reports.flatMap(({ command, findings }) => findings.map(({ title }) => `${command} ${title}`)),
  ...knowledge.exists.slice(0, 2000).map(({ name }) => `twins ${mistyped(name)}`),
]

const times = questions.map((question) => {
  const before = performance.now()
  desk.answer(question)
  return performance.now() - before
})
times.sort((a, b) => a - b)

console.log(`folder read and library built: ${built.toFixed(0)} ms`)
console.log(`${times.length} answers: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms`)

function at(share: number): string {
  return (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2)
}

/** Two neighbouring letters swapped, as fingers do. */
function mistyped(name: string): string {
  const middle = Math.floor(name.length / 2)
  return name.slice(0, middle - 1) + name.charAt(middle) + name.charAt(middle - 1) + name.slice(middle + 1)
}
