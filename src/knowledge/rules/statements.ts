import type { Written } from '../file/spot.ts'
import type { WrittenClaim } from '../kinds/claim.ts'
import type { WrittenFinding } from '../kinds/report.ts'
import type { WrittenAssertion } from '../kinds/twinning.ts'
import type { Folder } from './rule.ts'

type Statement = Partial<WrittenClaim> | Partial<WrittenFinding> | Partial<WrittenAssertion>

/** Everything in the folder that a source is cited for. */
export function statementsOf(folder: Folder): readonly Written<Statement>[] {
  return [...folder.claims, ...folder.findings, ...folder.assertions]
}

/** The document that a statement's source is itself reporting. */
export function citingOf(statement: Statement): string | undefined {
  return 'citing' in statement ? statement.citing : undefined
}
