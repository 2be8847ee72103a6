import { readFileSync } from 'node:fs'
import type { Prose } from '../../src/reference/prose-item.ts'

export type Compared = {
  record: Record<string, unknown> & { id: string }
  /** What another processor says where it says something else, and why ours is right. */
  second?: Partial<Record<Prose, { says: string; why: string }>>
} & Record<Prose, string>

export const FIFTY: readonly Compared[] = readFileSync(
  new URL('fifty-records.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Compared)
