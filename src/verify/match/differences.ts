import { diffArrays } from 'diff'

/** Clauses that each name one difference: `“durable” is “lasting” on the page`. Words are compared with case and points. */
export function differences(quoted: readonly string[], printed: readonly string[]): readonly string[] {
  const clauses: string[] = []
  let [gone, come]: [string[], string[]] = [[], []]
  const flush = () => {
    if (gone.length > 0 || come.length > 0) clauses.push(clause(gone, come))
    ;[gone, come] = [[], []]
  }
  for (const { removed, added, value } of diffArrays([...quoted], [...printed])) {
    if (removed) gone = value
    else if (added) come = value
    else flush()
  }
  flush()
  return clauses
}

function clause(gone: readonly string[], come: readonly string[]): string {
  const [quoted, printed] = [gone.join(' '), come.join(' ')]
  if (come.length === 0) return `“${quoted}” is not there on the page`
  if (gone.length === 0) return `the page has “${printed}” in between`
  return `“${quoted}” is “${printed}” on the page`
}
