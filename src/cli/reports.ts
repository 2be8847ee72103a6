import { withStore } from '../serve/with-store.ts'
import { noWords } from './words.ts'

/** Errors people reported, oldest first, and what they thought of answers. */
export async function run(args: readonly string[]): Promise<number> {
  noWords('reports', args)
  const { reports, judgements } = await withStore(async (store) => ({
    reports: await store.reports(),
    judgements: await store.judgements(),
  }))
  const lines = [
    ...reports.map(({ at, record, says }) => `${at.slice(0, 10)}  ${record}: ${oneLine(says)}`),
    ...judgements.map(
      ({ ask, helpful, unhelpful }) => `${helpful} helpful, ${unhelpful} not helpful: ${oneLine(ask)}`,
    ),
  ]
  process.stdout.write(`${lines.join('\n') || 'Nobody reported an error.'}\n`)
  return 0
}

/** A report must not write to the terminal more than its words. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
}
