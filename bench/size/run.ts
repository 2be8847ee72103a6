import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { SIZE, writeFolderAtSize } from './folder-at-size.ts'
import { FIGURES, type Figure, type Figures, measured } from './measure.ts'

/**
 * `npx node bench/size/run.ts`: what the folder of the first release costs, and one of the size of the country, in one run.
 * Exit 1 when a figure is over `budget.json`. `--folder DIR` only writes the folder at size there; `--write` keeps the table.
 */
const { values } = parseArgs({ options: { folder: { type: 'string' }, write: { type: 'boolean' } } })
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
type Budget = Record<'first' | 'size', Partial<Record<Figure, number>>>
const budget = JSON.parse(readFileSync(here('./budget.json'), 'utf8')) as Budget

if (values.folder) writeFolderAtSize(values.folder)
else process.exitCode = (await bench()) ? 0 : 1

async function bench(): Promise<boolean> {
  const place = mkdtempSync(join(tmpdir(), 'hansa-folder-at-size-'))
  try {
    writeFolderAtSize(join(place, 'knowledge'))
    const first = await measured(here('../../test/fixtures/knowledge'))
    const size = await measured(join(place, 'knowledge'))
    const names = Object.keys(FIGURES) as Figure[]
    const table = [
      '# What a folder costs by its size',
      '',
      `Processor time and memory of the first release’s folder, and of one of ${SIZE.links} links of ${SIZE.places} UK places, ${SIZE.claims} claims, ` +
        `${SIZE.reports} reports and ${SIZE.sources} sources; Node ${process.version}. In brackets the budget, marked where it is exceeded. ` +
        'Made by `npx node bench/size/run.ts --write`.',
      '',
      '| | first release | at size |',
      '| --- | ---: | ---: |',
      ...names.map((name) => `| ${name} | ${cell(name, first, 'first')} | ${cell(name, size, 'size')} |`),
      '',
    ].join('\n')
    process.stdout.write(table)
    if (values.write) writeFileSync(here('../results/size.md'), table)
    return names.every((name) => isKept(name, first, 'first') && isKept(name, size, 'size'))
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function isKept(name: Figure, figures: Figures, of: keyof Budget): boolean {
  return figures[name] <= (budget[of][name] ?? Number.POSITIVE_INFINITY)
}

function cell(name: Figure, figures: Figures, of: keyof Budget): string {
  const most = budget[of][name]
  const found = figures[name]
  const shown = `${found < 10 ? found.toFixed(1) : Math.round(found)} ${FIGURES[name]}`
  if (most === undefined) return shown
  return `${shown} (${most})${isKept(name, figures, of) ? '' : ' ✗'}`
}
