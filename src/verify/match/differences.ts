import { diffArrays } from 'diff'

/** A word or a sign: the forms in which it is compared, with case and points, and its place in `text`. */
export type Mark = { forms: readonly string[]; start: number; end: number }

type Side = { text: string; marks: readonly Mark[] }

/** Clauses that each name one difference, in the words as they were written: `“durable” is “lasting” on the page`. */
export function differences(quoted: Side, printed: Side): readonly string[] {
  const clauses: string[] = []
  let [gone, come]: [Mark[], Mark[]] = [[], []]
  const flush = () => {
    if (gone.length > 0 || come.length > 0) clauses.push(clause(shown(gone, quoted), shown(come, printed)))
    ;[gone, come] = [[], []]
  }
  for (const { removed, added, value } of diffArrays([...quoted.marks], [...printed.marks], {
    comparator: same,
  })) {
    if (removed) gone = value
    else if (added) come = value
    else flush()
  }
  flush()
  return clauses
}

function same(a: Mark, b: Mark): boolean {
  return a.forms.some((form) => b.forms.includes(form))
}

/** Words that follow each other, with what stands between them. */
function shown(marks: readonly Mark[], { text }: Side): string {
  const [first, last] = [marks[0], marks.at(-1)]
  return first && last ? text.slice(first.start, last.end).replace(/\s+/g, ' ').trim() : ''
}

function clause(quoted: string, printed: string): string {
  if (printed === '') return `“${quoted}” is not there on the page`
  if (quoted === '') return `the page has “${printed}” in between`
  return `“${quoted}” is “${printed}” on the page`
}
