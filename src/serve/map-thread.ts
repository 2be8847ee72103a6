import { parentPort } from 'node:worker_threads'
import { drawMap } from '../map/draw-map.ts'
import type { Drawing } from '../map/drawing.ts'
import { openAtlas } from '../map/paint/outlines.ts'
import { toPng } from '../map/paint/png.ts'

/** What the thread is asked: a drawing to draw, or the picture of one to turn into a PNG. */
export type Asked = { id: number } & ({ draw: Drawing } | { png: string })

const atlas = openAtlas()

parentPort?.on('message', (asked: Asked) => {
  const { id } = asked
  try {
    parentPort?.postMessage({ id, done: 'draw' in asked ? drawMap(asked.draw, atlas) : toPng(asked.png) })
  } catch (error) {
    parentPort?.postMessage({ id, error })
  }
})
