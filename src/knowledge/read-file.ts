import { checksById, checksOf } from './checks.ts'
import type { Draft } from './draft.ts'
import { entriesOfFile } from './entries-of-file.ts'
import { existsOf } from './exists.ts'
import type { FileInput } from './file/file-input.ts'
import { paperOf } from './file/paper.ts'
import { MOST_FAULTS } from './file/pieces.ts'
import { plainOf } from './file/plain.ts'
import type { Fault } from './file/spot.ts'
import { textOf } from './file/text.ts'
import type { Kind } from './kinds/kind.ts'
import { roleOf } from './role.ts'

/** What a single file gets wrong: `file` when it cannot be read at all, `shape` when an entry is not as it should be. */
export type FileFaults = { rule: 'file' | 'shape'; faults: readonly Fault[] }

/** Adds what a file holds to the draft. */
export function readFile(input: FileInput, draft: Draft): FileFaults {
  const role = roleOf(input.path, draft.kinds)
  if (role.is === 'other') return { rule: 'file', faults: [] }
  const unread = (fault: Fault): FileFaults => {
    const [folder = ''] = input.path.split('/')
    draft.unread.add(folder)
    return { rule: 'file', faults: [fault] }
  }
  const spot = { file: input.path, line: 1, column: 1 }
  if ('problem' in input) return unread({ spot, says: input.problem, tip: input.tip })
  if (role.is === 'unknown') return { rule: 'file', faults: [{ spot, says: role.says, tip: role.tip }] }
  const read = textOf(input.path, input.bytes)
  if ('fault' in read) return unread(read.fault)
  if (role.is === 'entries') return readEntries(input.path, read.text, role.kind, draft, unread)
  if (role.is === 'checks') {
    const { checks, faults } = checksOf(input.path, read.text)
    draft.checks = checksById(checks)
    return { rule: 'file', faults }
  }
  const { exists, faults } = existsOf(input.path, read.text)
  draft.exists = exists
  return { rule: 'file', faults }
}

function readEntries(
  path: string,
  text: string,
  kind: Kind,
  draft: Draft,
  unread: (fault: Fault) => FileFaults,
): FileFaults {
  const parsed = paperOf(path, text)
  if ('fault' in parsed) return unread(parsed.fault)
  const { paper } = parsed
  const { plain, faults } = plainOf(paper)
  if (plain === undefined && faults.length === 0) {
    const key = Object.keys(kind.schema.shape)[0]
    return unread({
      spot: { file: path, line: 1, column: 1 },
      says: 'this file is empty',
      tip: `Begin with "${key}:", or delete the file.`,
    })
  }
  const file = { value: plain, spot: paper.spot }
  draft.files.push(file)
  const read = entriesOfFile(kind, file)
  draft.entries.push(...read.entries)
  for (const name of read.broken) draft.broken.add(name)
  const all = [...faults, ...read.faults]
  if (all.length >= MOST_FAULTS) draft.unread.add(kind.folder)
  return { rule: 'shape', faults: all }
}
