/** Builds when first asked for, and once. */
export function lazily<T>(build: () => T): () => T {
  let built: { it: T } | undefined
  return () => {
    built ??= { it: build() }
    return built.it
  }
}

/** The same function, which keeps its last few answers: one question asks for the same names several times. */
export function remembered<Asked extends readonly (string | number)[], T>(
  answer: (...asked: Asked) => T,
  most = 4,
): (...asked: Asked) => T {
  const kept = new Map<string, T>()
  return (...asked) => {
    const key = asked.join('\n')
    if (kept.has(key)) return kept.get(key) as T
    const found = answer(...asked)
    const [oldest] = kept.keys()
    if (kept.size >= most && oldest !== undefined) kept.delete(oldest)
    kept.set(key, found)
    return found
  }
}

/** What is made of a thing, once for each, and kept as long as the thing is: of a folder, whatever many questions want. */
export function keptFor<K extends WeakKey, T>(make: (of: K) => T): (of: K) => T {
  const kept = new WeakMap<K, { it: T }>()
  return (of) => {
    const known = kept.get(of) ?? { it: make(of) }
    kept.set(of, known)
    return known.it
  }
}

let indexes = 0
let made: (() => unknown)[] | undefined

/** The same for what is kept as long as the library: the first question that needs it waits for it. */
export function lasting<T>(build: () => T): () => T {
  const index = lazily(() => {
    indexes += 1
    return build()
  })
  made?.push(index)
  return index
}

/** How many of those were built so far: none is while somebody waits, once a process has said that it is ready. */
export function indexesBuilt(): number {
  return indexes
}

/** What `make` gives, with all that is lasting in it built already. */
export function prepared<T>(make: () => T): T {
  const { it, indexes } = noted(make)
  for (const index of indexes) indexes.push(...noted(index).indexes)
  return it
}

/** The same, with a pause before each: others have their turn while it is prepared. */
export async function preparedInTurns<T>(make: () => T, pause: () => Promise<unknown>): Promise<T> {
  const { it, indexes } = noted(make)
  for (const index of indexes) {
    await pause()
    indexes.push(...noted(index).indexes)
  }
  return it
}

/** What `make` gives, and what is lasting in it. Building one may make others. */
function noted<T>(make: () => T): { it: T; indexes: (() => unknown)[] } {
  const before = made
  const indexes: (() => unknown)[] = []
  made = indexes
  try {
    return { it: make(), indexes }
  } finally {
    made = before
  }
}
