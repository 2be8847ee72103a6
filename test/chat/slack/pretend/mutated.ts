import {
  commandFields,
  form,
  JSON_TYPE,
  mentionBody,
  pressBody,
  type Signing,
  shortcutBody,
  submitBody,
  suggestionBody,
} from './signed.ts'

const ODD: readonly unknown[] = [
  null,
  0,
  -1,
  true,
  '',
  'x',
  '/',
  [],
  [null],
  {},
  { id: null },
  { id: 'x' },
  '\u0000',
  'é'.repeat(300),
  1e308,
  { toString: 1 },
  { toString: null, valueOf: 1 },
  { __proto__: null },
  'toString',
  'constructor',
  '__proto__',
  'judge:7',
  'report:x',
  'share:999',
  'deadbeefdeadbeef twins Leeds',
  'x\n',
]
const KEYS = [
  'event',
  'command',
  'actions',
  'action_id',
  'callback_id',
  'value',
  'selected_option',
  'response_url',
  'private_metadata',
  'name',
  'type',
  'team',
  'user',
  'channel',
  'view',
  'message',
  'text',
  'item',
  'authorizations',
  'function_data',
  'response_urls',
  'enterprise',
  'payload',
  'ssl_check',
  '__proto__',
]

/** A request that Slack could have sent, with a few things in it that it never would. */
export function mutated(roll: () => number, channel: string): { body: string; options: Signing } {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(roll() * of.length)] as T
  const shape = pick(['command', 'event', 'press', 'submit', 'shortcut', 'suggestion'] as const)
  const sent = {
    command: () => commandFields('Leeds'),
    event: () => mentionBody('twins Leeds', channel),
    press: () => pressBody('twins Leeds', channel),
    submit: submitBody,
    shortcut: () => shortcutBody('Leeds and Lille', channel),
    suggestion: () => suggestionBody('Rou'),
  }
  const whole: object = sent[shape]()
  for (let changes = Math.ceil(roll() * 3); changes > 0; changes--) change(whole, pick, roll)
  if (roll() < 0.05) return { body: JSON.stringify(pick(ODD)), options: roll() < 0.5 ? JSON_TYPE : {} }
  if (shape === 'event') return { body: damaged(JSON.stringify(whole), roll), options: JSON_TYPE }
  const fields =
    shape !== 'command'
      ? { payload: damaged(JSON.stringify(whole), roll) }
      : Object.fromEntries(Object.entries(whole).map(([key, value]) => [key, inForm(value)]))
  return { body: form(fields), options: {} }
}

function inForm(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function change(whole: object, pick: <T>(of: readonly T[]) => T, roll: () => number): void {
  const places = objectsIn(whole)
  const place = pick(places) as Record<string, unknown>
  const key = roll() < 0.5 ? pick([...Object.keys(place), 'type']) : pick(KEYS)
  if (roll() < 0.2) delete place[key]
  else
    Object.defineProperty(place, key, {
      value: structuredClone(pick(ODD)),
      enumerable: true,
      configurable: true,
      writable: true,
    })
}

function objectsIn(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(objectsIn)]
}

/** Now and then a character is lost on the way. */
function damaged(text: string, roll: () => number): string {
  const at = Math.floor(roll() * text.length)
  return roll() < 0.1 ? text.slice(0, at) + text.slice(at + 1) : text
}
