import type { Day } from '../answer/answer.ts'
import type { Change } from '../answer/change.ts'
import type { Proposal, ProposalState, ProposedLink, Proposer } from '../answer/proposal.ts'
import type { Receipt } from '../answer/receipt.ts'
import type { ChannelSettings } from '../digest/channel-settings.ts'
import type { Edition } from '../digest/edition.ts'
import type { Gap, SubjectKey } from '../digest/items/gap.ts'
import type { KeptWords } from '../digest/post.ts'
import type { Moment } from '../digest/schedule/moment.ts'
import type { Due, Run, RunHead, RunState } from '../digest/schedule/run.ts'
import type { Channel, Subscription } from '../digest/schedule/subscription.ts'

/**
 * What must survive a restart. A fulfilled promise means: it is on disk. Every verb rejects with StoreTrouble, and
 * nothing is half done, while the store is in trouble.
 */
export type Store = Subscriptions &
  Addresses &
  Journals &
  Memory &
  Reports &
  Workspaces &
  Changes &
  Receipts &
  Shares &
  Proposals &
  ExportImport &
  Opened

export type Subscriptions = {
  /** One subscription a channel: replaces what it had. */
  subscribe(subscription: Subscription): Promise<void>
  /**
   * Puts `after` in the place of `before`, of the same channel; nothing stands where either is undefined. False, and nothing
   * is changed, when something else than `before` stands there by now: another instance was faster.
   */
  changeSubscription(before: Subscription | undefined, after: Subscription | undefined): Promise<boolean>
  /** Stops a digest that cannot go on, where it is still wanted. */
  stop(channel: Channel, stopped: NonNullable<Subscription['stopped']>): Promise<void>
  /** Notes that people were told of this stop; of a later one, or of a digest that is on again, it says nothing. */
  stopTold(channel: Channel, stopped: NonNullable<Subscription['stopped']>): Promise<void>
  /** With what their channels have set. */
  subscriptions(): Promise<readonly Subscription[]>
  /** What is set for a channel, or how it is where nothing is. */
  settingsOf(channel: Channel): Promise<ChannelSettings>
  /** False, and nothing is changed, when other settings than `before` stand there by now. */
  keepSettings(channel: Channel, settings: ChannelSettings, before?: ChannelSettings): Promise<boolean>
}

/** Where the platform is called to write into a conversation, as it said last. */
export type Addresses = {
  noteAddress(workspace: string, channel: string, address: string): Promise<void>
  addressOf(workspace: string, channel: string): Promise<string | undefined>
  forgetAddress(workspace: string, channel: string): Promise<void>
}

export type RunKey = Channel & { week: string }

/** Who works on a run, and until when nobody else does. */
export type Holder = { name: string; now: Moment; until: Moment }

export type Journals = {
  /** Runs due at `since` or later. */
  runs(since: Moment): Promise<readonly RunHead[]>
  /** All that a channel was told, oldest first, and knowledge as it was the last time. */
  told(channel: Channel): Promise<{ runs: readonly Run[]; edition?: Edition }>
  run(key: RunKey): Promise<Run | undefined>
  /**
   * Makes `run` the one of its channel and week, held by `holder`, together with the weeks missed before it; older runs
   * that are not finished give way. False when somebody was faster, or the channel does not want it any more.
   */
  claim(run: Run, also: Claimed): Promise<boolean>
  /** Takes a run that nobody works on: only claimed ones and such as were being tried. */
  hold(key: RunKey, holder: Holder): Promise<Run | undefined>
  /** Keeps how the run stands. False, and nothing is kept, when another holder has taken it meanwhile. */
  record(run: Run, holder: Holder): Promise<boolean>
  /** Puts a run from one of the states `from` into `to`, whoever holds it; undefined when it is in none of them. */
  turn(key: RunKey, from: readonly RunState[], to: RunState): Promise<Run | undefined>
}

export type Claimed = {
  holder: Holder
  edition?: Edition
  missed: readonly Due[]
}

/** Traces of people: what one workspace left is never given to another. */
export type Memory = {
  /** Counts questions that nothing was found on. */
  recordGaps(workspace: string, misses: readonly Miss[]): Promise<void>
  /** Asked on `since` or later, most asked first. */
  gaps(workspace: string, since: Day): Promise<readonly Gap[]>
  /** Questions in words, most asked first: there are none unless the operator wished so. */
  keptWords(workspace: string): Promise<readonly KeptWords[]>
  recordJudgement(workspace: string, judged: Judged): Promise<void>
  /** One of them counts no more; nothing where it was forgotten meanwhile. */
  takeBackJudgement(workspace: string, judged: Omit<Judged, 'day'>): Promise<void>
  judgements(workspace: string): Promise<readonly Judgement[]>
  /**
   * Forgets what was asked, thought and reported before `before`, also where a digest showed it, and proposals of then that
   * were rejected or are in the folder; without a day, all of it. Then it is gone from the bytes of an embedded store as well.
   */
  forget(workspace: string, before?: Day): Promise<Forgotten>
  /** Forgets the words of questions, and no more than these. */
  forgetWords(workspace: string): Promise<void>
  /** Those that left any such trace. */
  workspaces(): Promise<readonly string[]>
  /** True the first time in any process that `id` is seen before `until`. */
  firstTime(id: string, now: Moment, until: Moment): Promise<boolean>
  /** From now on it is seen before `until`, whatever was said before. */
  seenUntil(id: string, until: Moment): Promise<void>
}

