import { randomUUID } from 'node:crypto'
import type { Answer, WebLink } from '../answer/answer.ts'
import { receiptOf } from '../answer/receipt.ts'
import type { Asker } from '../answer/rights.ts'
import type { ChannelSettings } from '../digest/channel-settings.ts'
import type { DigestDesk, Noted } from '../digest/desk.ts'
import { editionOf } from '../digest/edition.ts'
import {
  cutTo,
  type Gaps,
  gapInWords,
  keyOf,
  type NamedGap,
  namedGaps,
  othersInWords,
} from '../digest/items/gap.ts'
import { momentOf } from '../digest/schedule/moment.ts'
import type { Weekly } from '../digest/schedule/subscription.ts'
import { covers, type Locality } from '../places/locality.ts'
import { StoreTrouble } from '../store/store.ts'
import { digestCommand } from './command/digest-command.ts'
import { defaultWeekly, subscriptionOf } from './command/verb.ts'
import { correctionTeller, marksOf } from './corrections.ts'
import type { DeskDeps } from './delivery-deps.ts'
import { ownDigests, STORE_TROUBLE } from './digest-state.ts'
import { createGapRecorder, type GapRecorder } from './gap-recorder.ts'
import { recentGaps } from './posting/claim-owed.ts'
import { inTrouble } from './replies.ts'

/** The digest and the memory, for a place where people talk. */
export function createDigestDesk(deps: DeskDeps): DigestDesk & Pick<GapRecorder, 'flushed'> {
  const { store, now, sleep, library } = deps

  async function orTrouble<T>(act: () => Promise<T>, otherwise: (sentence: string) => T): Promise<T> {
    try {
      return await Promise.race([act(), sleep(PATIENCE).then(() => otherwise(SLOW))])
    } catch (error) {
      if (error instanceof StoreTrouble) return otherwise(STORE_TROUBLE)
      throw error
    }
  }

  const command = digestCommand(deps)
  const today = () => now().toString().slice(0, 10)
  return {
    ...createGapRecorder(deps),
    answer: (words, asker, voice) => orTrouble(() => command(words.trim(), asker, voice), inTrouble),
    suited: (answer, asker) =>
      orTrouble(
        () => suited(answer, asker, deps),
        () => answer,
      ),
    settingsOf: ({ workspace, channel }) =>
      orTrouble<ChannelSettings | undefined>(
        async () => (channel ? store.settingsOf({ workspace, channel }) : undefined),
        () => undefined,
      ),
    weeklyOf: ({ workspace, channel = '' }) =>
      orTrouble<Weekly | undefined>(
        async () => (await subscriptionOf({ workspace, channel }, deps))?.weekly ?? defaultWeekly(deps),
        () => undefined,
      ),
    ownDigests: (asker) =>
      orTrouble(
        () => ownDigests(asker, deps),
        (trouble) => ({ trouble, channels: [] }),
      ),
    gaps: ({ workspace }) =>
      orTrouble(async () => {
        const gaps = await recentGaps(workspace, now(), store)
        return gapsAnswer(namedGaps(gaps, deps.library()), deps)
      }, inTrouble),
    recordJudgement: ({ about = [] }, judgement, { workspace, private: inPrivate, outside }, how) =>
      orTrouble(async () => {
        // Of a judgement no more is kept than of a question nobody could answer.
        const subject = inPrivate || outside ? {} : keyOf(about)
        const helpful = judgement === 'helpful'
        if (how === 'taken back') {
          await store.takeBackJudgement(workspace, { ...subject, helpful })
          return { kept: true, sentence: `Taken back: your “${judgement}” is not counted any more.` }
        }
        await store.recordJudgement(workspace, { ...subject, helpful, day: today() })
        return noted(
          `${helpful ? 'Noted as helpful.' : 'Noted as not helpful: it will be looked at.'} Press it again to take it back.`,
        )
      }, notKept),
    keepReceipt: (answer, { workspace }) =>
      orTrouble(
        async () => {
          const folder = editionOf(deps.library().knowledge).id
          const receipt = receiptOf(answer, { day: today(), folder })
          await store.keepReceipt(workspace, receipt)
          return receipt.id
        },
        () => undefined,
      ),
    rememberShare: (answer, where) =>
      orTrouble(
        () => store.rememberShare({ ...where, at: momentOf(now()), records: marksOf(answer, library()) }),
        () => undefined,
      ),
    tellCorrections: correctionTeller(deps),
    report: (record, says, { workspace }) =>
      orTrouble(async () => {
        await store.report(workspace, { id: randomUUID(), record, says, at: momentOf(now()) })
        const { statements, sources } = library().knowledge
        const whose = sources.get(statements.get(record)?.source ?? '')?.heldIn?.name
        const elsewhere = whose === undefined ? '' : ` The statement is of “${whose}”, and changed there.`
        return noted(`Your report is with the people who look after this knowledge.${elsewhere}`)
      }, notKept),
  }
}

