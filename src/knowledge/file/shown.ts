/** What was written, short and visible enough to stand in a sentence. */
export function shown(text: string): string {
  const line = text.slice(0, 1_000).trim().replace(/\s+/g, ' ').replace(/\p{C}/gu, '\uFFFD')
  const letters = [...line]
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : line
}
