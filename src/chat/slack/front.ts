import type { Desk } from '../../answer.ts'
import type { AskAs } from './ask-as.ts'
import type { DigestSide } from './digest-side.ts'
import type { SendPicture } from './picture.ts'
import type { TakeTurn } from './turn.ts'

/** What each listener is given. */
export type Front = { desk: Desk; ask: AskAs; turn: TakeTurn; picture: SendPicture; digest?: DigestSide }
