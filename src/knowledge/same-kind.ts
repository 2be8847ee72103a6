import { fold } from '../search/words/fold.ts'

/**
 * Words of sources that mean the same kind of link, a group a line; the first names the group, as filters ask for it. A
 * word that stands in no group means itself. `kind:` keeps the source’s own word: only comparing and filtering look here.
 */
const GROUPS = `
twin|twins|twinned|twinning|twin town|twin city|town twinning|city twinning|twinning link|twinning agreement
sister|sister city|sister cities|sister town|sister state|sister link
partner|partners|partnership|partner city|partner town|city partnership|town partnership|partnership agreement
friendship|friend|friends|friendship city|friendship town|friendship link|friendship agreement|city of friendship
adoption|adopted|adopted town|adopted city
memorandum of understanding|mou|memorandum
not stated|unknown|not known`

const GROUP_OF = new Map(
  GROUPS.trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.split('|')
      return words.map((word) => [word, words[0] ?? word] as const)
    }),
)

/** `twin town and friendship` → twin, friendship. */
export function kindGroups(kind: string): readonly string[] {
  const whole = GROUP_OF.get(fold(kind))
  if (whole) return [whole]
  const parts = kind
    .split(/\/|,| and | or |\+|;/)
    .map(fold)
    .filter(Boolean)
  return [...new Set(parts.map((part) => GROUP_OF.get(part) ?? part))]
}

/** Whether two sources call a link by words that mean one kind, at least in part. */
export function sameKind(one: string, other: string): boolean {
  const groups = kindGroups(other)
  return kindGroups(one).some((group) => groups.includes(group))
}
