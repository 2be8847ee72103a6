import type { Query } from './engine/database.ts'

/**
 * What the first version of the store kept as people had typed it, and how to be rid of it: in a store that is brought
 * to a later version, and in the lines of an old export. It had no field for the questions that a digest showed, so here,
 * and only here, they are known by their heading and their button.
 */
const HEADING = 'Nobody could answer this month'
const BUTTON = 'ask gaps'

type Content = { answer: { groups: readonly { under?: string }[]; next: readonly { ask?: string }[] } }

/** A digest of the first version without the questions it showed. */
export function withoutTypedQuestions(text: string): string {
  const content = JSON.parse(text) as Content
  const { groups, next } = content.answer
  const answer = {
    ...content.answer,
    groups: groups.filter(({ under }) => under !== HEADING),
    next: next.filter(({ ask }) => ask !== BUTTON),
  }
  return JSON.stringify({ ...content, answer })
}

export async function emptyShownQuestions(query: Query): Promise<void> {
  const rows = await query('SELECT workspace, channel, week, content FROM runs WHERE content IS NOT NULL')
  for (const { workspace, channel, week, content } of rows) {
    await query('UPDATE runs SET content = $4 WHERE workspace = $1 AND channel = $2 AND week = $3', [
      String(workspace),
      String(channel),
      String(week),
      withoutTypedQuestions(String(content)),
    ])
  }
}
