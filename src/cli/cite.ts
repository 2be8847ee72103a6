import { referenceTo } from '../library/reference-to.ts'
import { type Style, styles } from '../reference/reference.ts'
import { parseArguments } from '../serve/arguments.ts'
import { openKnowledge } from '../serve/open.ts'
import { Refusal, settingsOrRefuse, Usage } from '../serve/refusal.ts'

/** A reference to a source, or to a finding with its place in the source. */
export async function run(args: readonly string[]): Promise<number> {
  const { id, style } = options(args)
  const text = referenceTo(id, openKnowledge(settingsOrRefuse()), style)
  if (text === undefined)
    throw new Refusal(`No finding and no source has the id "${id}". "npx hansa ask … --json" shows ids.`)
  process.stdout.write(`${text}\n`)
  return 0
}

function options(args: readonly string[]): { id: string; style: Style } {
  const { values, positionals } = parseArguments('cite', args, {
    style: { type: 'string', default: 'harvard' },
  })
  const style = styles.find((one) => one === values.style)
  if (!style) throw new Usage(`cite: there is no style "${values.style}"; there are ${styles.join(', ')}.`)
  const [id, ...more] = positionals
  if (!id || more.length > 0) throw new Usage('cite: name one id, like ransom-2020.')
  return { id, style }
}
