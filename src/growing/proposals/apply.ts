import type { Day } from '../../answer/answer.ts'
import { PROPOSED_FIELDS, type Proposal, type ProposedLink, type Wrong } from '../../answer/proposal.ts'
import type { FileInput } from '../../knowledge/file/text.ts'
import { capitalised } from '../../knowledge/kinds/kind.ts'
import type { Checked, Knowledge } from '../../knowledge/records.ts'
import { Unclear } from '../asking.ts'
import type { Addition, Change } from '../folder/addition.ts'
import { openFolder } from '../folder/open-folder.ts'
import type { Towns } from '../places/towns.ts'
import { checkedAnew } from '../records/look.ts'
import { type ReadPage, sourceMaker } from '../records/source.ts'
import { twinningMaker } from '../records/twinning.ts'

export type Applying = { today: Day; towns: () => Towns; by(proposal: Proposal): string; readPage?: ReadPage }

/** A folder with what was proposed for it. */
export type Applied = {
  changes: readonly Change[]
  /** The files with those changes in them. */
  files: readonly FileInput[]
  /** By number, those that the folder has now: of these changes, or from before. */
  held: readonly number[]
  /** Those that do not go in as the folder is, with one sentence each. Nothing of them is in `changes`. */
  faulty: ReadonlyMap<number, string>
}

/** Puts each proposal that can into the files, as `add` would write it, checked as a whole; the files stay as they are. */
export async function applied(
  files: readonly FileInput[],
  proposals: readonly Proposal[],
  { today, towns, by, readPage }: Applying,
): Promise<Applied> {
  const none = { changes: [], files, held: [] }
  if (proposals.length === 0) return { ...none, faulty: new Map() }
  const looked = withLooks(files, proposals, { by, today })
  const opened = openFolder(looked.files, today)
  const whole = 'The folder has mistakes, and nothing is added before "npx hansa check" finds none.'
  if (!('folder' in opened))
    return { ...none, faulty: new Map(proposals.map(({ number }) => [number, whole])) }
  const { folder } = opened
  const faulty = new Map(looked.faulty)
  for (;;) {
    const sources = sourceMaker(folder, { ...(readPage && { readPage }) })
    const make = twinningMaker({ folder, towns, sources })
    const additions: Addition[] = []
    const held: number[] = []
    for (const proposal of proposals) {
      const { number, link } = proposal
      if (faulty.has(number) || link.found !== undefined) continue
      try {
        const made = await make({ ...link, by: by(proposal), read: dayOf(proposal, today) })
        additions.push(...made.additions.map((addition) => ({ ...addition, row: number })))
        held.push(number)
      } catch (error) {
        if (!(error instanceof Unclear)) throw error
        faulty.set(number, error.message)
      }
    }
    const { changes: added, problems } = folder.planned(additions)
    if (problems.length === 0) {
      const changes = together([...looked.changes, ...added])
      return { changes, files: withChanges(files, changes), held: [...looked.held, ...held], faulty }
    }
    for (const { file, line, says, tip } of problems) {
      const rows = added.find(({ path }) => path === file)?.rows ?? []
      const number = rows.findLast((one) => one.line <= line)?.row
      const why = [`The check would find in ${file}: ${says}`, tip].filter(Boolean).join('. ')
      // What nobody is to blame for is put down to all that were tried, so that this comes to an end.
      for (const one of number === undefined ? held : [number]) faulty.set(one, why)
    }
  }
}

/** The looks at sources among them, one after the other: what the folder says of the newest is what stays. */
function withLooks(
  files: readonly FileInput[],
  proposals: readonly Proposal[],
  { by, today }: Pick<Applying, 'by' | 'today'>,
) {
  const faulty = new Map<number, string>()
  const changes: Change[] = []
  const held: number[] = []
  let now = files
  for (const proposal of proposals) {
    const { number, link } = proposal
    if (link.found === undefined) continue
    const checked: Checked = {
      on: dayOf(proposal, today),
      by: by(proposal),
      ...(link.found === 'gone' && { gone: true }),
    }
    try {
      const change = checkedAnew(now, link.record ?? '', checked)
      if (change) {
        changes.push(change)
        now = withChanges(now, [change])
      }
      held.push(number)
    } catch (error) {
      if (!(error instanceof Unclear)) throw error
      faulty.set(number, error.message)
    }
  }
  return { files: now, changes, held, faulty }
}

