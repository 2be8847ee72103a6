/** Numbers rounded to a tenth of a pixel keep the picture small and the same on every machine. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10 + 0)
}

type Attributes = Readonly<Record<string, string | number | undefined>>

/** One SVG element. Values and `text` are escaped; `inside` is markup already. */
export function element(name: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? px(value) : escaped(String(value))}"`)
    .join('')
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`
}

/** Text as XML may hold it: markup as entities, control characters and half characters left out. */
export function escaped(text: string): string {
  if (PLAIN.test(text)) return text
  return allowed(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Outlines are a third of a million characters, none of which means anything to XML. */
const PLAIN = /^[\w .,:;()#/'+-]*$/

function allowed(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}
