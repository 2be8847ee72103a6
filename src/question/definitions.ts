import type { Library, ReadQuestion } from '../library/library.ts'
import type { Said } from '../library/said.ts'
import { stemOf } from '../search/text/english.ts'
import { fold } from '../search/words/fold.ts'

/** Who asks what a word means gets first what says it, where anything does. */
export function definitionsFirst(
  words: string,
  question: ReadQuestion,
  { library, read }: { library: Library; read: (words: string) => ReadQuestion },
): Said {
  const asked = termAsked(words, library.knowledge)
  if (!asked) return question.said()
  const said = read(asked.term).said()
  const defines = ({ id }: { id: string }) => asked.definedBy.has(id)
  const found = new Set(said.hits.map(({ id }) => id))
  const unfound = [...asked.definedBy]
    .filter((id) => !found.has(id))
    .map((id) => ({ id, score: 0, holds: [], isOn: true, marks: {} }))
  const rest = said.hits.filter((hit) => !defines(hit))
  const hits = [...said.hits.filter(defines), ...unfound, ...rest]
  // What defines the word speaks to all that was asked.
  const isDefined = (id: string) => asked.definedBy.has(id)
  return {
    ...said,
    strength: 'answer',
    hits: hits.map((hit) => (isDefined(hit.id) ? { ...hit, holds: said.asked, isOn: true } : hit)),
  }
}

/** The ways to ask for a meaning; what is left is the word. */
const FORMS = [
  /^what(?:['’]s| is| are) (?:an? |the )?(?:meaning|definition) of (.+)$/i,
  /^(?:the )?(?:meaning|definition) of (.+)$/i,
  /^what do(?:es)? (.+) mean$/i,
  /^what(?:['’]s| is| are) meant by (.+)$/i,
  /^what(?:['’]?s| is| are) (.+)$/i,
  /^define (.+)$/i,
  /^(.+) (?:definition|meaning)$/i,
]

/** `what is a sister city?`: the word whose meaning is asked, and the statements that define it; undefined where none does. */
function termAsked(
  words: string,
  { statements, same }: Library['knowledge'],
): { term: string; definedBy: ReadonlySet<string> } | undefined {
  const plain = words.replace(/[?!.\s]+$/, '')
  const [, asked] = FORMS.map((form) => form.exec(plain)).find(Boolean) ?? []
  const term = asked?.replace(/^(?:an?|the) /i, '').replace(/^["'“‘]|["'”’]$/g, '')
  if (!term) return undefined
  const key = keyOf(term)
  const alike = same.filter((group) => group.some((one) => keyOf(one) === key)).flat()
  const keys = new Set([key, ...alike.map(keyOf)])
  const definedBy = new Set<string>()
  for (const { id, defines = [] } of statements.values())
    if (defines.some((one) => keys.has(keyOf(one)))) definedBy.add(id)
  return definedBy.size > 0 ? { term, definedBy } : undefined
}

/** In any of its forms: `sister cities`, `co-operation`. */
function keyOf(term: string): string {
  return fold(term).split(' ').map(stemOf).join(' ')
}
