import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { jsonSchemas } from '../knowledge/kinds/all.ts'
import { noArguments } from '../serve/arguments.ts'

const FOLDER = fileURLToPath(new URL('../../knowledge/schema', import.meta.url))

/** Rewrites the JSON Schemas that editors use to complete and underline knowledge. */
export async function run(args: readonly string[]): Promise<number> {
  noArguments('schema', args)
  await mkdir(FOLDER, { recursive: true })
  for (const [name, text] of jsonSchemas()) await writeFile(`${FOLDER}/${name}`, text)
  return 0
}
