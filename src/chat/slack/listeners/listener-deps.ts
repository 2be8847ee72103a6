import type { Desk } from '../../../answer/answer.ts'
import type { Reply as AnyReply, TakeTurn } from '../../core/handle-interaction.ts'
import type { LastAsked } from '../../core/last-asked.ts'
import type { Message } from '../blocks/to-blocks.ts'
import type { DigestSide } from '../digest/digest-side.ts'
import type { AskAs } from './ask-as.ts'
import type { SendPicture } from './picture.ts'

export type Reply = AnyReply<Message>

/** What each listener is given. */
export type ListenerDeps = {
  desk: Desk
  ask: AskAs
  turn: TakeTurn<Message>
  picture: SendPicture
  lastAsked: LastAsked
  digest?: DigestSide
}
