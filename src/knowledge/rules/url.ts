import { shown } from '../file/nearest.ts'
import { entriesOf } from '../kinds/kind.ts'
import { sourceSchema } from '../kinds/source.ts'
import type { Rule } from './rule.ts'

export const url: Rule = {
  name: 'url',
  why: 'People press these links, so they lead where they say.',
  sees: 'each file',
  *check(folder) {
    for (const { value, spot } of entriesOf(folder.entries, sourceSchema)) {
      for (const field of ['URL', 'archived'] as const) {
        const fault = value[field] === undefined ? undefined : faultOf(value[field])
        if (fault)
          yield { spot: spot([field]), about: field, says: fault, tip: 'Copy the address from the browser.' }
      }
    }
  },
}

function faultOf(address: string): string | undefined {
  const found = `(found "${shown(address)}")`
  const parsed = URL.parse(address)
  if (/[\p{Cc}\p{Cf}\s]/u.test(address)) return `an address has no spaces or invisible characters ${found}`
  if (!parsed) return `this is not an address ${found}`
  if (!['http:', 'https:'].includes(parsed.protocol))
    return `an address begins with https:// or http:// ${found}`
  // Not shown: what is printed goes into logs.
  if (parsed.username || parsed.password)
    return 'an address must not hold a name or a password before its host'
  return undefined
}
