import module from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import type { Drawing, MapLink } from '../../src/map/drawing.ts'
import { mapOf } from '../../src/map/map-of.ts'
import { settingsOrRefuse } from '../../src/serve/arguments.ts'
import { openKnowledge, today } from '../../src/serve/folder/folder.ts'
import { type MapProcess, mapProcess } from '../../src/serve/maps/map-process.ts'
import { childrenOf, threadTime } from './process.ts'

/**
 * What a map costs where it is served: `npx node bench/serve/draw-maps.ts`, places as arguments. Seconds of a processor in the
 * process that draws, for the first map with its start (the least of three starts) and for the next ones (the least of three),
 * and bytes. Exit 1 when one of them takes more than a second, or a picture more than a megabyte.
 */
const places = process.argv.slice(2)
module.enableCompileCache(join(tmpdir(), 'hansa-bench'))
const knowledge = await openKnowledge(settingsOrRefuse())
const desk = createDesk(buildLibrary(knowledge), today)
const drawings = (
  places.length > 0 ? places : ['England', 'Yorkshire', 'Germany', 'Leeds', 'United Kingdom']
).map((place): [string, Drawing | undefined] => [place, mapOf(desk.answer(`twins ${place}`), knowledge)])
const [, most] = drawings[0] ?? []
if (most) drawings.push(['2,500 made up', { title: 'Made up', links: madeUp(most.links, 2500) }])

let kept = true
for (const [name, drawing] of drawings) {
  if (!drawing) continue
  const started = [await afresh(drawing), await afresh(drawing)]
  const drawer = mapProcess()
  const first = await drawn(drawer, drawing, 'png')
  const next = [
    await drawn(drawer, drawing, 'png'),
    await drawn(drawer, drawing, 'png'),
    await drawn(drawer, drawing, 'png'),
  ]
  const svg = await drawn(drawer, drawing, 'svg')
  await ended(drawer)
  const seconds = Math.min(...next.map((one) => one.seconds))
  const withStart = Math.min(first.seconds, ...started.map((one) => one.seconds))
  kept &&= seconds <= 1 && withStart <= 1 && first.bytes.length <= 1e6 && svg.bytes.length <= 1e6
  console.log(
    `${name}: ${drawing.links.length} links, ${seconds.toFixed(2)} s, the first with the start ${withStart.toFixed(2)} s; PNG ${kilobytes(first)} (${pixels(first)}), SVG ${svg.seconds.toFixed(2)} s, ${kilobytes(svg)}`,
  )
}
process.exitCode = kept ? 0 : 1

/** The first map of a process, which ends with it. */
async function afresh(drawing: Drawing): Promise<Costs> {
  const drawer = mapProcess()
  const first = await drawn(drawer, drawing, 'png')
  await ended(drawer)
  return first
}

async function ended(drawer: MapProcess): Promise<void> {
  drawer.stop()
  while (childrenOf(process.pid).length > 0) await wait(20)
}

type Costs = { seconds: number; bytes: Buffer }

async function drawn(drawer: MapProcess, drawing: Drawing, as: 'png' | 'svg'): Promise<Costs> {
  const before = worked()
  const { bytes } = await drawer.draw({ drawing: { ...drawing, width: 640 }, as })
  return { seconds: (worked() - before) / 1000, bytes: Buffer.from(bytes) }
}

/** Milliseconds that the process which draws has worked: it has one thread, and none is there before the first map. */
function worked(): number {
  return childrenOf(process.pid).reduce((sum, child) => sum + threadTime(child), 0)
}

function kilobytes({ bytes }: Costs): string {
  return `${Math.round(bytes.length / 1000)} kB`
}

function pixels({ bytes }: Costs): string {
  return `${bytes.readUInt32BE(16)} × ${bytes.readUInt32BE(20)}`
}

/** As many links, each with a partner of its own, moved about by half a degree. */
function madeUp(links: readonly MapLink[], count: number): MapLink[] {
  return Array.from({ length: count }, (_, at) => {
    const { from } = links[(at * 7) % links.length] as MapLink
    const link = links[(at * 31) % links.length] as MapLink
    const { name, lat, lon } = link.to
    const to = {
      ...link.to,
      name: `${name} ${at}`,
      lat: lat + (at % 11) / 11 - 0.5,
      lon: lon + (at % 13) / 13 - 0.5,
    }
    return { ...link, from, to }
  })
}
