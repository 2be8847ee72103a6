import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { drawMap } from '../../src/map/draw-map.ts'
import { type Drawing, type MapLink, mapOf } from '../../src/map/drawing.ts'
import { openAtlas } from '../../src/map/paint/outlines.ts'
import { toPng } from '../../src/map/paint/png.ts'
import { settingsOrRefuse } from '../../src/serve/arguments.ts'
import { openKnowledge, today } from '../../src/serve/folder/folder.ts'

/**
 * What a map costs: `npx node bench/serve/draw-maps.ts`, places as arguments. Seconds of a processor, the least of three, and
 * bytes. Exit 1 when one takes more than a second or a megabyte.
 */
const places = process.argv.slice(2)
const atlas = openAtlas()
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
  const runs = [1, 2, 3].map(() => once(drawing))
  const least = runs.reduce((a, b) => (a.seconds < b.seconds ? a : b))
  const { seconds, png, svg, pixels } = least
  kept &&= seconds <= 1 && png <= 1e6 && svg <= 1e6
  console.log(
    `${name}: ${drawing.links.length} links, ${seconds.toFixed(2)} s, PNG ${Math.round(png / 1000)} kB (${pixels}), SVG ${Math.round(svg / 1000)} kB`,
  )
}
process.exitCode = kept ? 0 : 1

function once(drawing: Drawing) {
  const start = process.cpuUsage()
  const picture = drawMap({ ...drawing, width: 640 }, atlas)
  const png = Buffer.from(toPng(picture))
  const { user, system } = process.cpuUsage(start)
  const pixels = `${png.readUInt32BE(16)} × ${png.readUInt32BE(20)}`
  return { seconds: (user + system) / 1e6, png: png.length, svg: Buffer.byteLength(picture.svg), pixels }
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
