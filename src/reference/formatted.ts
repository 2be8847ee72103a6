import { createRequire } from 'node:module'
import type { CslLocator } from './locator.ts'
import type { Prose } from './prose-item.ts'
import type { CslItem } from './source.ts'
import { styleText } from './style-text.ts'

/** The entry for a list of references, in plain text. A title of our own, in square brackets, stands without quotes. */
export function listEntry(item: CslItem, prose: Prose): string {
  const asked = JSON.stringify([prose, item])
  if (last.asked !== asked) {
    const entry = engineFor(prose, 'list', item).makeBibliography()[1].join('').trim()
    last = { asked, entry: entry.replace(/‘(\[[^\]]*\])’/, '$1') }
  }
  return last.entry
}

/** Whether there is an entry is asked before what it says. */
let last = { asked: '', entry: '' }

/** What stands in the text beside the words: `(Ransom, 2020, para. 4)`. */
export function inText(
  item: CslItem,
  prose: Prose,
  at: Partial<CslLocator> & { prefix?: string; suffix?: string } = {},
): string {
  const engine = engineFor(prose, 'text', item)
  return engine.makeCitationCluster([{ id: item.id, ...at }])
}

/** The part of citeproc that we call: https://citeproc-js.readthedocs.io/en/latest/running.html. */
type Engine = {
  setOutputFormat(format: 'text'): void
  updateItems(ids: readonly string[]): void
  makeBibliography(): [parameters: unknown, entries: string[]]
  makeCitationCluster(items: readonly object[]): string
}
type Citeproc = { Engine: new (system: object, style: string, language: string, force: boolean) => Engine }

/** Where it stands: in the list of references, or in the text. */
type Where = 'list' | 'text'

const engines = new Map<string, { engine: Engine; items: Map<string, CslItem> }>()

function engineFor(prose: Prose, where: Where, item: CslItem): Engine {
  const name = `${prose} ${where}`
  const made = engines.get(name) ?? newEngine(prose, where)
  engines.set(name, made)
  made.items.set(item.id, item)
  made.engine.updateItems([])
  made.engine.updateItems([item.id])
  return made.engine
}

/** Loaded at the first reference: citeproc and its styles take 30 ms to load, and each style less than 100 ms to read. */
function newEngine(prose: Prose, where: Where) {
  const require = createRequire(import.meta.url)
  const { Engine } = require('citeproc') as Citeproc
  const styles = require('@citation-js/plugin-csl/lib/styles.json') as Record<string, string>
  const locales = require('@citation-js/plugin-csl/lib/locales.json') as Record<string, string>
  const items = new Map<string, CslItem>()
  const system = {
    retrieveLocale: () => locales['en-US'],
    retrieveItem: (id: string) => items.get(id),
  }
  const engine = new Engine(system, forOne(styleText(prose, styles), where), 'en-US', true)
  engine.setOutputFormat('text')
  return { engine, items }
}

/**
 * One document is printed at a time: none is sorted or told apart from others, the keys for which would be most of what is
 * read. A list needs no form for the text, which citeproc would make of every document, and the text needs no list.
 */
function forOne(style: string, where: Where): string {
  const plain = style.replace(/<sort>.*?<\/sort>/gs, '').replace(/ disambiguate-[a-z-]+="[^"]*"/g, '')
  return where === 'text'
    ? plain.replace(/<bibliography.*<\/bibliography>/s, '')
    : plain.replace(
        /<citation.*<\/citation>/s,
        '<citation><layout><text variable="title"/></layout></citation>',
      )
}
