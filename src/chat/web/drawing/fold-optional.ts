import type { types } from '@slack/bolt'
import { createElement, type ReactNode } from 'react'
import type { View } from '../workspace/workspace-state.ts'

type Run = readonly types.KnownBlock[]

/** Fewer are no burden beside the others. */
const MANY = 4

/** A form that ends in many questions that may all stay empty asks the others first. */
export function withMoreFolded(runs: readonly Run[]): { asked: readonly Run[]; more: readonly Run[] } {
  const last = runs.findLastIndex(([block]) => !(block?.type === 'input' && block.optional))
  const more = runs.slice(last + 1)
  const isForm = runs[last]?.[0]?.type === 'input'
  return isForm && more.length >= MANY ? { asked: runs.slice(0, last + 1), more } : { asked: runs, more: [] }
}

/** They open with a press, and stand open where something is in one of them or was wrong. All of them are sent. */
export function folded(
  more: readonly Run[],
  draw: (run: Run, key: number) => ReactNode,
  refused: View['refused'],
): ReactNode {
  if (more.length === 0) return null
  const isOpen = more.some(([block]) => {
    if (block?.type !== 'input') return false
    const { element, block_id = '' } = block
    return (
      ('initial_value' in element && element.initial_value) ||
      ('initial_option' in element && element.initial_option) ||
      refused?.wrong[block_id] ||
      refused?.filled[block_id]?.[element.action_id ?? '']
    )
  })
  const says = createElement('summary', {}, 'More, if you know it (optional)')
  return createElement(
    'details',
    { key: 'more', className: 'more-asked', open: isOpen },
    says,
    more.map(draw),
  )
}
