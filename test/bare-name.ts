/** A name by its letters and digits alone, without the library's own folding of names: tests judge by it what that found. */
export function bare(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
