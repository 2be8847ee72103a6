import type { types } from '@slack/bolt'
import { type View, type WorkspaceState, withBlockIds } from './workspace-state.ts'

/** App Home or a window as an app describes it. */
export type Described = {
  type: 'home' | 'modal'
  title?: types.PlainTextElement
  submit?: types.PlainTextElement
  close?: types.PlainTextElement
  callback_id?: string
  private_metadata?: string
  blocks: types.KnownBlock[]
}

/** Which view it becomes, whose, the window that it lies on, and the page it was opened from. */
export type Of = Pick<View, 'id' | 'user' | 'under' | 'page'>

export function showView(described: Described, { id, user, under, page }: Of, state: WorkspaceState): View {
  const { type, title, submit, close, callback_id, private_metadata, blocks } = described
  const view: View = {
    id,
    user,
    type,
    title: title?.text ?? '',
    close: close?.text ?? 'Close',
    callbackId: callback_id ?? '',
    metadata: private_metadata ?? '',
    blocks: withBlockIds(state, blocks),
    ...(submit && { submit: submit.text }),
    ...(under !== undefined && { under }),
    ...(page && { page }),
  }
  state.views.set(id, view)
  state.changed()
  return view
}
