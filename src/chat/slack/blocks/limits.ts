/**
 * What Slack accepts, in code points unless said otherwise. From the Block Kit reference; the weight of a message is
 * not documented (https://github.com/slackapi/bolt-js/issues/2867 tells of rejections from about 11,300 characters), so
 * we stay below it measured as JSON, which is more than anything Slack may count.
 */
export const LIMITS = {
  header: 150,
  buttonText: 75,
  buttonValue: 2000,
  blockId: 255,
  optionText: 75,
  optionValue: 150,
  options: 100,
  contextText: 2000,
  sectionText: 3000,
  imageTitle: 2000,
  url: 3000,
  actionElements: 25,
  blocks: 50,
  viewBlocks: 100,
} as const

/** Room for what an answer says on one page: the rest of the 50 blocks is kept for buttons. */
export const PAGE = { blocks: 44, weight: 10_000 } as const

/** Rows with their heads, code points of a cell, and characters of JSON of a table with the documents under it. */
export const TABLE = { rows: 100, cell: 300, weight: 7500 } as const

/** Characters of JSON in one rich text block, and code points in one run of text within it. */
export const RICH = { weight: 3000, run: 1000 } as const

/** Code points of the notification line, which screen readers read instead of the blocks. */
export const FALLBACK = 3000

/** A question put into a button is cut here; the desk reads no more than the first 200 characters of any question. */
export const QUESTION = 400
