import { execFileSync } from 'node:child_process'
import { Temporal } from 'temporal-polyfill'
import type { RecordChange } from '../answer/change.ts'
import { count } from '../answer/in-words.ts'
import { type Proposal, titleOf } from '../answer/proposal.ts'
import type { ProposalDesk } from '../chat/core/proposals.ts'
import { momentOf } from '../digest/schedule/moment.ts'
import { namesBeginning } from '../growing/places/place-asked.ts'
import { towns } from '../growing/places/towns.ts'
import type { Applied } from '../growing/proposals/apply.ts'
import type { ReadPage } from '../growing/records/source.ts'
import { shown } from '../knowledge/file/nearest.ts'
import type { Reading } from '../knowledge/read.ts'
import type { Knowledge } from '../knowledge/records.ts'
import type { Proposals, Store } from '../store/store.ts'
import { cleaned, deciding, oneLine } from './deciding.ts'
import { dueChecks } from './due-checks.ts'
import { checkFolder, overPacks, today } from './folder/folder.ts'
import type { Overlay } from './live-desk.ts'

/** What stands where it was checked, while a record is served and is not in the folder yet. */
const NOT_WRITTEN = 'proposed, approved by a curator and not yet written to the folder'
const STILL_SO = 'a look by a curator that is not yet written to the folder'

const COLLEAGUE = 'a colleague'

/** What reads and writes a folder is loaded when somebody proposes or decides: nobody who only asks needs it. */
const growing = async () => ({
  ...(await import('../growing/proposals/apply.ts')),
  filesOf: async (folder: string) => {
    const { filesIn } = await import('./folder/folder-files.ts')
    const { recalled } = await import('./folder/kept-files.ts')
    return recalled({ files: filesIn(folder), folder })
  },
})

/** How a record names who read it: only who agreed is named. */
const namedBy = ({ named = COLLEAGUE }: Proposal) => named

/** A folder with what is approved for it, marked as such. What does not go in is left out, and told. */
export async function readWithApproved(
  folder: string,
  approved: readonly Proposal[],
  told: (sentence: string) => void,
): Promise<Reading> {
  const by = (proposal: Proposal) =>
    `${namedBy(proposal)}; ${proposal.link.found === 'still so' ? STILL_SO : NOT_WRITTEN}`
  const { applied, filesOf } = await growing()
  const { readKnowledge } = await import('../knowledge/read.ts')
  const { files, faulty } = await applied(await filesOf(folder), approved, { today: today(), towns, by })
  // Why is told to who asks: it can hold words that somebody typed, and a log is to hold none.
  for (const number of faulty.keys())
    told(
      `Proposal ${number} is approved and cannot be served as the folder is: "npx hansa proposals write" says why.`,
    )
  return overPacks(folder, readKnowledge(files, today()), today())
}

/** Seconds after which another instance's approval is served. */
const EVERY = 3

/** What is served of a store: `look` looks at once, in the process in which somebody just decided. */
type Approved = Overlay & { look(): Promise<void> }

/** What is approved in the store and not in the folder yet: looked for again and again, for another instance may approve. */
export function approvedOverlay(
  folder: string,
  store: Pick<Store, 'proposals'>,
  told: (sentence: string) => void,
  every = EVERY,
  readWith = readWithApproved,
): Approved {
  let approved: readonly Proposal[] = []
  let onChanged: (() => void) | undefined
  let [asked, heard] = [0, 0]
  async function look(): Promise<void> {
    asked += 1
    const mine = asked
    // The store tells of its own trouble; what was served before still is.
    const found = await store.proposals(['approved']).catch(() => undefined)
    // Of two looks at once the one that began later saw what the other may not have.
    if (!found || mine < heard) return
    heard = mine
    if (JSON.stringify(found) === JSON.stringify(approved)) return
    approved = found
    onChanged?.()
  }
  return {
    look,
    async read(files) {
      if (approved.length > 0) return readWith(folder, approved, told)
      return files ?? checkFolder(folder, today())
    },
    watch(changed) {
      onChanged = changed
      const timer = setInterval(() => void look(), every * 1000)
      timer.unref()
      void look()
      return {
        close() {
          clearInterval(timer)
          onChanged = undefined
        },
      }
    },
  }
}

const NOT_RECORDED: RecordChange = async () => undefined
const NOBODY_SERVES = () => undefined

