import { isIPv4 } from 'node:net'

export type Door = {
  host: string
  /** Whether everybody who can reach the address may come in. */
  open?: boolean
}

/** Why the playground is not served there, in a sentence: it asks nobody who they are. */
export function whyNotServed({ host, open = false }: Door): string | undefined {
  if (open || isLoopback(host)) return undefined
  return (
    `There is no setting for Slack, and the playground would let in everybody who can reach ${host}: set SLACK_… to serve ` +
    'Slack, HOST to 127.0.0.1 to try it on this machine alone, or HANSA_PLAYGROUND to open if everybody may come in.'
  )
}

/** Whether only this machine itself can reach an address to listen on. */
export function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}
