/** Builds when first asked for, and once. */
export function lazily<T>(build: () => T): () => T {
  let built: { it: T } | undefined
  return () => {
    built ??= { it: build() }
    return built.it
  }
}
