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
 * what many ask for is not made anew because others ask other things between them. Together they weigh `most` at most.
 */
export function remembered<Asked extends readonly (string | number)[], T>(
  answer: (...asked: Asked) => T,
  most = 4,
  weightOf: (it: T) => number = () => 1,
): (...asked: Asked) => T {
  const kept = new Map<string, { it: T; weight: number }>()
  let together = 0
  return (...asked) => {
    const key = asked.join('\n')
    const known = kept.get(key)
    if (known) {
      kept.delete(key)
      kept.set(key, known)
      return known.it
    }
    const it = answer(...asked)
    const weight = weightOf(it)
    if (weight > most) return it
    together += weight
    kept.set(key, { it, weight })
    for (const [oldest, { weight }] of kept) {
      if (together <= most) break
      kept.delete(oldest)
      together -= weight
    }
    return it
  }
}

let [indexes, kept] = [0, 0]
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

/**
 * What was built so far: indexes, of which none is built while somebody waits once a process has said that it is ready; and what is
 * `kept` for a thing, which is built again where somebody hands over a new thing each time.
 */
export function builtSoFar(): { indexes: number; kept: number } {
  return { indexes, kept }
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
  const known = new WeakMap<K, { it: T; indexes: Lasting[] }>()
  return (of) => {
    let one = known.get(of)
    if (!one) {
      kept += 1
      one = noted(() => make(of))
      known.set(of, one)
    }
    made?.push(...one.indexes)
    return one.it
  }
}
