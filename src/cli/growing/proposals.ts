import { basename } from 'node:path'
import { createTwoFilesPatch } from 'diff'
import { type Change, decidedChange, OPERATOR, secondOf } from '../../answer/change.ts'
import { count } from '../../answer/in-words.ts'
import { PROPOSED_FIELDS, type Proposal, titleOf } from '../../answer/proposal.ts'
import { noArguments, parseArguments, Refusal, settingsOrRefuse, Usage } from '../../serve/arguments.ts'
import { oneLine } from '../../serve/deciding.ts'
import { knowledgeFolder } from '../../serve/folder/folder.ts'
import { filesIn } from '../../serve/folder/folder-files.ts'
import { whyNot, writeApproved } from '../../serve/proposals.ts'
import { withStore } from '../../serve/with-store.ts'
import { writeWhole } from '../../serve/write-file.ts'
import type { SharedStore } from '../../store/shared.ts'

export const help = `npx hansa proposals          what people propose, and what is approved and not in the folder yet
npx hansa proposals write    writes what is approved into the folder, checked; a commit where it is a git work tree

  --patch FILE   writes a patch instead, which applies inside the folder of knowledge (git apply --directory=knowledge FILE), and
                 says where to send it (HANSA_CONTRIBUTE_URL)
  --no-fetch     does not look at the pages that are named as sources`

/** The queue; and what is approved as files of the folder. */
export async function run([word, ...args]: readonly string[]): Promise<number> {
  if (word === 'write') return write(args)
  noArguments('proposals', word === undefined ? [] : [word])
  const all = await withStore((store) => store.proposals(['waiting', 'approved']))
  const parts = (['waiting', 'approved'] as const).flatMap((state) => {
    const some = all.filter((one) => one.state === state)
    return some.length > 0 ? [`${HEADINGS[state]}\n\n${some.map(shown).join('\n')}`] : []
  })
  process.stdout.write(parts.length > 0 ? parts.join('\n') : 'Nothing is proposed.\n')
  return 0
}

const HEADINGS = {
  waiting: 'Waiting for "npx hansa approve N" or "npx hansa reject N --why …":',
  approved:
    'Approved and served by a running Hansa; "npx hansa proposals write" writes them into the folder:',
}

const IN_TITLE: ReadonlySet<string> = new Set(['place', 'partner', 'found'])

/** All that was typed, a line a field. */
function shown({ number, at, named, link }: Proposal): string {
  const fields = PROPOSED_FIELDS.flatMap((field) => {
    const value = link[field]
    return value && !IN_TITLE.has(field) ? [`     ${field}: ${oneLine(value)}`] : []
  })
  const head = `${String(number).padStart(3)}  ${oneLine(titleOf(link))}`
  return `${head}  (${at.slice(0, 10)}, by ${oneLine(named ?? 'a colleague')})\n${fields.join('\n')}\n`
}

/** A question in the terminal waits for no store, which another process may have open. */
const SERVED =
  'Every "npx hansa start" on this store serves it within seconds; "npx hansa ask" reads the folder alone.'

export const approve = {
  run: approved,
  help: `npx hansa approve 3   says yes to a proposal; "npx hansa proposals" lists them

${SERVED}`,
}
export const reject = {
  run: rejected,
  help: `npx hansa reject 3 --why "The page does not say so."   takes a proposal off the list

  --why …   has to be said: it is kept, and the proposer is told by the Hansa that serves their chat`,
}

async function approved(args: readonly string[]): Promise<number> {
  const number = numberOf('approve', args)
  const folder = knowledgeFolder(settingsOrRefuse())
  return withStore(async (store) => {
    const proposal = await waiting(number, store)
    const why = await whyNot(proposal, await store.proposals(['approved']), folder)
    if (why) throw new Refusal(`Proposal ${number} still waits, for it cannot be served as it is. ${why}`)
    if (!(await store.decideProposal(number, 'waiting', 'approved'))) await waiting(number, store)
    await store.recordChange(byOperator(proposal, 'approved'))
    process.stdout.write(
      `Approved proposal ${number}. ${SERVED} "npx hansa proposals write" writes it into the folder.\n`,
    )
    return 0
  })
}

