import type { IncomingMessage } from 'node:http'
import type { Pressable } from './workspace/deliveries.ts'
import type { Filled } from './workspace/workspace-state.ts'

/** More than anybody types. */
const MOST = 16_384
/** Longer than any question is read. */
const TYPED = 3000

/** The fields of a form; `undefined` when there is more than we read. */
export async function formOf(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > MOST) return undefined
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

/** What was filled into a window: its fields are called `["block","action"]`. */
export function filledIn(form: URLSearchParams): Filled {
  const filled: Record<string, Record<string, string>> = Object.create(null)
  for (const [name, value] of form) {
    const [block, action] = idsIn(name)
    if (block === undefined || action === undefined) continue
    // Of a list, all that is chosen comes under one name.
    const before = filled[block]?.[action]
    filled[block] = { ...filled[block], [action]: before ? `${before} ${value}` : value }
  }
  return filled
}

/** What was pressed, as the form says it; a menu says it in `choice`, and what stands in a field comes under its name. */
export function pressedIn(form: URLSearchParams): Pressable | undefined {
  const press = form.get('press') === 'choice' ? form.get('choice') : form.get('press')
  const [block, action, value] = idsIn(press ?? '')
  return block === undefined || action === undefined
    ? undefined
    : { block, action, ...(value !== undefined && { value }), ...typedIn(form, press ?? '') }
}

function typedIn(form: URLSearchParams, name: string): Pick<Pressable, 'typed'> {
  const typed = form.get(name)
  return typed === null ? {} : { typed: cutTyped(typed) }
}

/** The page that asks, as its script calls it; without a script all pages of a person are one. */
export function pageOf({ headers }: IncomingMessage): string {
  const page = String(headers['x-page'] ?? '')
  return /^\w{1,40}$/.test(page) ? page : ''
}

function idsIn(json: string): (string | undefined)[] {
  try {
    const ids: unknown = JSON.parse(json)
    return Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? ids : []
  } catch {
    return []
  }
}

export function cutTyped(text: string | null): string {
  return [...(text ?? '').slice(0, 2 * TYPED)].slice(0, TYPED).join('')
}

/** Part of an address; nothing when it is none. */
export function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return ''
  }
}
