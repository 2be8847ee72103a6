import type { Log } from './log.ts'

const SECRET = /xox[a-z]-[\w-]+|xapp-[\w-]+|xoxe\.[\w.-]+|(?<=:\/\/[^\s/:@]{0,100}:)[^\s/@]{1,200}(?=@)/g
const HOOK = /https:\/\/hooks\.slack\.com\/[^\s"']+/g
const SECRET_NAMES = /token|secret|password|authorization|cookie|response_?url|signature/i
const DEEP = 5

/** The same log, which never sees a token, a secret, a password in an address or an address to respond to. */
export function redacting(log: Log): Log {
  const with_ =
    (level: keyof Log) =>
    (facts: object, message: string): void =>
      log[level](redacted(facts) as object, redactedText(message))
  return { debug: with_('debug'), info: with_('info'), warn: with_('warn'), error: with_('error') }
}

function redactedText(text: string): string {
  return text.replace(SECRET, '[secret]').replace(HOOK, '[response url]')
}

/** A copy without secrets; an error becomes its name, message and stack, and its cause likewise. */
function redacted(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactedText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === DEEP) return '[deep]'
  if (Array.isArray(value)) return value.slice(0, 50).map((each) => redacted(each, depth + 1))
  if (value instanceof Error) return ofError(value, depth)
  const entries = Object.entries(value).map(([name, each]) => [
    name,
    SECRET_NAMES.test(name) ? '[secret]' : redacted(each, depth + 1),
  ])
  return Object.fromEntries(entries)
}

function ofError({ name, message, stack, cause }: Error, depth: number): object {
  const why = cause === undefined ? {} : { cause: redacted(cause, depth + 1) }
  return { name, message: redactedText(message), stack: redactedText(stack ?? ''), ...why }
}
