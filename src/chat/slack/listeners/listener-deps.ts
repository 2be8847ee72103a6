import type { Desk } from '../../../answer/answer.ts'
import type { TakeTurn } from '../../core/handle-interaction.ts'
import type { DigestSide } from '../digest/digest-side.ts'
import type { AskAs } from './ask-as.ts'
import type { SendPicture } from './picture.ts'

/** What each listener is given. */
export type Front = { desk: Desk; ask: AskAs; turn: TakeTurn; picture: SendPicture; digest?: DigestSide }
