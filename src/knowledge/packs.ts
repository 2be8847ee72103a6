import * as z from 'zod'
import { id, line } from './fields/fields.ts'
import { plainOf } from './file/plain.ts'
import { faultsOf } from './file/sentences.ts'
import type { Fault } from './file/text.ts'
import { parseYaml } from './file/yaml-tree.ts'
import type { Pack } from './pack.ts'

const pack = z.strictObject({
  pack: id('A short name: the ids of its records begin with it, like yorkshire/ransom-2020.'),
  folder: line('Where it lies, from this file: ../../yorkshire/knowledge.'),
  name: line('Whose folder it is, as people are told: Yorkshire councils.'),
  licence: line('Under which licence it may be shown: CC BY 4.0.'),
  attribution: line('Who is to be named for it: Yorkshire Councils, 2026.'),
})

const file = z.strictObject({ packs: z.array(pack) })

export function packsOf(path: string, text: string): { packs: readonly Pack[]; faults: readonly Fault[] } {
  const parsed = parseYaml(path, text)
  if ('fault' in parsed) return { packs: [], faults: [parsed.fault] }
  const { tree } = parsed
  const { plain, faults } = plainOf(tree)
  const written = { value: plain, spot: tree.spot }
  const read = file.safeParse(plain)
  if (!read.success) return { packs: [], faults: [...faults, ...faultsOf(read.error.issues, file, written)] }
  const { packs } = read.data
  const twice = packs.flatMap(({ pack }, index) => {
    const first = packs.findIndex((one) => one.pack === pack)
    const spot = tree.spot(['packs', index, 'pack'])
    return first < index
      ? [{ spot, says: `"${pack}" is written twice`, tip: 'Give each pack a name of its own.' }]
      : []
  })
  return { packs, faults: [...faults, ...twice] }
}