async function rejected(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments('reject', args, { why: { type: 'string', default: '' } })
  const number = numberOf('reject', positionals)
  const why = oneLine(values.why)
  if (why === '')
    throw new Usage('reject: say why, for it is kept with the proposal: --why "The page does not say so."')
  return withStore(async (store) => {
    const proposal = await waiting(number, store)
    if (!(await store.decideProposal(number, 'waiting', 'rejected', why))) await waiting(number, store)
    await store.recordChange(byOperator(proposal, 'rejected'))
    process.stdout.write(`Rejected proposal ${number}.\n`)
    return 0
  })
}

/** Decided in the terminal, it is a change of the workspace that it was proposed in. */
function byOperator({ number, workspace }: Proposal, to: 'approved' | 'rejected'): Change {
  return { ...decidedChange(number, to, { workspace }, secondOf(new Date())), ...OPERATOR }
}

/** Throws a Refusal where it is none, or somebody decided before. */
async function waiting(number: number, store: SharedStore): Promise<Proposal> {
  const proposal = await store.proposal(number)
  if (!proposal) throw new Refusal(`There is no proposal ${number}. "npx hansa proposals" lists them.`)
  if (proposal.state === 'waiting') return proposal
  throw new Refusal(`Proposal ${number} is ${proposal.state} already; nothing was changed.`)
}

function numberOf(command: string, args: readonly string[]): number {
  const [word = '', ...more] = args
  if (!/^[1-9]\d{0,8}$/.test(word) || more.length > 0)
    throw new Usage(`${command}: give the number of one proposal, like ${command} 3.`)
  return Number(word)
}

async function write(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments('proposals write', args, {
    patch: { type: 'string' },
    'no-fetch': { type: 'boolean', default: false },
  })
  if (positionals.length > 0) throw new Usage('proposals write takes --patch FILE and nothing else.')
  const { patch, 'no-fetch': noFetch } = values
  const settings = settingsOrRefuse()
  const folder = knowledgeFolder(settings)
  const before = new Map(filesIn(folder).map((file) => [file.path, file]))
  const done = await withStore((store) =>
    writeApproved(folder, store, { dryRun: patch !== undefined, fetch: !noFetch }),
  )
  for (const [number, why] of done.faulty)
    process.stdout.write(`Proposal ${number} was not written and is still served where it can be. ${why}\n`)
  if (done.held.length === 0) {
    process.stdout.write(done.faulty.size > 0 ? '' : 'Nothing is approved that is not in the folder.\n')
    return done.faulty.size > 0 ? 1 : 0
  }
  if (patch !== undefined) {
    const old = (path: string) => {
      const file = before.get(path)
      return file && 'bytes' in file ? new TextDecoder().decode(file.bytes) : ''
    }
    const texts = done.changes.map(({ path, text }) =>
      createTwoFilesPatch(`a/${path}`, `b/${path}`, old(path), text, undefined, undefined, { context: 3 }),
    )
    writeWhole(patch, texts.join('\n'), 'proposals write')
    const to = settings.contributeUrl ? ` Send it to ${settings.contributeUrl}.` : ''
    process.stdout.write(
      `Wrote ${count(done.held.length, 'proposal')} to ${patch}, and nothing to the folder. ` +
        `Its paths are those inside the folder of knowledge: apply it there (patch -p1), or above it with “git apply --directory=${basename(folder)}”.${to}\n`,
    )
    return 0
  }
  const files = done.changes.map(({ path, lines }) => `  ${path}  ${lines.length} lines\n`).join('')
  const git = done.committed ? ', as a commit' : ''
  process.stdout.write(`Wrote ${count(done.held.length, 'proposal')} to ${folder}${git}.\n${files}`)
  if (done.refused)
    process.stdout.write(
      `Git took no commit of them, and said “${done.refused}”. The files are written: commit them yourself.\n`,
    )
  return done.faulty.size > 0 ? 1 : 0
}
