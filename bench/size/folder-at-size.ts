import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse, stringify } from 'yaml'
import { type Chance, chance, pick } from '../search/chance.ts'

/** What the country comes to: links, the UK places that have them, claims, reports and sources. */
export const SIZE = { links: 2_500, places: 470, claims: 10_000, reports: 200, sources: 3_000 }

/** The folder whose places, words and forms of documents are used: numbers of other days stay comparable. */
const FIRST = fileURLToPath(new URL('../../test/fixtures/knowledge', import.meta.url))

const CHECKED = { checked: { on: '2026-11-24', by: 'a bench' }, added: '2026-11-24' }
/** Entries in a file: large files are refused. */
const IN_A_FILE = 250

type Entry = Record<string, unknown> & { id: string | number; name: string; country: string }

/**
 * Writes a folder of the size of the country, the same every time: the places of the first release's folder, with more UK
 * towns from its list of places that exist, and links, claims and reports put together from its words. None of it is true.
 */
export function writeFolderAtSize(folder: string, random: Chance = chance(17)): void {
  rmSync(folder, { recursive: true, force: true })
  for (const part of ['places', 'words']) cpSync(join(FIRST, part), join(folder, part), { recursive: true })
  const write = (path: string, content: object) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), stringify(content, { lineWidth: 118, aliasDuplicateObjects: false }))
  }
  const inFiles = <T>(name: string, all: readonly T[], contentOf: (some: readonly T[]) => object) => {
    for (let at = 0; at < all.length; at += IN_A_FILE)
      write(`${name}-${at / IN_A_FILE}.yml`, contentOf(all.slice(at, at + IN_A_FILE)))
  }

  const held = entriesOf('places', 'places') as Entry[]
  const councils = held.filter(({ country }) => country === 'GB')
  const towns = moreTowns(folder, SIZE.places - councils.length, councils, random)
  if (towns.length > 0) write('places/at-size.yml', { places: towns })
  const homes = [...councils, ...towns].slice(0, SIZE.places)
  const abroad = held.filter(({ country }) => country !== 'GB')

  const forms = entriesOf('sources', 'references')
  const sources = Array.from({ length: SIZE.sources }, (_, at) => ({
    ...forms[at % forms.length],
    id: `s${at}`,
  }))
  inFiles('sources/at-size', sources, (references) => ({ references }))
  let cited = 0
  const source = () => `s${cited++ % SIZE.sources}`

  writeLinks(homes, abroad, source, random, write)

  const prose = proseFrom(random)
  const told = (id: string) => ({
    id,
    title: prose.title(),
    says: prose.sentence(24),
    ...(random() < 0.6 && { quote: prose.sentence(10) }),
    source: source(),
    at: 'none',
  })
  const claims = Array.from({ length: SIZE.claims }, (_, at) => ({
    ...told(`c${at}`),
    about: [prose.topic(), prose.topic()],
    ...(random() < 0.5 && { places: [String(pick(homes, random).id)] }),
  }))
  inFiles('claims/at-size', claims, (some) => ({ ...CHECKED, claims: some }))

  for (let at = 0; at < SIZE.reports; at++) {
    const findings = Array.from({ length: 8 }, (_, one) => ({
      ...told(`r${at}-${one}`),
      also: [prose.topic()],
    }))
    write(`reports/r${at}.yml`, {
      report: `s${at}`,
      title: `${prose.title()} ${at}`,
      summary: prose.sentence(40),
      ...CHECKED,
      findings: findings.map((finding) => ({ ...finding, source: `s${at}` })),
    })
  }
}

/** One link in three is told by a second source, and some of those say otherwise. */
function writeLinks(
  homes: readonly Entry[],
  abroad: readonly Entry[],
  source: () => string,
  random: Chance,
  write: (path: string, content: object) => void,
): void {
  const each = Math.ceil(SIZE.links / homes.length)
  let left = SIZE.links
  for (const [at, { id }] of homes.entries()) {
    const twins = new Set<Entry>()
    while (twins.size < Math.min(each, left)) twins.add(pick(abroad, random))
    left -= twins.size
    const twinnings = [...twins].flatMap((twin) => {
      const since = 1950 + Math.floor(random() * 60)
      const said = () => ({
        twin: String(twin.id),
        kind: pick(['twin', 'friendship', 'partner'], random),
        since: random() < 0.9 ? since : since + 1,
        status: pick(['active', 'active', 'listed', 'ended'], random),
        on: `${2012 + Math.floor(random() * 14)}-0${1 + Math.floor(random() * 9)}-10`,
        source: source(),
        at: 'none',
      })
      return random() < 0.35 ? [said(), said()] : [said()]
    })
    if (twinnings.length > 0) write(`twinnings/p${at}.yml`, { place: String(id), ...CHECKED, twinnings })
  }
}

/** All entries of the shipped folder's files of a kind. */
function entriesOf(part: string, list: string): Record<string, unknown>[] {
  return readdirSync(join(FIRST, part))
    .filter((name) => name.endsWith('.yml'))
    .flatMap((name) => parse(readFileSync(join(FIRST, part, name), 'utf8'))?.[list] ?? [])
}

/** The largest towns of the list of places that exist, taken out of it; where they are, and in which council area, is made up. */
function moreTowns(folder: string, many: number, councils: readonly Entry[], random: Chance): Entry[] {
  if (many <= 0) return []
  const path = join(folder, 'places/exists.tsv')
  const lines = readFileSync(path, 'utf8').split('\n')
  const known = lines
    .map((line) => line.split('\t'))
    .filter(([id = '', , country]) => country === 'GB' && /^\d+$/.test(id))
  const names = new Map(known.map(([, name = '']) => [name, 0]))
  for (const [, name = ''] of known) names.set(name, (names.get(name) ?? 0) + 1)
  const largest = known
    .filter(([, name = '']) => names.get(name) === 1)
    .sort((one, other) => Number(other[4]) - Number(one[4]))
    .slice(0, many)
  const taken = new Set(largest.map(([id]) => id))
  writeFileSync(path, lines.filter((line) => !taken.has(line.split('\t')[0])).join('\n'))
  return largest.map(([id = '', name = '', country = 'GB'], at) => ({
    id: Number(id),
    name,
    country,
    within: String(councils[at % councils.length]?.id),
    lat: 50 + random() * 5,
    lon: -3 + random() * 3,
  }))
}

/** Sentences in which words are as frequent as in the folder that comes with Hansa. */
function proseFrom(random: Chance) {
  const claims = entriesOf('claims', 'claims')
  const words = claims.flatMap(({ says }) => String(says).match(/[\p{L}-]{2,}/gu) ?? [])
  const topics = claims.flatMap(({ about }) => (about as string[] | undefined) ?? [])
  const some = (many: number) => Array.from({ length: many }, () => pick(words, random)).join(' ')
  return {
    sentence: (many: number) => `${some(many)}.`,
    title: () => some(5),
    topic: () => String(pick(topics, random)),
  }
}
