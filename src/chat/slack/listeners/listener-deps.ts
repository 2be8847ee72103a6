import type { Desk } from '../../../answer/answer.ts'
import type { RecordChange } from '../../../answer/change.ts'
import type { Reply as AnyReply, AskAs, DigestSide, TakeTurn } from '../../core/handle-interaction.ts'
import type { ProposalDesk } from '../../core/proposals.ts'
import type { Message } from '../blocks/to-blocks.ts'
import type { SlackAsker } from './asker.ts'
import type { Pictures } from './picture.ts'

export type Reply = AnyReply<Message>

/** What each listener is given. */
export type ListenerDeps = {
  desk: Desk
  ask: AskAs<SlackAsker>
  turn: TakeTurn<Message>
  pictures: Pictures
  digest?: DigestSide<SlackAsker>
  /** Where links are proposed; absent where nothing can be kept. */
  proposals?: ProposalDesk
  /** Writes down who shared what. */
  record: RecordChange
}
