import type { Desk } from '../../../answer/answer.ts'
import type { RecordChange } from '../../../answer/change.ts'
import type { AskAs, DigestSide, TakeTurn } from '../../core/handle-interaction.ts'
import type { ProposalDesk } from '../../core/proposals.ts'
import type { Message } from '../blocks/to-blocks.ts'
import type { SlackAsker } from './asker.ts'
import type { Pictures } from './picture.ts'
import type { Saving } from './save.ts'

/** What each listener is given. */
export type ListenerDeps = {
  desk: Desk
  ask: AskAs<SlackAsker>
  turn: TakeTurn<Message>
  pictures: Pictures
  saving: Saving
  digest?: DigestSide<SlackAsker>
  /** Where links are proposed; absent where nothing can be kept. */
  proposals?: ProposalDesk
  /** Whether a window can ask us for names while somebody types one. */
  completes?: boolean
  /** Writes down who shared what. */
  record: RecordChange
}
