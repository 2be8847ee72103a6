/** Something is wrong with the store that people can put right, or that passes. The message is a sentence for them. */
export class StoreTrouble extends Error {
  /** Whether the connection is lost with it, so that the store has to be opened again. */
  readonly lost: boolean
  /** Whether reading still works: then only a write shows that the trouble is over. */
  readonly onlyWrites: boolean

  constructor(sentence: string, options: { lost: boolean; onlyWrites?: boolean; cause?: unknown }) {
    super(sentence, { cause: options.cause })
    this.name = 'StoreTrouble'
    this.lost = options.lost
    this.onlyWrites = options.onlyWrites ?? false
  }
}