/** Where people propose and curators decide, in a process that serves. */
export function proposalDesk(
  folder: string,
  store: Proposals & Pick<Store, 'firstTime'>,
  knowledge: () => Knowledge,
  {
    timezone = 'Europe/London',
    now = () => Temporal.Now.instant(),
    record = NOT_RECORDED,
    onApproved = NOBODY_SERVES as () => unknown,
    tried = whyNot,
  } = {},
): ProposalDesk {
  const shared = {
    store,
    knowledge,
    now,
    record,
    onApproved,
    whyNot: (proposal: Proposal, others: readonly Proposal[]) => tried(proposal, others, folder),
  }
  const day = () => now().toZonedDateTimeISO(timezone).toPlainDate().toString()
  return {
    ...dueChecks({ ...shared, timezone, today: day }),
    ...deciding({ ...shared, today }),
    names: (typed, side) => namesBeginning(typed, side, { knowledge: knowledge(), towns }),
    async propose(typed, by) {
      const link = cleaned(typed)
      const { wrongWith } = await growing()
      const wrong = await wrongWith(link, { knowledge: knowledge(), today: today(), towns })
      if (wrong === 'held') return { sentence: 'This is held here already, in these very words. Thank you.' }
      if (wrong) return { wrong }
      const at = momentOf(now())
      const number = await store.propose(by, link, at)
      return {
        number,
        sentence: `Thank you. It waits as proposal ${number} for somebody who looks after the folder, and you will be told what comes of it.`,
      }
    },
  }
}

/** Whether a proposal goes into the folder as it is now; else one sentence on what is in the way. */
export async function whyNot(
  proposal: Proposal,
  others: readonly Proposal[],
  folder: string,
): Promise<string | undefined> {
  const { applied, filesOf } = await growing()
  const { faulty } = await applied(await filesOf(folder), [...others, proposal], {
    today: today(),
    towns,
    by: namedBy,
  })
  return faulty.get(proposal.number)
}

/** `refused`: what git said where it is a work tree and took no commit. */
export type Written = Applied & { committed: boolean; refused?: string }

/** Approved records as files in the folder: all that can, at once; what is written is noted after it is on disk. */
export async function writeApproved(
  folder: string,
  store: Pick<Store, 'proposals' | 'decideProposal'>,
  { dryRun = false, fetch = true } = {},
): Promise<Written> {
  const { applied, filesOf } = await growing()
  const { alone, commit } = await import('../growing/folder/commit.ts')
  const { pageReader } = await import('./page-reader.ts')
  const reader = pageReader(false)
  const pages = new Map<string, ReturnType<ReadPage>>()
  const readPage = (url: string) => {
    const page = pages.get(url) ?? reader(url)
    pages.set(url, page)
    return page
  }
  const how = { today: today(), towns, by: namedBy, ...(fetch && { readPage }) }
  // Pages are read before, so that nobody waits for them who wants to write, too.
  if (fetch) await applied(await filesOf(folder), await store.proposals(['approved']), how)
  return alone(folder, async () => {
    const approved = await store.proposals(['approved'])
    const done = await applied(await filesOf(folder), approved, how)
    if (dryRun) return { ...done, committed: false }
    commit(folder, done.changes)
    // Killed before this, the next run finds them in the folder and notes it then.
    for (const number of done.held) await store.decideProposal(number, 'approved', 'written')
    return {
      ...done,
      ...(done.changes.length > 0 ? committed(folder, done, approved) : { committed: false }),
    }
  })
}

/** In a git work tree the files become a commit of their own; whatever else is changed or staged there stays as it is. */
function committed(
  folder: string,
  { changes, held }: Applied,
  all: readonly Proposal[],
): Pick<Written, 'committed' | 'refused'> {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, ...args], { stdio: 'pipe', encoding: 'utf8' })
  try {
    if (git('rev-parse', '--is-inside-work-tree').trim() !== 'true') return { committed: false }
  } catch {
    return { committed: false }
  }
  try {
    const paths = changes.map(({ path }) => path)
    const written = all.filter(({ number }) => held.includes(number))
    const lines = written.map((one) => `${oneLine(titleOf(one.link))}: ${oneLine(namedBy(one))}`)
    const subject = subjectFor(written)
    git('add', '--', ...paths)
    git('commit', '--quiet', '--only', '-m', subject, '-m', lines.join('\n'), '--', ...paths)
    return { committed: true }
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string }
    const [said = message] = stderr.split('\n').filter((line) => line.trim() !== '')
    return { committed: false, refused: shown(said) }
  }
}

function subjectFor(written: readonly Proposal[]): string {
  const [only, other] = written
  const links = written.filter(({ link }) => link.found === undefined)
  // One record may have been looked at twice: by a colleague, and then with their name.
  const looked = new Set(written.map(({ link }) => link.record)).size
  if (links.length === 0) return `Note a new look at the source of ${count(looked, 'record')}`
  return only && !other
    ? `Add a link of ${oneLine(only.link.place)}`.slice(0, 72)
    : `Add ${count(links.length, 'proposed link')}`
}
