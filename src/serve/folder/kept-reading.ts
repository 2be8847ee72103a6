import { join, resolve } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Day } from '../../answer/answer.ts'
import type { Reading } from '../../knowledge/read.ts'
import type { Knowledge } from '../../knowledge/records.ts'
import { contentOf } from './folder-paths.ts'
import { hashed, keep, keptFolder, keptIn, ownCode } from './kept.ts'

/** What the same bytes were read as, by the same code; the wide list of places by itself. */
type Kept = { key: string; reading: Reading; exists: Uint8Array }

/** What a folder was read as before, where no byte of it is another: reading its YAML takes thirty times as long. */
export async function keptReading(
  { folder, today, thorough = false }: { folder: string; today: Day; thorough?: boolean },
  read: () => Promise<Reading>,
  kept = keptFolder(),
): Promise<Reading> {
  const content = kept === undefined ? undefined : contentOf(folder)
  if (kept === undefined || content === undefined) return read()
  const key = hashed([content, ownCode()])
  const pathOf = (isThorough: boolean) =>
    join(kept, hashed([resolve(folder), today, isThorough ? 'thorough' : 'plain']))
  for (const isThorough of thorough ? [true] : [false, true]) {
    const found = keptIn<Kept>(pathOf(isThorough))
    if (found?.key === key) return withExists(found)
  }
  const reading = await read()
  // Somebody may have written to it meanwhile.
  if (contentOf(folder) === content) keep(pathOf(thorough), { key, ...withoutExists(reading) })
  return reading
}

/** The last that was read or taken over: it is most of what is kept, nearly every edit leaves it as it is, and so do the indexes over it. */
let last: { bytes: Uint8Array; exists: Exists } | undefined

type Exists = Knowledge['exists']

function withExists({ reading, exists: bytes }: Kept): Reading {
  if (!reading.knowledge) return reading
  if (!last || Buffer.compare(last.bytes, bytes) !== 0) last = { bytes, exists: deserialize(bytes) as Exists }
  return { ...reading, knowledge: { ...reading.knowledge, exists: last.exists } }
}

function withoutExists(reading: Reading): Omit<Kept, 'key'> {
  const { knowledge } = reading
  if (!knowledge) return { reading, exists: serialize([]) }
  last = { bytes: serialize(knowledge.exists), exists: knowledge.exists }
  return { reading: { ...reading, knowledge: { ...knowledge, exists: [] } }, exists: last.bytes }
}
