/** Words at a place on a page: points from the lower left, and the size of the letters. */
export type Run = readonly [x: number, y: number, size: number, words: string]

/** A PDF with these lines, or runs, on its pages, in Helvetica. `ﬁ` becomes the ligature glyph of the font. */
export function aPdf(pages: readonly (readonly (string | Run)[])[]): Uint8Array {
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi] >> >>',
    ...pages.flatMap((lines, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
      streamOf(lines),
    ]),
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const offset = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`
  return Buffer.from(
    `${file}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  )
}

function streamOf(lines: readonly (string | Run)[]): string {
  const shown = lines.map((line, i) => {
    const [x, y, size, words] = typeof line === 'string' ? [50, 750 - 20 * i, 12, line] : line
    return `/F ${size} Tf 1 0 0 1 ${x} ${y} Tm (${words.replaceAll('ﬁ', '\\001').replace(/[()]/g, '\\$&')}) Tj`
  })
  const content = `BT ${shown.join('\n')} ET`
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
}
