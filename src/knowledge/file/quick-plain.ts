import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml'
import { DEEPEST, meantBy, type Plain } from './plain.ts'
import { isSurelyReadAtOnce } from './yaml-tree.ts'

/**
 * What a file holds in which nothing is wrong, in a tenth of the time that `parseYaml` takes: it does not keep where each
 * part is written. Undefined for a file with a mistake, with more in it than texts, lists and records, with nothing in it
 * or with very much: `parseYaml` and `plainOf` say what to make of those.
 */
export function quickPlain(text: string): Plain {
  if (!isSurelyReadAtOnce(text) || isReadOtherwise(text)) return undefined
  try {
    return read(text)
  } catch {
    return undefined
  }
}

/**
 * Tabs, marks where a document begins or ends, byte order marks within a text, and an escaped line end: of these the two
 * parsers make different things, as of blocks of text (`|`, `>`).
 */
function isReadOtherwise(text: string): boolean {
  if (['\t', '\ufeff', '\\\n'].some((sign) => text.includes(sign))) return true
  return (text.includes('---') || text.includes('...')) && /^ *(?:---|\.\.\.)/m.test(text)
}

function read(text: string): Plain {
  const events = parseEvents(text, { maxDepth: DEEPEST })
  let at = 0
  const next = () => {
    const event = events[at++]
    if (!event) throw new Error('the events of a text end within it')
    return event
  }
  const isAtEnd = () => events[at]?.type === EVENT_ID.POP
  const value = (): Plain => {
    const event = next()
    if (event.type === EVENT_ID.SCALAR) {
      plainly(event)
      const { PLAIN, LITERAL_BLOCK, FOLDED_BLOCK } = SCALAR_STYLE
      if (event.style === LITERAL_BLOCK || event.style === FOLDED_BLOCK) throw new Error('a block of text')
      return meantBy(getScalarValue(text, event), { isBare: event.style === PLAIN, isLiteral: false })
    }
    if (event.type === EVENT_ID.SEQUENCE) {
      plainly(event)
      const items: Plain[] = []
      while (!isAtEnd()) items.push(value())
      next()
      return items
    }
    if (event.type !== EVENT_ID.MAPPING) throw new Error('no text, list or record')
    plainly(event)
    const record: { [key: string]: Plain } = Object.create(null)
    while (!isAtEnd()) {
      const key = value()
      if (typeof key !== 'string' || key in record) throw new Error('no key, or one that was there before')
      record[key] = value()
    }
    next()
    return record
  }
  const begin = next()
  if (begin.type !== EVENT_ID.DOCUMENT || begin.directives.length > 0) throw new Error('no document')
  const plain = value()
  next()
  if (at < events.length) throw new Error('a second document')
  return plain
}

function plainly({ anchorStart, tagStart }: { anchorStart: number; tagStart: number }): void {
  if (anchorStart >= 0 || tagStart >= 0) throw new Error('an anchor or a tag')
}
