import type { Answer } from '../../answer/answer.ts'

/**
 * A picture that goes with an answer and never replaces it. `title` names the answer it belongs to; `alt` says the same as
 * the picture in words, 2,000 characters at most.
 */
export type Picture = { name: string; title: string; alt: string; bytes(): Promise<Uint8Array | LeftOut> }

/** Why there is no picture where there should be one: too many are wanted just now, or it could not be made. */
export type LeftOut = { leftOut: 'busy' | 'failed' | 'not granted' }

/** The picture of an answer, for those that have one. It is made when its bytes are asked for. */
export type PictureOf = (answer: Answer) => Promise<Picture | undefined>

const BECAUSE: Readonly<Record<LeftOut['leftOut'], string>> = {
  busy: 'many are being drawn just now. Ask again in a minute.',
  'not granted': 'Hansa may not upload pictures here. Who administers the app can grant it files:write.',
  failed: 'it could not be drawn. The answer is complete without it; ask again to have it tried once more.',
}

/** While it is made, in its place. */
export const BEING_DRAWN = 'The map is being drawn…'

/** Whether an answer has a picture: its links can be drawn. */
export function hasPicture({ table, withoutMap }: Answer): boolean {
  return !withoutMap && table !== undefined && table.rows.length > 0
}

/** Tells the one who asked that no picture comes. */
export function leftOutInWords({ heading }: Answer, { leftOut }: LeftOut): string {
  return `${heading} – the map is left out: ${BECAUSE[leftOut]}`
}
