import { compare } from './compare.ts'
import type { Task } from './comparer.ts'
import { pageTexts } from './read/page-texts.ts'

process.on('message', async ({ page, quotations }: Task) => {
  process.send?.(compare(quotations, await pageTexts(page)))
})
process.send?.('ready')
