import { lazily } from '../../search/lazily.ts'
import { type Plain, plainOf } from './plain.ts'
import { quickPlain } from './quick-plain.ts'
import { textOf, type Written } from './text.ts'
import { parseYaml } from './yaml-tree.ts'

/** What a text says, what in it can never be right, and where each part stands; or its first mistake. */
export function plainIn(path: string, text: string) {
  const quick = quickPlain(text)
  if (quick !== undefined) return { plain: quick, faults: [], spot: spotWhenAsked(path, () => text) }
  const parsed = parseYaml(path, text)
  return 'fault' in parsed ? parsed : { ...plainOf(parsed.tree), spot: parsed.tree.spot }
}

/** Where parts of a text stand: it is parsed for that when somebody asks. */
export function spotWhenAsked(path: string, textNow: () => string): Written<Plain>['spot'] {
  const parsed = lazily(() => parseYaml(path, textNow()))
  return (steps, on) => {
    const tree = parsed()
    return 'fault' in tree ? tree.fault.spot : tree.tree.spot(steps, on)
  }
}

/** The text of a file that was read before. */
export function rightText(path: string, bytes: Uint8Array): string {
  const read = textOf(path, bytes)
  if ('fault' in read) throw new Error(`${path} was read before, and cannot be now`)
  return read.text
}
