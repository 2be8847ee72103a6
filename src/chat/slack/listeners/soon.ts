/** Slack waits three seconds for us, in which we ask it twice at most and the store as well. Milliseconds. */
const PATIENCE = 800

/** What comes of it, or `otherwise` when that takes too long; it goes on by itself. */
export function soon<T>(asked: Promise<T>, otherwise: T, patience: number = PATIENCE): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>()
  const timer = setTimeout(resolve, patience, otherwise)
  asked.then(resolve, () => resolve(otherwise)).finally(() => clearTimeout(timer))
  return promise
}
