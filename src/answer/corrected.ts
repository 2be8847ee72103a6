import type { Finding } from './answer.ts'
import { dateInWords } from './in-words.ts'

/** What a reader of a statement relies on, with the words for it; those without `say` are too long to show both. */
const PARTS: readonly { name: string; of: (finding: Finding) => string | undefined; say?: true }[] = [
  {
    name: 'the link',
    of: ({ place, twin }) => (place && twin ? `${place} – ${twin}` : undefined),
    say: true,
  },
  { name: 'the kind', of: ({ relation }) => relation, say: true },
  { name: 'the start', of: ({ since }) => since && dateInWords(since), say: true },
  { name: 'the state', of: ({ status }) => status, say: true },
  { name: 'the date of the evidence', of: ({ statusOn }) => statusOn && dateInWords(statusOn), say: true },
  { name: 'who holds it', of: ({ heldBy }) => heldBy, say: true },
  // Of a link, words of ours say the parts above once more.
  { name: 'what we say of it', of: ({ kind, says }) => (kind === 'twinning' ? undefined : says) },
  { name: 'the quotation', of: ({ quote }) => quote },
  { name: 'the place in the source', of: ({ cite }) => cite.locator, say: true },
  { name: 'the source', of: ({ cite }) => cite.source },
]

/**
 * What became of a statement since it was shown, in one sentence: `Leeds – Siegen, as read in TwinTowns (2015): the
 * start is now 1968 and was 1966.` Undefined where it reads as it did.
 */
export function correctedInWords(shown: Finding, now: Finding | undefined): string | undefined {
  const which = `${shown.title}, as read in ${shown.cite.label}`
  if (!now) return `${which}: this statement was withdrawn.`
  const changes = PARTS.flatMap(({ name, of, say }) => {
    const [before, after] = [of(shown), of(now)]
    if (before === after) return []
    return [
      say
        ? `${name} is now ${after ?? 'not known'} and was ${before ?? 'not known'}`
        : `${name} was put right`,
    ]
  })
  return changes.length > 0 ? `${which}: ${changes.join(', ')}.` : undefined
}
