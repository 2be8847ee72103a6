import { CHECKS } from './checks.ts'
import { nearest } from './file/nearest.ts'
import { KINDS } from './kinds/all.ts'
import type { Kind } from './kinds/kind.ts'
import { PACKS } from './pack.ts'

/** What a file is, by its path: entries of a kind, the list of places that exist, what was verified, what it stands on, what public lists name, or not ours to read. */
type Role =
  | { is: 'entries'; kind: Kind }
  | { is: 'exists' }
  | { is: 'leads' }
  | { is: 'checks' }
  | { is: 'packs' }
  | { is: 'other' }
  | { is: 'unknown'; says: string; tip: string }

export function roleOf(path: string, kinds: readonly Kind[] = KINDS): Role {
  const [folder = '', ...rest] = path.split('/')
  const name = (rest.at(-1) ?? folder).toLowerCase()
  if (isNotKnowledge(path, name)) return { is: 'other' }
  if (path === CHECKS) return { is: 'checks' }
  if (path === PACKS) return { is: 'packs' }
  if (/^leads\/[^/]+\.tsv$/.test(path)) return { is: 'leads' }
  const kind = kinds.find((one) => one.folder === folder)
  if (rest.length === 0)
    return unknown('this file is in no folder of knowledge', `Move it into ${foldersOf(kinds)}.`)
  if (!kind) {
    const near = nearest(
      folder,
      kinds.map((one) => one.folder),
    )
    return unknown(
      `there is no kind of knowledge called "${folder}"`,
      `Rename it to ${near ? `${near}/` : foldersOf(kinds)}.`,
    )
  }
  if (path === 'places/exists.tsv') return { is: 'exists' }
  const isJson = kind.bare !== undefined && name.endsWith('.json')
  if (isJson || name.endsWith('.yml') || name.endsWith('.yaml')) return { is: 'entries', kind }
  const also = kind.bare !== undefined ? ' or .json' : kind.folder === 'places' ? ', or exists.tsv' : ''
  return unknown(
    'this kind of file is not read here',
    `Name it with .yml${also}, or move it out of the folder.`,
  )
}

/** From which new places take their ids and coordinates, and what the list of places that exist is made from. */
const MATERIAL = ['places/towns.zst', 'places/english.tsv', 'places/more.tsv']

/** Texts for people, the schemas for editors, and what editors and systems leave behind. */
function isNotKnowledge(path: string, name: string): boolean {
  const isHidden = path.split('/').some((part) => part.startsWith('.'))
  return (
    isHidden ||
    MATERIAL.includes(path) ||
    path.startsWith('schema/') ||
    name.endsWith('~') ||
    /\.md$|^license(\.txt)?$/.test(name)
  )
}

/** `sources/, claims/ or places/`. */
export function foldersOf(kinds: readonly Kind[], last: 'or' | 'and' = 'or'): string {
  const names = kinds.map(({ folder }) => `${folder}/`).join(', ')
  return names.replace(/, ([^,]*)$/, ` ${last} $1`)
}

function unknown(says: string, tip: string): Role {
  return { is: 'unknown', says, tip }
}
