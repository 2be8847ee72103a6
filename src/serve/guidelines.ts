import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The points under “What belongs” in the folder's GUIDELINES.md; none where there is no such file. */
export function whatBelongs(folder: string): readonly string[] {
  const text = read(join(folder, 'GUIDELINES.md'))
  const section = /^## What belongs\n(.*?)(?=^## |$(?![\s\S]))/ms.exec(text)?.[1] ?? ''
  return section
    .split(/^- /m)
    .slice(1)
    .map((point) => point.split('\n\n')[0]?.replaceAll(/\s+/g, ' ').trim() ?? '')
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  } catch {
    return ''
  }
}
