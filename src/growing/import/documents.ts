import { createRequire } from 'node:module'
import { CSL_DATES, CSL_NAMES } from '../../knowledge/fields/csl.ts'
import { partialDateOf, type WrittenCslDate } from '../../knowledge/fields/csl-date.ts'
import { tidied } from '../../knowledge/fields/csl-tidied.ts'
import type { Fields, Writable } from '../../knowledge/file/entry-lines.ts'
import { isRecord } from '../../knowledge/file/pieces.ts'
import { type Plain, plainOf } from '../../knowledge/file/plain.ts'
import { keysOf } from '../../knowledge/file/sentences.ts'
import { parseYaml } from '../../knowledge/file/yaml-tree.ts'
import { sourceSchema } from '../../knowledge/kinds/source.ts'
import { doiIn } from '../../reference/source.ts'
import { fold } from '../../search/words/fold.ts'
import { Unclear } from '../asking.ts'
import type { Addition } from '../folder/addition.ts'
import type { OpenFolder } from '../folder/open-folder.ts'
import { addressKey, freeId, slug } from '../records/source.ts'

export type DocumentFormat = 'csl' | 'ris' | 'bibtex'

type Item = { readonly [key: string]: unknown }

type Core = {
  plugins: { input: { chain(text: string, options: { forceType: string; generateGraph: boolean }): Item[] } }
}

/** Documents that another program exported, as CSL. */
export function itemsIn(text: string, format: DocumentFormat): readonly Item[] {
  if (format === 'csl') return cslItems(text) ?? []
  const require = createRequire(import.meta.url)
  // They have no types, and are CommonJS.
  const { plugins } = require('@citation-js/core') as Core
  require(format === 'ris' ? '@citation-js/plugin-ris' : '@citation-js/plugin-bibtex')
  try {
    const type = format === 'ris' ? '@ris/file' : '@biblatex/text'
    return plugins.input.chain(text, {
      forceType: type,
      generateGraph: false,
    }) as Item[]
  } catch (error) {
    throw new Unclear(
      `This file cannot be read as ${format === 'ris' ? 'RIS' : 'BibTeX'}: ${(error as Error).message.split('\n')[0]?.replace(/[\s.:]+$/, '')}. Put that right, or export the file again.`,
    )
  }
}

/**
 * A list of CSL, or one document; what the web addresses of Zotero (`items`) and Crossref (`message`) answer, and pandoc’s YAML.
 * `undefined` for any other file.
 */
export function cslItems(text: string): readonly Item[] | undefined {
  const file = plainFile(text)
  const shell = (isRecord(file) ? (file.message ?? file) : file) as Plain
  const read = tidied(shell)
  const list = isRecord(read) ? (read.items ?? read.references) : read
  // `every` passes over what `null` left.
  if (
    !Array.isArray(list) ||
    !Array.from(list).every((item) => isRecord(item) && typeof item.type === 'string')
  )
    return undefined
  return list as readonly Item[]
}

function plainFile(text: string): Plain {
  try {
    // Nothing is said by `null`.
    if (/^\s*[[{]/.test(text)) return JSON.parse(text, (_, value) => value ?? undefined) as Plain
    const yaml = parseYaml('', text)
    return 'tree' in yaml ? plainOf(yaml.tree).plain : undefined
  } catch {
    return undefined
  }
}

/** Entries for those that the folder lacks, each with its number in the file; those it has by id, DOI, address or title. */
export function documentAdditions(
  items: readonly Item[],
  { knowledge }: OpenFolder,
  path: string,
): { additions: readonly Addition[]; there: number; faulty: readonly { row: number; why: string }[] } {
  const ids = new Set(knowledge.sources.keys())
  const known = new Set([...knowledge.sources.values()].flatMap((source) => keysFor(source.csl)))
  const additions: Addition[] = []
  const faulty: { row: number; why: string }[] = []
  let there = 0
  for (const [index, item] of items.entries()) {
    const row = index + 1
    const title = typeof item.title === 'string' ? item.title.trim() : ''
    if (title === '') {
      faulty.push({
        row,
        why: `this ${String(item.type ?? 'document')} has no title. Give it one in the program it comes from.`,
      })
      continue
    }
    const keys = keysFor(item)
    if (keys.some((key) => known.has(key))) {
      there++
      continue
    }
    for (const key of keys) known.add(key)
    const id = freeId(ownId(item), ids)
    ids.add(id)
    additions.push({ path, key: 'references', entry: entryFor(item, id), row })
  }
  return { additions, there, faulty }
}

/** By what two records are one document. */
function keysFor(item: Item): readonly string[] {
  const text = (key: string) => (typeof item[key] === 'string' ? (item[key] as string) : '')
  const doi = doiIn(text('DOI'))
  const url = URL.canParse(text('URL')) ? addressKey(text('URL')) : undefined
  const year = item.issued ? (dateOf(item.issued)?.slice(0, 4) ?? '') : ''
  return [doi && `doi:${doi.toLowerCase()}`, url, `${fold(text('title'))} ${year}`].filter(
    (key) => key !== undefined && key !== '',
  ) as string[]
}

/** The key that people cite it by; a program’s own numbers and addresses say nothing to anybody. */
function ownId(item: Item): string {
  const id = String(item['citation-key'] ?? item['citation-label'] ?? item.id ?? '')
  if (/^[\p{L}_][\p{L}\p{N}._:-]{2,40}$/u.test(id) && !id.startsWith('temp_id')) return id
  const [first] = (Array.isArray(item.author) ? item.author : []) as { family?: string; literal?: string }[]
  const who = first?.family ?? first?.literal ?? String(item.publisher ?? item.title ?? '')
  const year = item.issued ? dateOf(item.issued)?.slice(0, 4) : undefined
  return [slug(who).split('-').slice(0, 3).join('-'), year].filter(Boolean).join('-')
}

const FIRST = ['id', 'type', 'title', 'author', 'editor', 'issued', 'container-title', 'publisher']
const LAST = ['DOI', 'URL', 'accessed']
/** Others’ texts, which are not ours to publish, and what only the program means. */
const LEFT_OUT = [
  'abstract',
  'note',
  'annote',
  'source',
  'citation-key',
  'citation-label',
  'custom',
  'keyword',
  'categories',
]

function entryFor(item: Item, id: string): Fields {
  const known = keysOf(sourceSchema).filter((key) => ![...FIRST, ...LAST, ...LEFT_OUT].includes(key))
  const keys = [...FIRST, ...known, ...LAST]
  return Object.fromEntries(keys.map((key) => [key, key === 'id' ? id : valueFor(key, item[key])]))
}

function valueFor(key: string, value: unknown): Writable | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (CSL_DATES.some((name) => name === key)) return dateOf(value) ?? words(value)
  if (CSL_NAMES.some((name) => name === key)) return Array.isArray(value) ? value.map(nameFor) : undefined
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'object' ? undefined : String(value)
}

function nameFor(name: unknown): Writable {
  const said = Object.entries(name as object).filter(([, part]) => typeof part === 'string' && part !== '')
  return Object.fromEntries(said) as Fields
}

/** A single day, month or year. */
function dateOf(value: unknown): string | undefined {
  const text = asTexts(value) as WrittenCslDate
  try {
    return partialDateOf(text)
  } catch {
    return undefined
  }
}

function words(value: unknown): string | undefined {
  const { literal, raw } = value as { literal?: string; raw?: string }
  return literal ?? raw
}

/** Numbers as texts, as a file of ours has them. */
function asTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTexts)
  if (typeof value !== 'object' || value === null) return value === undefined ? value : String(value)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asTexts(part)]))
}
