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
