/**
 * Titles in CSL may hold a little HTML: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags.
 * Only these tags are markup; any other `<draft>` is part of the title.
 */
const TAG = /<(\/?)(i|b|sub|sup|sc|span)((?:\s[^<>]*)?)>/g

/** `CO<sub>2</sub> &amp; <i>Homo</i>` → `CO2 & Homo`, for programs that would print the tags. */
export function plainText(marked: string): string {
  return marked.replace(TAG, '')
}

/** The same in the commands of TeX; `safe` makes plain words safe there. */
export function texText(marked: string, safe: (words: string) => string): string {
  const open: string[] = []
  let [text, done] = ['', 0]
  for (const { 0: tag, 1: closes, 2: name = '', 3: how = '', index } of marked.matchAll(TAG)) {
    text += safe(marked.slice(done, index))
    done = index + tag.length
    if (closes) text += open.pop() ?? ''
    else {
      const command = /small-caps/.test(how) ? '\\textsc' : COMMANDS[name]
      text += command ? `${command}{` : ''
      open.push(command ? '}' : '')
    }
  }
  return text + safe(marked.slice(done)) + open.reverse().join('')
}

const COMMANDS: Readonly<Record<string, string>> = {
  i: '\\textit',
  b: '\\textbf',
  sub: '\\textsubscript',
  sup: '\\textsuperscript',
  sc: '\\textsc',
}

/** Text as other programs hand it on: entities of HTML, and the tags of Crossref and of web pages, become what they mean. */
export function unescaped(text: string): string {
  if (!/[&<]/.test(text)) return text.trim()
  let [before, now] = ['', text]
  // Some have been escaped twice.
  for (let times = 0; times < 3 && now !== before; times++)
    [before, now] = [now, now.replace(ENTITY, meaning)]
  return now
    .replace(/<(\/?)(?:jats:)?(?:em|italic|i)>/g, '<$1i>')
    .replace(/<(\/?)(?:jats:)?(?:strong|bold|b)>/g, '<$1b>')
    .replace(/<(\/?)(?:jats:)?(sub|sup|sc)>/g, '<$1$2>')
    .replace(/(?:\s*<\/?(?:jats:)?p>\s*)+/g, ' ')
    .trim()
}

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', shy: '' },
  ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…' },
}

/** An entity without a meaning, or with that of an unseen character, stays as it is. */
function meaning(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
  const isSeen = code >= 32 && code <= 0x10ffff && !/\p{C}/u.test(String.fromCodePoint(code))
  return isSeen ? String.fromCodePoint(code) : entity
}
