import type { types } from '@slack/bolt'

/** `text` is what notifications show and screen readers read; it is escaped. */
export type Message = { text: string; blocks: types.KnownBlock[] }
