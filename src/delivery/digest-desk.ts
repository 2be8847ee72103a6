import { randomUUID } from 'node:crypto'
import { receiptOf } from '../answer/receipt.ts'
import type { ChannelSettings } from '../digest/channel-settings.ts'
import type { DigestDesk, Noted } from '../digest/desk.ts'
import { editionOf } from '../digest/edition.ts'
import { keyOf, namedGaps } from '../digest/items/gap.ts'
import { momentOf } from '../digest/schedule/moment.ts'
import type { Weekly } from '../digest/schedule/subscription.ts'
import { StoreTrouble } from '../store/store.ts'
import { digestCommand } from './command/digest-command.ts'
import { defaultWeekly, subscriptionOf } from './command/verb.ts'
import { correctionTeller, marksOf } from './corrections.ts'
import type { DeskDeps } from './delivery-deps.ts'
import { ownDigests, STORE_TROUBLE } from './digest-state.ts'
import { createGapRecorder, type GapRecorder } from './gap-recorder.ts'
import { gapsAnswer } from './gaps-answer.ts'
import { recentGaps } from './posting/claim-owed.ts'
import { inTrouble } from './replies.ts'
import { suited } from './suited.ts'

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
