/**
 * Drops what has no business in a chat message: control characters (a line break and a tab are kept), half characters,
 * and the marks that turn the direction of the text around them.
 */
export function clean(text: string): string {
  return text.toWellFormed().replace(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '')
}

/** At most `max` code points; what is cut off is shown by `…`. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  const points = [...text]
  return points.length <= max ? text : `${points.slice(0, max - 1).join('')}…`
}

/** The text in pieces of at most `max` code points; none for an empty text. */
export function pieces(text: string, max: number): readonly string[] {
  if (text.length <= max) return text === '' ? [] : [text]
  const points = [...text]
  return Array.from({ length: Math.ceil(points.length / max) }, (_, at) =>
    points.slice(at * max, (at + 1) * max).join(''),
  )
}

/** What people are told by every chat, beside answers. */

/** When a press leads nowhere. */
export const NOTHING_BEHIND = 'There is nothing behind this button any more. Please ask again.'

/** `known` says no more than we know of what was done. */
export function apologyInWords(
  reference: string,
  known = 'You may not have got an answer: please ask again.',
): string {
  return (
    `Sorry, something went wrong on our side. ${known} If it happens again, tell whoever looks after this app the ` +
    `reference ${reference}.`
  )
}

/** Over an answer that is not the one whose button was pressed; `told` is whether the button says which that was. */
export function changedInWords({ told, canShare }: { told: boolean; canShare: boolean }): string {
  const why = told
    ? 'The answer has changed since you asked: the knowledge folder says something else now.'
    : 'This button is from an earlier release and does not tell what was shown, so here is the answer as it is now.'
  return why + (canShare ? ' Nothing was shared. To share what follows, press Share under it.' : '')
}
