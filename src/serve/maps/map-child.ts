import module from 'node:module'
import { setPriority } from 'node:os'
import { drawCoverage } from '../../map/draw-coverage.ts'
import { drawMap } from '../../map/draw-map.ts'
import { openAtlas } from '../../map/paint/outlines.ts'
import { toPng } from '../../map/paint/png.ts'
import type { Reply, Task } from './map-process.ts'

// The process that draws maps, one after the other; `map-process.ts` starts it.

const atlas = openAtlas()
/** Given by `--expose-gc`. What a finished map leaves behind is outside the heap, where V8 does not see how much it is. */
const { gc } = globalThis

// Whoever asks in words comes first; but on a machine at its limit the map must still come.
setPriority(5)
// A Ctrl-C reaches the whole group: running answers may still want their map. The parent ends this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit())

process.on('message', (task: Task) => {
  process.send?.(done(task), () => {
    gc?.()
    // It is killed, and could not do so at its end: from its second start on it need not strip types, 12 MB of work.
    module.flushCompileCache()
  })
})

/** Twice its size, for sharp screens, or less where a side would be too long. */
function scaleWithin(side: number, { width, height }: { width: number; height: number }): number {
  return Math.min(2, side / width, side / height)
}

function done({ drawing, as, side = Number.POSITIVE_INFINITY }: Task): Reply {
  try {
    const picture = 'areas' in drawing ? drawCoverage(drawing, atlas) : drawMap(drawing, atlas)
    gc?.()
    const bytes = as === 'png' ? toPng(picture, scaleWithin(side, picture)) : Buffer.from(picture.svg)
    const { width, height } = picture
    return { drawn: { bytes, width, height }, rss: process.memoryUsage.rss() }
  } catch (error) {
    return { wrong: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
