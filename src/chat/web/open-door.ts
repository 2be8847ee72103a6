import { isIPv4 } from 'node:net'

export type Door = {
  host: string
  /** Whether everybody who can reach the address may come in. */
  open?: boolean
  /** Whether it is served beside another way in. */
  beside?: boolean
}

/** Why the playground is not served there, in a sentence: it asks nobody who they are. */
export function whyNotServed({ host, open = false, beside = false }: Door): string | undefined {
  if (open || isLoopback(host)) return undefined
  if (beside)
    return (
      `HANSA_PLAYGROUND is beside, and the playground would let in everybody who can reach ${host}: set HOST to 127.0.0.1 to ` +
      'have it on this machine alone, HANSA_PLAYGROUND to “beside, open” if everybody may come in, or leave it out.'
    )
  return (
    `There is no setting for Slack, and the playground would let in everybody who can reach ${host}: set SLACK_… to serve ` +
    'Slack, HOST to 127.0.0.1 to try it on this machine alone, or HANSA_PLAYGROUND to open if everybody may come in.'
  )
}

/** Whether only this machine itself can reach an address to listen on. */
export function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}
