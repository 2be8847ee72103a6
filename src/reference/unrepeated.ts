import type { Name } from '../knowledge/entries.ts'
import type { CslItem } from './csl-item.ts'

/**
 * The record as prose wants it: a body that is author, publication and publisher at once is named once, as Cite Them
 * Right and APA have it. A publication keeps the capitals it was recorded with: `jcransom.com`.
 */
export function unrepeated(item: CslItem): CslItem {
  const author = item.author?.length === 1 ? bodyOf(item.author[0]) : undefined
  const { 'container-title': container, publisher, ...kept } = item
  const prose: CslItem = kept as CslItem
  if (container && container !== author) prose['container-title'] = `<span class="nocase">${container}</span>`
  if (publisher && publisher !== author && publisher !== container) prose.publisher = publisher
  return prose
}

function bodyOf(name: Name | undefined): string | undefined {
  return name?.family ? undefined : name?.literal
}
