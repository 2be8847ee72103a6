/** Fits pino: the facts first, then what happened. */
export type Log = Record<'debug' | 'info' | 'warn' | 'error', (facts: object, message: string) => void>

/** How what must not be seen looks in a text, and what stands in its place. */
export type Secret = { looks: RegExp; shown: string }

/** A password in an address. */
const PASSWORD: Secret = { looks: /(?<=:\/\/[^\s/:@]{0,100}:)[^\s/@]{1,200}(?=@)/g, shown: '[secret]' }
const SECRET_NAMES = /token|secret|password|authorization|cookie|response_?url|signature/i
const DEEP = 5

/** The same log, which never sees a token, a secret, a password in an address or an address to respond to. */
export function redacting(log: Log, secrets: readonly Secret[]): Log {
  const hide = (text: string) =>
    [...secrets, PASSWORD].reduce((hidden, { looks, shown }) => hidden.replace(looks, shown), text)
  const at =
    (level: keyof Log) =>
    (facts: object, message: string): void =>
      log[level](redacted(facts, hide) as object, hide(message))
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

type Hide = (text: string) => string

/** A copy without secrets; an error becomes its name, message and stack, and its cause likewise. */
function redacted(value: unknown, hide: Hide, depth = 0): unknown {
  if (typeof value === 'string') return hide(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === DEEP) return '[deep]'
  if (Array.isArray(value)) return value.slice(0, 50).map((each) => redacted(each, hide, depth + 1))
  if (value instanceof Error) return ofError(value, hide, depth)
  const entries = Object.entries(value).map(([name, each]) => [
    name,
    SECRET_NAMES.test(name) ? '[secret]' : redacted(each, hide, depth + 1),
  ])
  return Object.fromEntries(entries)
}

function ofError({ name, message, stack, cause }: Error, hide: Hide, depth: number): object {
  const why = cause === undefined ? {} : { cause: redacted(cause, hide, depth + 1) }
  return { name, message: hide(message), stack: hide(stack ?? ''), ...why }
}
