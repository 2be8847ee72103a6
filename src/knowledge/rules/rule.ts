import type { Day } from '../../answer/answer.ts'
import type { Draft } from '../draft.ts'
import type { NamedPlace, PlaceLookup } from '../exists.ts'
import { type Mark, markedIn } from '../fields/marks.ts'
import type { Fault, Path, Spot } from '../file/text.ts'

/** What a rule sees: the folder as written, the day it is read, and who a place name means. Any field can be missing. */
export type Folder = Draft & { today: Day; placesNamed: PlaceLookup<Partial<NamedPlace>> }

/** Something that must be true of a folder. */
export type Rule = {
  /** The rule's file name; printed with each problem. */
  name: string
  /** Why the rule is there: one sentence. */
  why: string
  /** A warning is printed and blocks nothing. */
  severity?: 'warning'
  /**
   * What it looks at, where that is not the whole folder: each file by itself, or what is in `places/` and nothing else. What
   * it finds right stays right that day, whatever comes in elsewhere.
   */
  sees?: 'each file' | 'places'
  check(folder: Folder): Generator<Fault>
}

/**
 * A field that is marked as what a rule looks for. Where it stands is looked up where something has to be pointed at: most
 * fields are right, and a file is parsed anew for it.
 */
export class Mention {
  readonly text: string
  readonly #path: Path
  readonly #spotOf: (path: Path) => Spot

  constructor(text: string, path: Path, spotOf: (path: Path) => Spot) {
    this.text = text
    this.#path = path
    this.#spotOf = spotOf
  }

  /** Its key, `places` for each item of a list of that key. */
  get as(): string {
    return keysOf(this.#path).at(-1) ?? ''
  }

  get key(): string {
    return keysOf(this.#path).join('.')
  }

  get spot(): Spot {
    return this.#spotOf(this.#path)
  }
}

/** Every field of that mark, in entries of whatever kind. */
export function* mentionsOf({ entries }: Folder, mark: Mark): Generator<Mention> {
  for (const { schema, value, spot } of entries)
    for (const { text, path } of markedIn(schema, value, mark)) yield new Mention(text, path, spot)
}

function keysOf(path: Path): readonly string[] {
  return path.filter((step) => typeof step === 'string')
}
