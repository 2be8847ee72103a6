import { type Answer, findingsOf } from '../../answer/answer.ts'
import { mayBeJudged } from '../../answer/rights.ts'

/** What an answer can be taken along as, by the ending of the file; `part.html` is for a clipboard. */
export const FORMS = [
  { ending: 'docx', label: 'Word', about: '.docx' },
  { ending: 'csv', label: 'Excel', about: '.csv' },
  { ending: 'md', label: 'Markdown', about: '.md' },
  { ending: 'html', label: 'Web page', about: '.html' },
  { ending: 'harvard.txt', label: 'Harvard', about: '.txt', references: true },
  { ending: 'apa.txt', label: 'APA', about: '.txt', references: true },
  { ending: 'ris', label: 'RIS, for Zotero', about: '.ris', references: true },
  { ending: 'bib', label: 'BibTeX', about: '.bib', references: true },
] as const

/** Beside the forms of an answer: the sheet for a review of its links, as a Word file. */
export const REVIEW_SHEET = { value: 'review', label: 'Review sheet', form: 'docx' } as const

export type Form = (typeof FORMS)[number]['ending'] | 'part.html'

/** An answer as the content of a file; all its references, where the form is one of those. */
export type TakeAlong = (answer: Answer, form: Form) => Promise<string | Uint8Array>

const TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
}

/** What the folder holds, with its sources, is taken along; not what Hansa says of itself. */
export function canBeTaken(answer: Answer): boolean {
  return mayBeJudged(answer) && findingsOf(answer).length > 0
}

export function formIn(name: string): Form | undefined {
  if (name === 'part.html') return name
  return FORMS.find(({ ending }) => ending === name)?.ending
}

/** Whether it can be read and copied as it is. */
export function isText(form: Form): boolean {
  return !['docx', 'html', 'part.html'].includes(form)
}

export function typeOf(form: Form): string {
  return TYPES[form.split('.').at(-1) ?? ''] ?? 'text/plain; charset=utf-8'
}

/** `hansa-twins-leeds.docx`: letters and digits alone, for every system and header. */
export function fileName({ ask }: Pick<Answer, 'ask'>, form: Form | 'png'): string {
  const words = ask
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  return `${['hansa', words].filter(Boolean).join('-')}.${form}`
}
