import { Unusable } from './get.ts'
import type { Limits } from './limits.ts'
import { Forbidden } from './public-address.ts'

/** One clause for people on what the network threw. */
export function clause(error: unknown, { seconds }: Limits): string {
  if (error instanceof Unusable || error instanceof Forbidden) return error.message
  const { name, code, message, cause } = error as NodeJS.ErrnoException & { cause?: Error }
  if (name === 'TimeoutError' || cause?.name === 'TimeoutError') return `it took longer than ${seconds} s`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no such host, or no network'
  if (code === 'ECONNREFUSED') return 'its host refuses the connection'
  if (code === 'ECONNRESET') return 'its host hung up'
  if (code && /^Z_|^ERR__ERROR/.test(code)) return 'it is packed wrongly'
  return `the connection failed (${code ?? message})`
}
