import { stringify } from 'yaml'
import type { Day } from '../answer/answer.ts'
import type { QuotationCheck, SourceCheck } from '../knowledge/checks.ts'
import type { Compared, Comparison } from './compare.ts'

/** What one look at a source gave. `from` is `copy` or the address. */
export type Look = { source: string; from: string; comparison: Comparison }

/**
 * The file with these looks in it, and without sources that are no longer `quoted`. A look that failed leaves an earlier
 * result standing, with its own day.
 */
export function recorded(
  before: readonly SourceCheck[],
  looks: readonly Look[],
  on: Day,
  quoted: ReadonlySet<string>,
): readonly SourceCheck[] {
  const checks = new Map(
    before.filter(({ source }) => quoted.has(source)).map((check) => [check.source, check]),
  )
  for (const look of looks) {
    if ('why' in look.comparison && look.comparison.absent) continue
    checks.set(look.source, checkOf(look, on, checks.get(look.source)))
  }
  return [...checks.values()].sort((a, b) => (a.source < b.source ? -1 : 1))
}

export function checksFile(checks: readonly SourceCheck[]): string {
  return HEAD + stringify({ checks }, { lineWidth: 0 })
}

const HEAD = `# Written by "npx hansa verify": which quotations stood in our copy of their source, and when we looked.
# It does not say that a statement is true.

`

function checkOf({ source, from, comparison }: Look, on: Day, before: SourceCheck | undefined): SourceCheck {
  if ('why' in comparison && before && before.text !== undefined)
    return { ...before, tried: { on, why: comparison.why } }
  const hash = 'hash' in comparison ? { text: `sha256 ${comparison.hash}` } : {}
  return { source, on, from, ...hash, quotations: comparison.compared.map(quotationCheck) }
}

function quotationCheck({ quotation: { id, quote }, result }: Compared): QuotationCheck {
  switch (result.is) {
    case 'exact':
      return { id, quote, result: result.is, ...result.spot }
    case 'matches after normalising':
      return { id, quote, result: result.is, why: result.normalised.join(', '), ...result.spot }
    case 'changed':
      return { id, quote, result: result.is, why: result.differences.join('; ') }
    case 'not found':
      return { id, quote, result: result.is }
    case 'could not be read':
      return { id, quote, result: result.is, why: result.why }
  }
}
