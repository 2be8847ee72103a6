import type { Citation } from './answer.ts'

/** The longest address that every platform takes; Slack's is the shortest limit. Characters. */
const LONGEST = 3000

/** Where a citation's link leads: to the quoted words if possible. Nothing when no address of it can be trusted. */
export function linkOf({ jump, url }: Citation): string | undefined {
  return [jump, url].find(isSafe)
}

/** http or https, no name or password before the host, nothing invisible, not too long. */
export function isSafe(url: string | undefined): url is string {
  if (url === undefined || url.length > LONGEST || /[\s\p{Cc}\p{Cf}<>|]/u.test(url)) return false
  if (!url.isWellFormed() || !URL.canParse(url)) return false
  const { protocol, username, password } = new URL(url)
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === ''
}
