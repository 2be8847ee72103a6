import { createDesk } from '../answers/desk.ts'
import { buildLibrary } from '../library/library.ts'
import { mapOf } from '../map/map-of.ts'
import { parseArguments, Refusal, settingsOrRefuse, Usage } from '../serve/arguments.ts'
import { openKnowledge, today } from '../serve/folder/folder.ts'

export const help = `npx hansa map Leeds --out leeds.png   draws a place’s links, and says the same in words

  --out FILE      .png or .svg
  --width PIXELS  from 320 to 9999, drawn twice as sharp for print; without it 800, and small enough to mail
  --dark          in colours for a dark page`

/** Draws what `twins PLACE` answers, and prints the same in words. */
export async function run(args: readonly string[]): Promise<number> {
  const { place, out, width, dark } = options(args)
  const knowledge = await openKnowledge(settingsOrRefuse())
  const answer = createDesk(buildLibrary(knowledge), today).answer(`twins ${place}`)
  const drawing = mapOf(answer, knowledge)
  if (!drawing) throw new Refusal(`There is nothing to draw: ${answer.heading}.`)
  const { PAPER_PIXELS, writeMap } = await import('../serve/maps/write-map.ts')
  const { alt } = await writeMap(
    { ...drawing, ...(width && { width }), theme: dark ? 'dark' : 'light' },
    out,
    width ? { most: PAPER_PIXELS } : {},
  ).catch((error) => {
    throw new Refusal(`map: ${out} cannot be written (${error.code ?? error.message}): choose another --out.`)
  })
  process.stdout.write(`${alt}\nWrote ${out}.\n`)
  return 0
}

function options(args: readonly string[]): {
  place: string
  out: string
  width: number | undefined
  dark: boolean
} {
  const { values, positionals } = parseArguments('map', args, {
    out: { type: 'string', default: '' },
    width: { type: 'string' },
    dark: { type: 'boolean', default: false },
  })
  const { out, width, dark } = values
  if (positionals.length === 0) throw new Usage('map: name a place, like Leeds.')
  if (/\.pdf$/i.test(out)) {
    throw new Usage(
      'map: maps are written as .png or .svg, and not as .pdf; Word takes either, and a browser prints an .svg as PDF.',
    )
  }
  if (!/\.(png|svg)$/i.test(out)) {
    throw new Usage('map: say where to write it: --out leeds.png, or leeds.svg.')
  }
  if (width !== undefined && (!/^\d{3,4}$/.test(width) || Number(width) < 320)) {
    throw new Usage('map: --width is in pixels, from 320 to 9999.')
  }
  return { place: positionals.join(' '), out, width: width === undefined ? undefined : Number(width), dark }
}
