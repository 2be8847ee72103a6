import { count } from '../answer/in-words.ts'
import { AREA_KINDS, type AreaCoverage, coverageInWords, coverageOf } from '../library/coverage.ts'
import { linksOf } from '../library/link.ts'
import { fold } from '../search/words/fold.ts'
import { parseArguments } from '../serve/arguments.ts'
import { today } from '../serve/folder/folder.ts'
import { towns } from '../serve/folder/grow.ts'
import { openKnowledge } from '../serve/folder/open-knowledge.ts'
import { settingsOrRefuse, Usage } from '../serve/refusal.ts'

export const help = `npx hansa coverage             what is held of each nation, region and combined authority
npx hansa coverage "West Midlands"   of one, with the names of council areas where nobody has looked

  --json   the same as JSON, with all names`

/** What is held, how old, from how many sources, where they differ, and where nobody has looked. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments('coverage', args, {
    json: { type: 'boolean', default: false },
  })
  const knowledge = await openKnowledge(settingsOrRefuse())
  const all = coverageOf(knowledge, linksOf(knowledge), towns(), today())
  const asked = positionals.join(' ')
  const shown = asked === '' ? all : all.filter(({ id, name }) => id === asked || fold(name) === fold(asked))
  if (shown.length === 0)
    throw new Usage(
      `coverage: “${asked}” is no nation, region or combined authority of the UK. Without a name, all of them are shown.`,
    )
  if (values.json) process.stdout.write(`${JSON.stringify({ areas: shown }, null, 2)}\n`)
  else process.stdout.write(asked === '' ? table(all) : shown.map(inFull).join('\n'))
  return 0
}

const COLUMNS = ['held of', 'links', 'sources', 'evidence', 'differ', 'old'] as const

function table(all: readonly AreaCoverage[]): string {
  const width = Math.max(...all.map(({ name }) => name.length)) + 2
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(width)}${cells.map((cell, at) => cell.padStart(at === 3 ? 12 : 9)).join('')}`.trimEnd()
  const parts = AREA_KINDS.map((kind) => {
    const rows = all.filter((area) => area.kind === kind).map((area) => line(area.name, cellsOf(area)))
    return [line(`By ${kind}`, COLUMNS), ...rows].join('\n')
  })
  const unseen = all.filter(({ kind, unseen }) => kind === 'nation' && unseen.length > 0)
  const nobody = unseen.map(({ name, unseen }) => `${name}: ${count(unseen.length, 'council area')}`)
  return `${parts.join('\n\n')}\n\nNobody has looked yet in ${nobody.length > 0 ? nobody.join('; ') : 'no council area'}. "npx hansa coverage ${unseen[0]?.name ?? 'England'}" names them.\n`
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
