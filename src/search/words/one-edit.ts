/** Every string that one edit makes of `text`: a letter out, two swapped, one other, one more. May repeat itself. */
export function* oneEditFrom(text: string, letters: string): Generator<string> {
  for (let at = 0; at <= text.length; at++) {
    const [before, after, rest] = [text.slice(0, at), text.slice(at), text.slice(at + 1)]
    if (at < text.length) yield before + rest
    if (at + 1 < text.length) yield before + after.charAt(1) + after.charAt(0) + after.slice(2)
    for (const letter of letters) {
      if (at < text.length) yield before + letter + rest
      yield before + letter + after
    }
  }
}

/** What folded Latin names are made of. */
export const LETTERS = 'abcdefghijklmnopqrstuvwxyz '
