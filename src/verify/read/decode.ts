/** The text of a page in the character set that it names: in its byte order mark, its header, or its first kilobyte. */
export function decode(bytes: Uint8Array, contentType = ''): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  const named = /charset=["']?([\w-]+)/i.exec(contentType) ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(start)
  return decoderOf(markOf(bytes) ?? named?.[1] ?? 'utf-8').decode(bytes)
}

function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined
}

function decoderOf(name: string): { decode(bytes: Uint8Array): string } {
  try {
    return new TextDecoder(name)
  } catch {
    // A name that no one knows. Most of the web is UTF-8.
    return new TextDecoder()
  }
}
