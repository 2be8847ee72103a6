import { count } from '../answer/in-words.ts'
import { packInWords } from '../answers/coverage.ts'
import type { Knowledge, PackHeld } from '../knowledge/records.ts'
import { AREA_KINDS, type AreaCoverage, coverageInWords } from '../library/coverage.ts'
import { fold } from '../search/words/fold.ts'
import { parseArguments, Refusal, settingsOrRefuse, Usage } from '../serve/arguments.ts'
import { coverageDrawing, heldByArea } from '../serve/folder/coverage.ts'
import { openKnowledge } from '../serve/folder/folder.ts'

export const help = `npx hansa coverage             what is held of each nation, region and combined authority
npx hansa coverage "West Midlands"   of one, with the names of council areas where nobody has looked
npx hansa coverage --map FILE        also draws it, a mark a council area: .png or .svg

  --json   the same as JSON, with all names`

/** What is held, how old, from how many sources, where they differ, and where nobody has looked. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments('coverage', args, {
    json: { type: 'boolean', default: false },
    map: { type: 'string' },
  })
  const { map } = values
  if (map !== undefined && !/\.(png|svg)$/i.test(map))
    throw new Usage('coverage: say where to draw the map: --map coverage.png, or coverage.svg.')
  const knowledge = await openKnowledge(settingsOrRefuse())
  const all = heldByArea(knowledge)
  const asked = positionals.join(' ')
  const shown = asked === '' ? all : all.filter(({ id, name }) => id === asked || fold(name) === fold(asked))
  if (shown.length === 0)
    throw new Usage(
      `coverage: “${asked}” is no nation, region or combined authority of the UK. Without a name, all of them are shown.`,
    )
  if (values.json)
    process.stdout.write(`${JSON.stringify({ areas: shown, packs: knowledge.packs }, null, 2)}\n`)
  else process.stdout.write(asked === '' ? coverageTable(all, knowledge.packs) : shown.map(inFull).join('\n'))
  return map === undefined ? 0 : drawn(knowledge, map)
}

async function drawn(knowledge: Knowledge, file: string): Promise<number> {
  const { drawCoverage } = await import('../map/draw-coverage.ts')
  const { writePicture } = await import('../serve/maps/write-map.ts')
  const drawing = coverageDrawing(knowledge)
  const { alt } = await writePicture((atlas) => drawCoverage(drawing, atlas), file).catch((error) => {
    throw new Refusal(
      `coverage: ${file} cannot be written (${error.code ?? error.message}): choose another --map.`,
    )
  })
  process.stderr.write(`${alt}\nWrote ${file}.\n`)
  return 0
}

const COLUMNS = ['held of', 'links', 'sources', 'evidence', 'differ', 'old'] as const

/** What is held by area, then whose words are among it. */
export function coverageTable(all: readonly AreaCoverage[], packs: readonly PackHeld[]): string {
  const width = Math.max(...all.map(({ name }) => name.length)) + 2
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(width)}${cells.map((cell, at) => cell.padStart(at === 3 ? 12 : 9)).join('')}`.trimEnd()
  const parts = AREA_KINDS.map((kind) => {
    const rows = all.filter((area) => area.kind === kind).map((area) => line(area.name, cellsOf(area)))
    return [line(`By ${kind}`, COLUMNS), ...rows].join('\n')
  })
  const unseen = all.filter(({ kind, unseen }) => kind === 'nation' && unseen.length > 0)
  const nobody = unseen.map(({ name, unseen }) => `${name}: ${count(unseen.length, 'council area')}`)
  const where = nobody.length > 0 ? nobody.join('; ') : 'no council area'
  const looked = `Nobody has looked yet in ${where}. "npx hansa coverage ${unseen[0]?.name ?? 'England'}" names them.`
  return `${[...parts, looked, ...packs.map(packInWords)].join('\n\n')}\n`
}

function cellsOf({ councils, held, links, sources, oldest, newest, differ, old }: AreaCoverage) {
  const years = oldest && newest ? `${oldest.slice(0, 4)}–${newest.slice(0, 4)}` : '–'
  const numbers = [links, sources].map((number) => number.toLocaleString('en-GB'))
  return [`${held}/${councils}`, ...numbers, years, String(differ), String(old)]
}

function inFull(area: AreaCoverage): string {
  const { searched, unseen, checked } = area
  return [
    coverageInWords(area),
    ...(checked ? [`Last compared with a source on ${checked}.`] : []),
    ...(searched.length > 0 ? [`Somebody looked and found none: ${searched.join(', ')}.`] : []),
    unseen.length > 0 ? `Nobody has looked: ${unseen.join(', ')}.` : 'Every council area has been looked at.',
    '',
  ].join('\n')
}