/** People wait three seconds at most where they talk; the store may take longer to find out that it is in trouble. */
const PATIENCE = 2.5

const SLOW = 'This takes long. What was asked may still happen: “digest” tells how it stands.'

function noted(what: string): Noted {
  return { kept: true, sentence: `Thank you. ${what}` }
}

function notKept(trouble: string): Noted {
  return { kept: false, sentence: `Thank you, but it could not be kept: ${trouble} Please try again later.` }
}

/** How much is named, and how much of it has a button. */
const SHOWN = 20
const BUTTONS = 5

const HOW =
  'Do you know of one of these? Name a published source and where in it the answer stands, and say it in your own words. ' +
  'GUIDELINES.md in the knowledge folder tells how.'

const NUMBERS =
  'What is asked is not kept in words. Named here is what we have a name for and was asked for in channels on two days ' +
  'or more: a place that exists and is not held, or a topic of this folder.'

/** What nothing was found on, most asked first, and where to write down what one knows. */
export function gapsAnswer(
  gaps: Gaps,
  { contributeUrl, guidelines = [] }: { contributeUrl?: string; guidelines?: readonly string[] },
): Answer {
  const shown = cutTo(SHOWN, gaps)
  const named = [...shown.places, ...shown.topics].toSorted((one, other) => other.count - one.count)
  const groups = [
    ...shown.places.map((gap) => ({ under: 'Asked for and not held', title: gapInWords(gap), findings: [] })),
    ...shown.topics.map((gap) => ({
      under: 'Asked about without an answer',
      title: gapInWords(gap),
      findings: [],
    })),
  ]
  const others = othersInWords(shown)
  const isEmpty = named.length === 0 && shown.others === 0
  return {
    outcome: 'help',
    kind: 'gaps',
    command: 'ask',
    ask: 'ask gaps',
    heading: isEmpty ? 'No open questions this month' : 'Questions nobody could answer this month',
    lead: isEmpty
      ? ['Everything that was asked this month found an answer.']
      : [...(named.length > 0 ? [HOW, ...guidelines] : []), ...others, NUMBERS],
    groups,
    suggestions: [],
    next: contributeUrl ? named.slice(0, BUTTONS).map((gap) => iKnow(gap, contributeUrl)) : [],
  }
}

function iKnow({ name }: NamedGap, contributeUrl: string): WebLink {
  return { label: `I know: ${name}`, url: filledIn(contributeUrl, name) }
}

/** The address of a new issue, with what was asked for already in it. */
function filledIn(contributeUrl: string, name: string): string {
  const url = new URL(contributeUrl)
  url.searchParams.set('title', `Nobody could answer: ${name}`)
  url.searchParams.set(
    'body',
    `Asked for: ${name}\n\nWhat I know:\n\nSource (title, author, date, address):\n\nWhere in it:\n`,
  )
  return url.href
}

/** See `DigestDesk.suited`. Answers in which a setting would change nothing cost no look at the store. */
async function suited(
  answer: Answer,
  { workspace, channel }: Asker,
  { store, library }: Pick<DeskDeps, 'store' | 'library'>,
): Promise<Answer> {
  if (!channel || (!answer.table && answer.suggestions.length < 2 && answer.next.length < 2)) return answer
  const { home, map } = await store.settingsOf({ workspace, channel })
  if (!home && map) return answer
  const here = home ? library().named(home) : []
  const isNear = isNearHome(
    here.map(({ locality }) => locality),
    library(),
  )
  const suggestions = first(answer.suggestions, isNear)
  const next = first(answer.next, isNear)
  return { ...answer, suggestions, next, ...(!map && { withoutMap: true }) }
}

/** Whether what a button asks lies at home. */
function isNearHome(here: readonly Locality[], { named }: ReturnType<DeskDeps['library']>) {
  return ({ ask }: Answer['next'][number]): boolean =>
    here.length > 0 &&
    ask !== undefined &&
    named(ask).some(
      ({ locality }) => locality.is === 'place' && here.some((home) => covers(home, locality.place)),
    )
}

/** All stay, in their order: those for which it holds before the others. */
function first<T>(all: readonly T[], isFirst: (one: T) => boolean): readonly T[] {
  return [...all.filter(isFirst), ...all.filter((one) => !isFirst(one))]
}
