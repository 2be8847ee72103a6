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
