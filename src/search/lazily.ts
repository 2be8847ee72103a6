/** Builds when first asked for, and once. */
export function lazily<T>(build: () => T): () => T {
  let built: { it: T } | undefined
  return () => {
    built ??= { it: build() }
    return built.it
  }
}

/**
 * The same function, which keeps the few answers that were wanted last: one question asks for the same names several times, and
 * what many ask for is not made anew because others ask other things between them.
 */
export function remembered<Asked extends readonly (string | number)[], T>(
  answer: (...asked: Asked) => T,
  most = 4,
): (...asked: Asked) => T {
  const kept = new Map<string, T>()
  return (...asked) => {
    const key = asked.join('\n')
    const found = kept.has(key) ? (kept.get(key) as T) : answer(...asked)
    kept.delete(key)
    const [oldest] = kept.keys()
    if (kept.size >= most && oldest !== undefined) kept.delete(oldest)
    kept.set(key, found)
    return found
  }
}

let indexes = 0
let made: Lasting[] | undefined

/** `next` builds one more part, and says whether it was the last. */
type Lasting = { next: () => boolean }

/** What is built in parts, and what comes of it: between two of them others may have their turn. */
export type InParts<T> = Generator<undefined, T, undefined>

/** All parts at once. */
export function atOnce<T>(parts: InParts<T>): T {
  for (;;) {
    const { done, value } = parts.next()
    if (done) return value
  }
}

/** `lazily` for what is kept as long as the library: the first question that needs it waits for it. */
export function lasting<T>(build: () => T): () => T {
  // biome-ignore lint/correctness/useYield: one part, and no pause in it.
  return lastingInParts(function* () {
    return build()
  })
}

/** The same for what takes long; parts that were built before it is needed are not built again. */
export function lastingInParts<T>(build: () => InParts<T>): () => T {
  let parts: InParts<T> | undefined
  let built: { it: T } | undefined
  const next = () => {
    if (built) return true
    if (!parts) indexes += 1
    parts ??= build()
    const { done, value } = parts.next()
    if (done) built = { it: value }
    return done === true
  }
  made?.push({ next })
  return () => {
    while (!built) next()
    return built.it
  }
}

/** How many of those were built so far: none is while somebody waits, once a process has said that it is ready. */
export function indexesBuilt(): number {
  return indexes
}

/** What `make` gives, with all that is lasting in it built already. */
export function prepared<T>(make: () => T): T {
  return atOnce(preparing(make))
}

/** The same, with a pause before each part: others have their turn while it is prepared. */
export async function preparedInTurns<T>(make: () => T, pause: () => Promise<unknown>): Promise<T> {
  const parts = preparing(make)
  for (;;) {
    const { done, value } = parts.next()
    if (done) return value
    await pause()
  }
}

function* preparing<T>(make: () => T): InParts<T> {
  const { it, indexes } = noted(make)
  for (const { next } of indexes) {
    for (let isBuilt = false; !isBuilt; ) {
      yield
      const part = noted(next)
      isBuilt = part.it
      indexes.push(...part.indexes)
    }
  }
  return it
}

/** What `make` gives, and what is lasting in it. Building one may make others. */
function noted<T>(make: () => T): { it: T; indexes: Lasting[] } {
  const before = made
  const indexes: Lasting[] = []
  made = indexes
  try {
    return { it: make(), indexes }
  } finally {
    made = before
  }
}

/**
 * What is made of a thing, once for each, and kept as long as the thing is: of a folder, whatever many questions want. What is
 * lasting in it belongs to each library that takes it over.
 */
export function keptFor<K extends WeakKey, T>(make: (of: K) => T): (of: K) => T {
  const kept = new WeakMap<K, { it: T; indexes: Lasting[] }>()
  return (of) => {
    const known = kept.get(of) ?? noted(() => make(of))
    kept.set(of, known)
    made?.push(...known.indexes)
    return known.it
  }
}
