import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import type { Picture } from '../drawing.ts'

/** For each pixel the renderer takes some ten bytes: so many are 13 MB, and nearly always less than `CHAT_BYTES` as PNG. */
const CHAT_PIXELS = 1_300_000
const CHAT_BYTES = 1_000_000

/**
 * A picture as PNG, `scale` pixels for each of its own, or fewer where that would be more than `most` of them; for
 * a chat also where it would be more than a megabyte. The font is Noto Sans (OFL), from npm: none of the machine's.
 */
export function toPng(
  { svg, width, height }: Omit<Picture, 'alt'>,
  scale = 2,
  most = CHAT_PIXELS,
): Uint8Array {
  const font = {
    loadSystemFonts: false,
    fontFiles: ['Regular', 'SemiBold'].map((weight) => join(fonts(), `NotoSans-${weight}.ttf`)),
    defaultFontFamily: 'Noto Sans',
    sansSerifFamily: 'Noto Sans',
  }
  const value = Math.min(scale, zoomTo(most, width, height))
  const png = new Resvg(svg, { font, fitTo: { mode: 'zoom', value } }).render().asPng()
  if (most > CHAT_PIXELS || png.length <= CHAT_BYTES) return png
  return toPng({ svg, width, height }, scale, Math.floor(value ** 2 * width * height * 0.85))
}

/** So much that `width` and `height`, each rounded up, make no more than `most` pixels together. */
function zoomTo(most: number, width: number, height: number): number {
  const [area, round] = [width * height, width + height]
  return (Math.sqrt(round ** 2 + 4 * area * (most - 1)) - round) / (2 * area)
}

function fonts(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-latin')), '..', 'fonts')
}
