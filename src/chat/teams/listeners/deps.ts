import type { Answer, Desk } from '../../../answer/answer.ts'
import type { RecordChange } from '../../../answer/change.ts'
import type { Log } from '../../../answer/log.ts'
import { may } from '../../../answer/rights.ts'
import type { AskAs, DigestSide, TakeTurn } from '../../core/handle-interaction.ts'
import type { View } from '../../core/overview.ts'
import { type FetchedPicture, hasPicture, type OwnAddresses } from '../../core/own-addresses.ts'
import type { ProposalDesk } from '../../core/proposals.ts'
import type { TakeAlong } from '../../core/taking.ts'
import type { Rendering } from '../cards/actions.ts'
import type { Element } from '../cards/elements.ts'
import type { Message } from '../cards/to-cards.ts'
import type { Place, TeamsAsker } from '../transport/activity.ts'
import type { Connector } from '../transport/connector.ts'

/** What each listener is given. */
export type Deps = {
  desk: Desk
  ask: AskAs<TeamsAsker>
  turn: TakeTurn<Message>
  connector: Connector
  log: Log
  digest?: DigestSide<TeamsAsker>
  /** Answers as text to copy. */
  takeAlong?: TakeAlong
  /** Where links are proposed; absent where nothing can be kept. */
  proposals?: ProposalDesk
  /** Where maps and files of answers are fetched; absent where Hansa has no address of its own. */
  own?: Pick<OwnAddresses, 'mapOf' | 'fileOf'>
  /** Writes down who shared what. */
  record?: RecordChange
  /** Remembers where a conversation is written to. */
  note?: (place: Place, workspace: string) => Promise<void>
  forget?: (channel: string, workspace: string) => Promise<void>
}

/** How an answer is shown to who asked: with the buttons that lead somewhere there. */
export function renderingFor(
  deps: Pick<Deps, 'own' | 'proposals'>,
  answer: Answer,
  asker: TeamsAsker,
  more: { view?: View; back?: string; share?: boolean; picture?: FetchedPicture } = {},
): Extract<Rendering, { to: 'asker' }> {
  return {
    to: 'asker',
    share: !asker.private && may(asker, 'share'),
    map: deps.own !== undefined && hasPicture(answer),
    keeps: deps.proposals !== undefined && may(asker, 'report'),
    ...more,
  }
}

/** How a press is answered: another card in the place of the one that was pressed, or a line of words. */
export type Redrawn = { card: Element } | { says: string }

/** What a delivery is answered with; and the same as a message, where that would be too late. */
export type Replied = { reply?: object; message?: Message }

/** As the platform takes it. */
export function redrawn(what: Redrawn): object {
  return 'card' in what
    ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: what.card }
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: what.says }
}
