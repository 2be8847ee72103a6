type Decoded = { text: string; note?: string }

/**
 * The text of a page in the character set that it names: in its byte order mark, its header, or its first kilobyte. A page
 * that names none is UTF-8, or else the old set of Windows; that is said, because it is a guess.
 */
export function decode(bytes: Uint8Array, contentType = ''): Decoded {
  const name =
    markOf(bytes) ?? wideOf(bytes) ?? /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1] ?? metaOf(bytes)
  const named = name && decoderOf(name)
  if (named) return { text: named.decode(bytes) }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const note = 'it does not say in which character set it is, and was read as windows-1252'
    return { text: new TextDecoder('windows-1252').decode(bytes), note }
  }
}

function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined
}

/** UTF-16 without a mark: every other byte of Latin letters, of spaces and of HTML is zero. */
function wideOf(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, 1024)
  const zeros = [0, 1].map((odd) => start.filter((byte, i) => byte === 0 && i % 2 === odd).length)
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) < start.length / 8 || Math.min(even, odd) > Math.max(even, odd) / 8)
    return undefined
  return even > odd ? 'utf-16be' : 'utf-16le'
}

/** A page whose `<meta>` can be read byte by byte is not in UTF-16, whatever it says: the HTML standard has UTF-8. */
function metaOf(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  const name = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1]
  return name && /^utf-?16/i.test(name) ? 'utf-8' : name
}

/** `undefined` for a name that no one knows. */
function decoderOf(name: string): TextDecoder | undefined {
  try {
    return new TextDecoder(name)
  } catch {
    return undefined
  }
}
