import type { Answer } from './answer.ts'

/** What can be handed in under an answer that holds nothing: a link of a place that is filled in, or words on what is missing. */
export type TellUs = { is: 'link'; label: string; place?: string } | { is: 'words'; label: string }

/** Under every answer that holds nothing on what was asked there is one way to tell what is known. */
export function tellUs({ kind, outcome, command, lacks, tell, missing = [] }: Answer): TellUs | undefined {
  const isNothing = outcome === 'nothing' || outcome === 'unknown'
  if (kind !== 'knowledge' || !(isNothing || tell)) return undefined
  // No link is handed in for a sum or a decision.
  if (lacks || (command !== 'twins' && !tell)) return { is: 'words', label: 'Tell us what you know' }
  const { place, partner } = tell ?? { place: missing.find(({ is }) => is === 'place')?.name }
  if (place === undefined) return { is: 'link', label: 'Tell us about a link' }
  return { is: 'link', label: `Tell us about ${partner ? `${place} and ${partner}` : place}`, place }
}