/** When its source was read, as far as we know; never a day that is not yet here, where it is still the one before. */
function dayOf({ at }: Proposal, today: Day): Day {
  const day = at.slice(0, 10)
  return day > today ? today : day
}

/** Of several changes to a file the last has all of them. */
function together(changes: readonly Change[]): readonly Change[] {
  const byPath = Map.groupBy(changes, ({ path }) => path)
  return [...byPath.values()].flatMap((some) => {
    const last = some.at(-1)
    return last ? [{ ...last, lines: some.flatMap(({ lines }) => lines) }] : []
  })
}

function withChanges(files: readonly FileInput[], changes: readonly Change[]): readonly FileInput[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  for (const { path, text } of changes) byPath.set(path, { path, bytes: new TextEncoder().encode(text) })
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Places that are always in the list: what is looked at is what else was typed. */
const ANY = { place: 'E08000035', partner: '2935517' }

/** What is right in place of what is wrong, so that the next field is looked at as well. */
const RIGHT: Partial<ProposedLink> = {
  ...ANY,
  status: 'listed',
  since: undefined,
  on: undefined,
  source: 'https://example.org/',
}

/** All that is wrong with a proposal as it stands, one a field; nothing where a curator can decide on it. */
export async function wrongWith(
  link: ProposedLink,
  { knowledge, today, towns }: { knowledge: Knowledge; today: Day; towns: () => Towns },
): Promise<readonly Wrong[] | 'held' | undefined> {
  const folder = {
    knowledge,
    packs: knowledge.packs,
    today,
    paths: [],
    textOf: () => undefined,
    planned: () => ({ changes: [], after: [], problems: [] }),
  }
  const make = twinningMaker({ folder, towns, sources: sourceMaker(folder, {}) })
  const wrong = new Map<keyof ProposedLink, string>()
  let tried = link
  for (;;) {
    try {
      const made = await make(tried)
      if (made.isThere && wrong.size === 0) return 'held'
      break
    } catch (error) {
      if (!(error instanceof Unclear)) throw error
      const field = fieldOf(error.field) ?? 'place'
      if (wrong.has(field)) break
      wrong.set(field, error.inForm)
      tried = { ...tried, ...(field === 'partner' && { country: undefined }), [field]: RIGHT[field] }
    }
  }
  for (const { field, why } of await wrongOfItself(tried, today, towns))
    if (!wrong.has(field)) wrong.set(field, why)
  return wrong.size === 0 ? undefined : [...wrong].map(([field, why]) => ({ field, why }))
}

/** What the check finds in what was typed, whatever the folder holds: a day that is none, too long a quotation, an odd address. */
async function wrongOfItself(
  { place: _place, partner: _partner, country: _country, source = '', ...words }: ProposedLink,
  today: Day,
  towns: () => Towns,
): Promise<readonly Wrong[]> {
  const opened = openFolder([], today)
  if (!('folder' in opened)) throw new Error('an empty folder has mistakes')
  const { folder } = opened
  const address = /^https?:/i.test(source) ? source : 'https://example.org/'
  const { additions } = await twinningMaker({ folder, towns, sources: sourceMaker(folder, {}) })({
    ...words,
    ...ANY,
    source: address,
  })
  const { changes, problems } = folder.planned(additions)
  const linesOf = (path: string) => changes.find((change) => change.path === path)?.text.split('\n') ?? []
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ file, line, inForm, says }) => {
      const [, key] = /^[\s-]*([a-z]+):/.exec(linesOf(file)[line - 1] ?? '') ?? []
      return { field: fieldOf(key) ?? 'source', why: `${capitalised(inForm ?? says)}.` }
    })
}

/** At which question it stands: a country is written behind its partner. */
function fieldOf(named: string | undefined): keyof ProposedLink | undefined {
  return named === 'country' ? 'partner' : PROPOSED_FIELDS.find((one) => one === named)
}
