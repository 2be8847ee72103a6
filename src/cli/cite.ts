import { extname } from 'node:path'
import { documentsOf } from '../answer/answer.ts'
import { count } from '../answer/in-words.ts'
import { createDesk } from '../answers/desk.ts'
import type { Knowledge } from '../knowledge/records.ts'
import { referencesTo, referenceTo } from '../library/finding.ts'
import { buildLibrary } from '../library/library.ts'
import { type Style, styles } from '../reference/reference.ts'
import { parseArguments, Refusal, settingsOrRefuse, Usage } from '../serve/arguments.ts'
import { openKnowledge, today } from '../serve/folder/folder.ts'
import { writeWhole } from '../serve/write-file.ts'

export const help = `npx hansa cite ID                    a reference to a source, or to a finding with its place in it
npx hansa cite --all "twins Leeds"   the references of everything that an answer cites

  --style STYLE   ${styles.join(', ')}; harvard where none is named
  --out FILE      writes them: .ris and .bib for Zotero and others, .json as CSL, .txt as text`

type Wanted = { words: string; all: boolean; style: Style; out?: string }

/** A reference to a source, or to a finding with its place in the source; or all that an answer cites. */
export async function run(args: readonly string[]): Promise<number> {
  const { words, all, style, out } = options(args)
  const knowledge = await openKnowledge(settingsOrRefuse())
  const { text, many } = all ? ofAnswer(words, style, knowledge) : ofOne(words, style, knowledge)
  if (out === undefined) process.stdout.write(`${text}\n`)
  else {
    writeWhole(out, `${text}\n`, 'cite')
    process.stdout.write(`Wrote ${out}: ${count(many, 'reference')}.\n`)
  }
  return 0
}

function ofOne(id: string, style: Style, knowledge: Knowledge): { text: string; many: number } {
  const text = referenceTo(id, knowledge, style)
  if (text === undefined)
    throw new Refusal(`No finding and no source has the id "${id}". "npx hansa ask … --json" shows ids.`)
  return { text, many: 1 }
}

function ofAnswer(question: string, style: Style, knowledge: Knowledge): { text: string; many: number } {
  const answer = createDesk(buildLibrary(knowledge), today).answer(question)
  const ids = documentsOf(answer).map(({ source }) => source)
  if (ids.length === 0) throw new Refusal(`There is nothing to cite: ${answer.heading}.`)
  return { text: referencesTo(ids, knowledge, style), many: ids.length }
}

/** What programs read is written in the style that they read. */
const STYLE_OF: Readonly<Record<string, Style | 'any'>> = {
  '.ris': 'ris',
  '.bib': 'bibtex',
  '.json': 'csl',
  '.txt': 'any',
}

function options(args: readonly string[]): Wanted {
  const { values, positionals } = parseArguments('cite', args, {
    style: { type: 'string' },
    all: { type: 'boolean', default: false },
    out: { type: 'string' },
  })
  const { all, out } = values
  const style = styleOf(values.style, out)
  const [first, ...more] = positionals
  if (!first || (more.length > 0 && !all)) {
    throw new Usage('cite: name one id, like ransom-2020, or a question: --all "twins Leeds".')
  }
  return { words: positionals.join(' '), all, style, ...(out !== undefined && { out }) }
}

function styleOf(named: string | undefined, out: string | undefined): Style {
  const style = styles.find((one) => one === named)
  if (named !== undefined && !style) {
    throw new Usage(`cite: there is no style "${named}"; there are ${styles.join(', ')}.`)
  }
  if (out === undefined) return style ?? 'harvard'
  const meant = STYLE_OF[extname(out).toLowerCase()]
  if (!meant) throw new Usage(`cite: ${out} ends in none of ${Object.keys(STYLE_OF).join(', ')}.`)
  if (meant !== 'any' && style && style !== meant) {
    throw new Usage(`cite: ${out} would hold ${meant}, and --style says ${style}: leave one of them out.`)
  }
  return meant === 'any' ? (style ?? 'harvard') : meant
}
