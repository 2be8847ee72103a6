import type { types } from '@slack/bolt'
import { type Body, trigger } from './deliveries.ts'
import { type Filled, teamOf, type View, type WorkspaceState, withBlockIds } from './workspace-state.ts'

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

/** What an app may say to a filled window; nothing closes it. */
export type SubmissionReply = {
  response_action?: 'update' | 'push' | 'clear' | 'errors'
  view?: Described
  errors?: Readonly<Record<string, string>>
}

/** What Slack sends when the button of a window is pressed; https://docs.slack.dev/surfaces/modals */
export function submissionBody(state: WorkspaceState, view: View, filled: Filled): Body {
  return {
    type: 'view_submission',
    user: { id: view.user, team_id: teamOf(state, view.user) },
    team: { id: state.bot.teamId, domain: 'pretend' },
    enterprise: null,
    trigger_id: trigger(state, view.user, view.id, view.page),
    view: {
      id: view.id,
      type: view.type,
      callback_id: view.callbackId,
      private_metadata: view.metadata,
      blocks: view.blocks,
      state: { values: valuesOf(view, filled) },
    },
  }
}

/** What Slack sends while somebody types into a list whose options the app has. */
export function suggestionBody(state: WorkspaceState, view: View, block: string, typed: string): Body {
  return {
    type: 'block_suggestion',
    user: { id: view.user, team_id: teamOf(state, view.user) },
    team: { id: state.bot.teamId, domain: 'pretend' },
    enterprise: null,
    container: { type: 'view', view_id: view.id },
    view: { id: view.id, type: view.type, callback_id: view.callbackId },
    block_id: block,
    action_id: block,
    value: typed,
  }
}

/** Does with the window what the app said; gives what it found wrong, by block, which stays beside what was filled in. */
export function afterSubmission(
  state: WorkspaceState,
  view: View,
  filled: Filled,
  { response_action, view: next, errors }: SubmissionReply,
): Readonly<Record<string, string>> {
  if (response_action === 'errors') {
    state.views.set(view.id, { ...view, refused: { filled, wrong: errors ?? {} } })
    state.changed()
    return errors ?? {}
  }
  if (response_action === 'update' && next) showView(next, view, state)
  else if (response_action === 'push' && next)
    showView(next, { ...view, id: state.nextId('V'), under: view.id }, state)
  else if (response_action === 'clear') closeAll(state, view)
  else state.views.delete(view.id)
  state.changed()
  return {}
}

/** The elements of a window that can be filled. */
function inputsOf({ blocks }: View): readonly types.InputBlock[] {
  return blocks.filter((block) => block.type === 'input')
}

function valuesOf(view: View, filled: Filled): Body {
  const values = inputsOf(view).map(({ block_id = '', element }) => {
    const { type, action_id = '' } = element
    const value = filled[block_id]?.[action_id]
    if (type === 'timepicker') return [block_id, { [action_id]: { type, selected_time: value || null } }]
    if (type === 'multi_users_select') {
      const chosen = value?.split(' ').filter(Boolean) ?? element.initial_users ?? []
      return [block_id, { [action_id]: { type, selected_users: chosen } }]
    }
    if (type === 'external_select') {
      const chosen = value ? { text: { type: 'plain_text', text: value }, value } : null
      return [block_id, { [action_id]: { type, selected_option: chosen } }]
    }
    if (type !== 'static_select') return [block_id, { [action_id]: { type, value: value || null } }]
    const option = optionsOf(element).find((one) => one.value === value)
    return [block_id, { [action_id]: { type, selected_option: option ?? null } }]
  })
  return Object.fromEntries(values)
}

/** Also those that stand in groups. */
export function optionsOf({
  options = [],
  option_groups = [],
}: types.StaticSelect): readonly types.PlainTextOption[] {
  return [...options, ...option_groups.flatMap((group) => group.options)]
}

function closeAll({ views }: WorkspaceState, { user, page }: View): void {
  for (const [id, view] of views)
    if (view.user === user && view.page === page && view.type === 'modal') views.delete(id)
}
