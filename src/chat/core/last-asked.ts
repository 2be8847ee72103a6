/** Tells whether what was asked in a conversation is still the last that was asked there. */
export type LastAsked = (conversation: string) => () => boolean

const MOST = 1000

/** Remembers as many conversations; of one that it forgot it says that something else was asked meanwhile. */
export function lastAsked(): LastAsked {
  const last = new Map<string, object>()
  return (conversation) => {
    const mine = {}
    last.delete(conversation)
    last.set(conversation, mine)
    const [oldest] = last.keys()
    if (last.size > MOST && oldest !== undefined) last.delete(oldest)
    return () => last.get(conversation) === mine
  }
}
