import { join, resolve } from 'node:path'
import type { Day } from '../../answer/answer.ts'
import type { Reading } from '../../knowledge/read.ts'
import { contentOf } from './folder-paths.ts'
import { hashed, keep, keptFolder, keptIn, ownCode } from './kept.ts'

/** What the same bytes were read as, by the same code. */
type Kept = { key: string; reading: Reading }

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
    if (found?.key === key) return found.reading
  }
  const reading = await read()
  // Somebody may have written to it meanwhile.
  if (contentOf(folder) === content) keep(pathOf(thorough), { key, reading })
  return reading
}
