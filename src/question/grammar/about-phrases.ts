import type { Phrase } from './phrases.ts'

/** What links are about. */
export const ABOUT_PHRASES: readonly Phrase<'themes'>[] = [
  ['what|which? are|is? the? theme|themes of|for?', 'themes'],
  ['link|links|twin|twins|twinning|twinnings|partner|partners|partnership|partnerships about #end', 'themes'],
]
