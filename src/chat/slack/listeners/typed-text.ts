/** Longer messages are cut before they are read; a question has far fewer characters. */
const LONGEST = 2000

/**
 * What someone typed, from the text of a Slack event: without the bot's own mention in front, links and channels by
 * their names, and `&amp;`, `&lt;`, `&gt;` as typed.
 */
export function typedText(text: string, botUserId: string | undefined): string {
  const plain = text
    .slice(0, LONGEST)
    .replace(/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g, (_, sign: string, id: string, name?: string) =>
      sign === '@' && id === botUserId ? ' ' : (name ?? (sign === '' ? id : ' ')),
    )
  return withoutEntities(plain)
}

/** Slack sends `&`, `<` and `>` as entities; a slash command's text has nothing else to undo. */
export function withoutEntities(text: string): string {
  return text
    .slice(0, LONGEST)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()
}
