import type { webApi } from '@slack/bolt'

/** With these codes Slack says that the token itself is no good. */
const NO_GOOD = new Set(['account_inactive', 'invalid_auth', 'not_authed', 'token_expired', 'token_revoked'])

/** So long Slack's last word on the token is believed. Milliseconds. */
const BELIEVED = 60_000

/** What Slack said last of our token, in its reply to any call. */
export type TokenWord = {
  fetch: webApi.FetchFunction
  /** In a sentence, while Slack refuses the token. Asks Slack anew, for the next time, when its last word is old. */
  trouble(): string | undefined
}

/** `ask`: makes any call with the token, through `fetch`. `now`: milliseconds that only ever grow. */
export function hearingOfToken(
  inner: webApi.FetchFunction,
  token: string,
  ask: (fetch: webApi.FetchFunction) => Promise<unknown>,
  now: () => number,
): TokenWord {
  let refused: string | undefined
  let heardAt = Number.NEGATIVE_INFINITY
  let asking = false

  function hear(text: string): void {
    const { ok, error } = parsed(text)
    const no = ok === false && typeof error === 'string' && NO_GOOD.has(error)
    // Whatever stands between Slack and us says nothing of the token.
    if (ok !== true && !no) return
    refused = no ? error : undefined
    heardAt = now()
  }

  const call: webApi.FetchFunction = async (url, init) => {
    const reply = await inner(url, init)
    const ours = new Headers(init?.headers).get('authorization') === `Bearer ${token}`
    return ours && reply.status === 200 ? overheard(reply, hear) : reply
  }

  function askAnew(): void {
    if (asking || now() - heardAt < BELIEVED) return
    asking = true
    ask(call)
      .catch(() => {})
      .finally(() => {
        asking = false
        // Also when it said nothing: a Slack that is away is not asked more often.
        heardAt = now()
      })
  }

  return {
    fetch: call,
    trouble() {
      askAnew()
      if (!refused) return undefined
      return `Slack refuses SLACK_BOT_TOKEN (${refused}): install the app again at api.slack.com, and set its new token.`
    },
  }
}

type Reply = Awaited<ReturnType<webApi.FetchFunction>>

/** The client reads a reply as text, once. */
function overheard(reply: Reply, hear: (text: string) => void): Reply {
  const { ok, status, statusText, url, headers } = reply
  const text = async () => {
    const read = await reply.text()
    hear(read)
    return read
  }
  return {
    ok,
    status,
    statusText,
    url,
    headers,
    arrayBuffer: () => reply.arrayBuffer(),
    json: async () => JSON.parse(await text()),
    text,
  }
}

function parsed(text: string): { ok?: unknown; error?: unknown } {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? read : {}
  } catch {
    return {}
  }
}
