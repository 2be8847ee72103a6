import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'

/** An SVG picture as PNG, `scale` pixels for each of its own. The font is Noto Sans (OFL), from npm: none of the machine's. */
export function toPng(svg: string, scale = 2): Uint8Array {
  const font = {
    loadSystemFonts: false,
    fontFiles: ['Regular', 'SemiBold'].map((weight) => join(fonts(), `NotoSans-${weight}.ttf`)),
    defaultFontFamily: 'Noto Sans',
    sansSerifFamily: 'Noto Sans',
  }
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: scale } }).render().asPng()
}

function fonts(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-latin')), '../..', 'fonts')
}
