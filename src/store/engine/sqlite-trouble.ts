import { StoreTrouble } from '../store.ts'

/** SQLite's primary result codes (sqlite.org/rescode.html) and the system's own, each as a sentence. */
const SENTENCES: Readonly<Record<string, { says: (file: string) => string; lost: boolean }>> = {
  5: { says: inUse, lost: true },
  6: { says: inUse, lost: true },
  8: { says: readOnly, lost: true },
  10: { says: (file) => `The disk under ${file} gave an error. Hansa tries again by itself.`, lost: true },
  11: { says: damaged, lost: true },
  13: { says: full, lost: false },
  14: { says: readOnly, lost: true },
  26: { says: damaged, lost: true },
  EACCES: { says: readOnly, lost: true },
  EPERM: { says: readOnly, lost: true },
  EROFS: { says: readOnly, lost: true },
  ENOTDIR: { says: readOnly, lost: true },
  EEXIST: { says: readOnly, lost: true },
  ENOSPC: { says: full, lost: true },
  EDQUOT: { says: full, lost: true },
}

/** The error as a sentence when it is the world's; unchanged when it is our own. */
export function sqliteTrouble(error: unknown, file: string): unknown {
  if (error instanceof StoreTrouble) return error
  const { errcode, code } = error as { errcode?: number; code?: string }
  const found = SENTENCES[errcode === undefined ? String(code) : String(errcode & 0xff)]
  if (!found) return error
  return new StoreTrouble(found.says(file), {
    lost: found.lost,
    onlyWrites: found.says === full,
    cause: error,
  })
}

function inUse(file: string): string {
  return `${file} is in use by another process. Stop that one, or set DATABASE_URL to run several.`
}

function readOnly(file: string): string {
  return `${file} cannot be opened for writing. Let Hansa write there, or set HANSA_DATA to another folder.`
}

function damaged(file: string): string {
  return `${file} is damaged. Put a copy that works in its place, or move it away to begin anew.`
}

function full(file: string): string {
  return `The disk under ${file} is full. Free some space; Hansa tries again by itself.`
}
