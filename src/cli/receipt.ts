import { type Answer, documentsOf, findingsOf, type Group } from '../answer/answer.ts'
import { citationParts, dateInWords } from '../answer/in-words.ts'
import { type Receipt, readReceiptId } from '../answer/receipt.ts'
import { editionOf } from '../digest/edition.ts'
import { answerJson } from '../formats/answer-json.ts'
import { parseArguments, Refusal, settingsOrRefuse, Usage } from '../serve/arguments.ts'
import { openKnowledge } from '../serve/folder/folder.ts'
import { showAs } from '../serve/show-as.ts'
import { withStore } from '../serve/with-store.ts'

export const help = `npx hansa receipt 7k3m-9qx2-abcde     what was shared with a channel, or posted as its digest, under that receipt
npx hansa receipt 7k3m-9qx2-abcde.2   its second item alone: of a digest, or of a shared answer
npx hansa receipt                     the state of the folder as it is here now

  --json   the same as JSON

It prints the answer as it was shown, from which state of the folder it was made, and each source with the state of
its check on that day. A receipt does not say who asked, who shared it, or where. Where the channel saw words of the
question that the folder does not say itself, it has “…”.`

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments('receipt', args, {
    json: { type: 'boolean', default: false },
  })
  const [typed, ...more] = positionals
  const here = editionOf(await openKnowledge(settingsOrRefuse())).id
  if (typed === undefined) {
    process.stdout.write(`The folder here is in state ${here}.\n`)
    return 0
  }
  const asked = readReceiptId(typed)
  if (!asked || more.length > 0)
    throw new Usage(`receipt: name one receipt, like 7k3m-9qx2-abcde or one of its items, 7k3m-9qx2-abcde.2.`)
  const kept = await withStore((store) => store.receipt(asked.id))
  if (!kept)
    throw new Refusal(`There is no receipt ${asked.id} in this store. Its workspace may have been deleted.`)
  const shown = itemOf(kept, asked.item)
  process.stdout.write(values.json ? asJson(kept, shown) : await inWords(kept, shown, here))
  return 0
}

/** All of it; or one item, counted on where a digest was cut off at first. */
function itemOf({ id, shown, rest }: Receipt, item: number | undefined): readonly Answer[] {
  const all = [shown, ...(rest ? [rest] : [])]
  if (item === undefined) return all
  const group = all.flatMap(({ groups }) => groups)[item - 1]
  if (!group) throw new Refusal(`Receipt ${id} has no item ${item}.`)
  return [alone(shown, group, item)]
}

/** What an item says, and nothing that was said of all of them: its row of an overview, its statements, their sources. */
function alone({ outcome, kind, command, ask, heading, table }: Answer, group: Group, item: number): Answer {
  const row = table?.rows.find(({ link }) => link === group.link)
  const numbers = row?.sources ?? []
  return {
    ...{ outcome, kind, command, ask },
    heading: `Item ${item} of: ${heading}`,
    groups: [group],
    suggestions: [],
    next: [],
    ...(table &&
      row && {
        table: {
          caption: table.caption,
          rows: [{ ...row, sources: numbers.map((_, at) => at + 1) }],
          references: numbers.flatMap((number) => table.references[number - 1] ?? []),
        },
      }),
  }
}

function asJson({ id, day, folder, became }: Receipt, shown: readonly Answer[]): string {
  return `${JSON.stringify({ id, day, folder, became, shown: shown.map(answerJson) }, null, 2)}\n`
}

async function inWords(
  { id, day, folder, became }: Receipt,
  shown: readonly Answer[],
  here: string,
): Promise<string> {
  const show = await showAs('terminal', 'receipt', { full: true })
  const sources = shown.flatMap(sourcesOf)
  const same = folder === here ? 'the same as here now' : `another than here now (${here})`
  return [
    `Receipt ${id}: ${became === undefined ? 'shared with a channel' : BECAME[became]}, ${dateInWords(day)}.`,
    `Made from the folder in state ${folder}, ${same}.`,
    '',
    ...shown.map(show),
    ...(sources.length > 0 ? ['Sources, and how they stood that day:', ...sources] : ['It cites no source.']),
    '',
  ].join('\n')
}

const BECAME: Readonly<Record<string, string>> = {
  claimed: 'a digest that was about to be posted',
  trying: 'a digest that may have been posted',
  handed: 'a digest that the platform took and showed',
  doubtful: 'a digest of which nobody knows whether it was posted',
  withdrawn: 'a digest that was taken back before it was shown',
  skipped: 'a digest that was not posted',
  refused: 'a digest that the platform did not take',
}

/** Each document once; where its statements were checked on different days, each of them. */
function sourcesOf(answer: Answer): readonly string[] {
  const cites = [...findingsOf(answer).map(({ cite }) => cite), ...(answer.direct?.cites ?? [])]
  return documentsOf(answer).flatMap(({ source, label, title, url, archived }, index) => {
    const checks = cites
      .filter((cite) => cite.source === source)
      .map((cite) =>
        citationParts(cite).filter(
          ({ is }) => is === 'checked' || is === 'compared' || is === 'gone' || is === 'overdue',
        ),
      )
      .map((parts) => parts.map(({ text }) => text).join('; '))
    return [
      `${index + 1} ${[label, title, url, archived && `archived: ${archived}`].filter(Boolean).join(', ')}`,
      ...[...new Set(checks)].map((check) => `  ${check}`),
    ]
  })
}
