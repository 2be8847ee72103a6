import { noForm, reference, styles } from '../../../reference/reference.ts'
import { entriesOf } from '../../kinds/kind.ts'
import { sourceOf, sourceSchema, type WrittenSource } from '../../kinds/source.ts'
import type { Rule } from '../rule.ts'

export const printedForm: Rule = {
  name: 'printed-form',
  why: 'A document that cannot be put into a list of references is found out before somebody asks for it.',
  severity: 'warning',
  *check(folder) {
    const printed = new Set<string>()
    for (const { value, spot } of entriesOf(folder.entries, sourceSchema)) {
      if (!isWhole(value)) continue
      const form = formOf(value)
      if (printed.has(form)) continue
      let isPrinted = true
      for (const style of styles) {
        try {
          const source = sourceOf(value)
          // In this order an entry that both want is made once.
          const says = noForm(source, style)
          reference(source, { style })
          const tip =
            'It can be cited in the text. Give it another type, or where it can be read, if it has one.'
          if (says) yield { spot: spot(['type']), says, tip }
          isPrinted &&= !says
        } catch (error) {
          isPrinted = false
          const says = `no reference can be made of "${value.id}" in ${style}: ${(error as Error).message.split('\n')[0]}`
          yield { spot: spot(['id']), says, tip: 'Look at its dates, names and numbers.' }
        }
      }
      if (isPrinted) printed.add(form)
    }
  },
}

/** A field that is wrong is said by the shape. */
function isWhole(value: Partial<WrittenSource>): value is WrittenSource {
  return (
    Boolean(value.id && value.type && value.title) &&
    Object.values(value).every((field: unknown) => field !== undefined)
  )
}

/**
 * Two documents of one form are printed alike: the same type and fields, the same marks in dates and numbers, and in words
 * the same of those that a printer reads. All five styles of a thousand documents take five seconds.
 */
function formOf({ id: _, ...source }: WrittenSource): string {
  return JSON.stringify(source, (key, value) =>
    typeof value !== 'string' || key === 'type' ? value : outlineOf(value),
  )
}

/** `327-40` as `0-0`, `May 2024` as `a0`, `O’Brien` as `’`. */
function outlineOf(text: string): string {
  if (text.length <= LONGEST_NUMBER && /\d/.test(text))
    return text.replace(/\p{L}[\p{L}\p{M}\s]*/gu, 'a').replace(/\d+/g, '0')
  return [...new Set(text.match(READ) ?? [])].toSorted().join('')
}

const LONGEST_NUMBER = 24
/** Quotation marks, tags, brackets, and the moment in an address of an archive. */
const READ = /["'“”„‘’«»<>[\]]|\/(?=\d{14}\/)/g
