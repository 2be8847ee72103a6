/**
 * The one gate for slips of the pen: so many edits a word or name of these letters may be away and still be read as what was
 * meant. None under five letters, one up to eight, two from nine on: York is no Cork, and Durham no Durban. Where two names
 * are compared, the one with fewer letters says. `bench/` has what looser gates let through.
 *
 * Who only *offers* what may have been meant, or knows from elsewhere that something is misspelled, asks with a reason:
 * - `alone`: a single word beside a short list of names; already not understood, so a slip is likelier than another word.
 * - `commands`: of a handful of short words only one can be meant, and what is near is offered, not run.
 * - `texts`: a word that no text and no dictionary knows; it finds texts, and how it was read is said.
 */
export function slipsAllowedIn({ length }: { length: number }, reason: Reason = 'answer'): number {
  const [one, two, three] = FROM[reason]
  if (length < one) return 0
  if (length < two) return 1
  return length < three ? 2 : 3
}

export type Reason = 'answer' | 'alone' | 'commands' | 'texts'

/** From how many letters on one, two and three slips are allowed. */
const FROM: Readonly<Record<Reason, readonly [number, number, number]>> = {
  answer: [5, 9, Number.POSITIVE_INFINITY],
  alone: [1, 9, Number.POSITIVE_INFINITY],
  commands: [3, 4, Number.POSITIVE_INFINITY],
  texts: [4, 6, 10],
}