/** `count` questions of one day on which nothing was found; without `about` a number and nothing else. */
export type Miss = { about?: SubjectKey; day: Day; count: number; words?: string }

type Judged = { about?: SubjectKey; helpful: boolean; day: Day }

/** What people thought of answers on a subject, or of all others; nobody's name, and nobody's words. */
type Judgement = { about?: SubjectKey; helpful: number; unhelpful: number; last: Day }

export type Forgotten = { questions: number; reports: number }

/** An error someone reported in a record, in their own words: for those who look after the folder. */
type Report = { id: string; record: string; says: string; at: Moment }

export type Reports = {
  report(workspace: string, report: Report): Promise<void>
  /** Oldest first. */
  reports(workspace: string): Promise<readonly Report[]>
}

/** One workspace that has installed Hansa. `sealed`: how we may write there, which only the secret of this Hansa opens. */
export type Installation = { workspace: string; platform: string; sealed: string; since: Moment }

export type Workspaces = {
  /** In the place of what the workspace had before. */
  install(installation: Installation): Promise<void>
  /** Keeps the same under another seal, where it has not been installed anew meanwhile. */
  resealed(installation: Installation, sealed: string): Promise<void>
  installation(workspace: string): Promise<Installation | undefined>
  installations(): Promise<readonly Installation[]>
  /**
   * Deletes every row of every table that belongs to the workspace, in one transaction, also from the bytes of an embedded
   * store. Does nothing, and says false, where it was installed anew after `left`: word of a goodbye may come late.
   */
  deleteWorkspace(workspace: string, left?: Moment): Promise<boolean>
}

export type Changes = {
  recordChange(change: Change): Promise<void>
  /** Oldest first. */
  changes(workspace: string): Promise<readonly Change[]>
  /** Those of every workspace. */
  forgetChanges(before: Day): Promise<void>
}

export type Receipts = {
  /** An answer that is shared; the same one a second time is no second receipt. */
  keepReceipt(workspace: string, receipt: Receipt): Promise<void>
  /** Of a shared answer, or of a digest, of any workspace. */
  receipt(id: string): Promise<Receipt | undefined>
}

/** Where an answer was shared, and each of its statements as it stood in the folder then. */
export type Share = Channel & {
  /** The platform's id of the message that the thread stands under. */
  thread: string
  receipt: string
  at: Moment
  /** The id of a statement → a mark of its content. */
  records: Readonly<Record<string, string>>
  /** Since when statements that the thread was not told of are not as they were. */
  noticed?: Moment | undefined
  /** The statements of which it was told. */
  told: readonly string[]
}

export type Shares = {
  rememberShare(share: Omit<Share, 'noticed' | 'told'>): Promise<void>
  /** Oldest first. */
  shares(workspace: string): Promise<readonly Share[]>
  /** Keeps what was noticed and told. False, and nothing is kept, where another instance has changed it since `before`. */
  changeShare(before: Share, after: Pick<Share, 'noticed' | 'told'>): Promise<boolean>
  /** Those of every workspace. */
  forgetShares(before: Moment): Promise<void>
}

/** What people propose for the folder, of all workspaces: it is the operator's curators who decide. */
export type Proposals = {
  /** Gives its number. */
  propose(by: Proposer, link: ProposedLink, at: Moment): Promise<number>
  /** In these states, the oldest first. */
  proposals(states: readonly ProposalState[]): Promise<readonly Proposal[]>
  proposal(number: number): Promise<Proposal | undefined>
  /** False when it is not waiting any more. */
  changeProposal(number: number, link: ProposedLink): Promise<boolean>
  /** Of two who decide at once one is told false: it was not in the state `from` any more. */
  decideProposal(number: number, from: ProposalState, to: ProposalState, why?: string): Promise<boolean>
  /** Who they are is forgotten with that. */
  proposerTold(number: number): Promise<void>
}

/** A row of a table, as it travels between engines. */
export type Line = { table: string; row: Readonly<Record<string, string | number | null>> }

export type ExportImport = {
  export(): Promise<readonly Line[]>
  /** Into an empty store, all or nothing. Throws ImportProblem with a sentence. */
  import(lines: readonly Line[]): Promise<Imported>
}

/** `dropped` rows of an older export held words that people had typed, which are not kept any more. */
type Imported = { rows: number; dropped: number }

type Opened = {
  /** What is wrong with the store at the moment, in a sentence. */
  trouble(): string | undefined
  /** Opens it, where that was not yet possible, and writes, so that trouble which is over is seen to be over. */
  ready(): Promise<void>
  close(): Promise<void>
}

/** Something is wrong with the store that can be put right, or that passes. The message is a sentence for whoever runs Hansa. */
export class StoreTrouble extends Error {
  /** Whether the connection is lost with it, so that the store has to be opened again. */
  readonly lost: boolean
  /** Whether reading still works: then only a write shows that the trouble is over. */
  readonly onlyWrites: boolean

  constructor(sentence: string, options: { lost: boolean; onlyWrites?: boolean; cause?: unknown }) {
    super(sentence, { cause: options.cause })
    this.name = 'StoreTrouble'
    this.lost = options.lost
    this.onlyWrites = options.onlyWrites ?? false
  }
}

/** What `text` says as JSON; nothing when it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
