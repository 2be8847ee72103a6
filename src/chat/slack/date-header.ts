import type { webApi } from '@slack/bolt'

/** Slack's clock, read from its replies. */
export type TimeHeard = {
  fetch: webApi.FetchFunction
  /** What the last reply said, as `2026-11-30T09:00:00Z`. */
  heard(): string | undefined
}

export function hearingTheTime(inner: webApi.FetchFunction): TimeHeard {
  let last: string | undefined
  return {
    async fetch(url, init) {
      const response = await inner(url, init)
      const date = Date.parse(response.headers.get('date') ?? '')
      last = Number.isNaN(date) ? undefined : new Date(date).toISOString().replace('.000Z', 'Z')
      return response
    },
    heard: () => last,
  }
}
