/** Does what is asked for under one key one after the other, in the order it was asked; other keys go on meanwhile. */
export function oneByOne(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve()
    const mine = before.then(work)
    const over = mine.then(
      () => undefined,
      () => undefined,
    )
    last.set(key, over)
    over.then(() => {
      if (last.get(key) === over) last.delete(key)
    })
    return mine
  }
}
