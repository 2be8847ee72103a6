import { lazily } from '../../../search/lazily.ts'
import { shown } from '../../file/nearest.ts'
import { costSchema } from '../../kinds/cost.ts'
import { entriesOf } from '../../kinds/kind.ts'
import type { Rule } from '../rule.ts'

export const printedSum: Rule = {
  name: 'printed-sum',
  why: 'A sum that no source printed is one that somebody worked out.',
  sees: 'each file',
  *check(folder) {
    for (const { value, spot } of entriesOf(folder.entries, costSchema)) {
      const { amount, quote } = value
      if (amount === undefined || (quote === undefined ? isSum(amount) : quote.includes(amount))) continue
      const about = { spot: spot(['amount']), about: 'amount' }
      yield quote === undefined
        ? { ...about, says: `"${shown(amount)}" is no sum with a currency`, tip: NO_SUM }
        : {
            ...about,
            says: `"${shown(amount)}" does not stand in the quotation beside it`,
            tip: 'Write the sum as the quotation prints it.',
          }
    }
  },
}

const NO_SUM =
  'Write a number with its currency, as the source prints it: £31,386. What the source says in other words needs them under "quote:".'

/** A number with a currency by sign, code or name, a currency in words (`half a million euros`), or none at all. */
function isSum(amount: string): boolean {
  const words = amount.match(/\p{L}+/gu) ?? []
  const isCurrency = words.some((word) => codes().has(word) || names().has(word.toLowerCase()))
  const isCounted = /\d/.test(amount) || words.length > 1
  return /\d\s*\p{Sc}|\p{Sc}\s*\d/u.test(amount) || (isCurrency && isCounted) || NONE.test(amount)
}

const NONE = /^(?:nil|none|nothing|zero)$/i

const codes = lazily(() => new Set(Intl.supportedValuesOf('currency')))

/** `pound` and `pounds`, `euro`, `dollar`: the last words of what currencies are called. */
const names = lazily(() => {
  const called = new Intl.DisplayNames('en', { type: 'currency' })
  const last = [...codes()].flatMap((code) => called.of(code)?.toLowerCase().split(' ').at(-1) ?? [])
  return new Set(last.flatMap((name) => [name, `${name}s`]))
})
