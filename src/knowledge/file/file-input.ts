/** A file of a knowledge folder as the edge hands it in: its bytes, or one sentence on why it was not read. */
export type FileInput = {
  /** Relative to the folder, with `/` on every system: `twinnings/leeds.yml`. */
  path: string
} & ({ bytes: Uint8Array } | { problem: string; tip?: string })
