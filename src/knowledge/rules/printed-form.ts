import { noForm, reference, styles } from '../../reference/reference.ts'
import { entriesOf } from '../kinds/kind.ts'
import { sourceOf, sourceSchema, type WrittenSource } from '../kinds/source.ts'
import type { Rule } from './rule.ts'

export const printedForm: Rule = {
  name: 'printed-form',
  why: 'A document that cannot be put into a list of references is found out before somebody asks for it.',
  severity: 'warning',
  thorough: true,
  *check(folder) {
    for (const { value, spot } of entriesOf(folder.entries, sourceSchema)) {
      if (!isWhole(value)) continue
      for (const style of styles) {
        try {
          const source = sourceOf(value)
          reference(source, { style })
          const says = noForm(source, style)
          const tip =
            'It can be cited in the text. Give it another type, or where it can be read, if it has one.'
          if (says) yield { spot: spot(['type']), says, tip }
        } catch (error) {
          const says = `no reference can be made of "${value.id}" in ${style}: ${(error as Error).message.split('\n')[0]}`
          yield { spot: spot(['id']), says, tip: 'Look at its dates, names and numbers.' }
        }
      }
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
