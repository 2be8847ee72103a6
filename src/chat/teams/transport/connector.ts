import type { Log } from '../../../answer/log.ts'
import type { Sent } from '../../../digest/post.ts'
import type { Message } from '../cards/to-cards.ts'
import type { Place } from './activity.ts'

/** As much of the vendor's library as we call. */
export type Calls = {
  conversations: {
    createActivity(conversation: string, activity: never): Promise<{ id?: string } | undefined>
    createTargetedActivity(conversation: string, activity: never): Promise<{ id?: string } | undefined>
    create(conversation: never): Promise<{ id?: string } | undefined>
    getMemberById(conversation: string, id: string): Promise<unknown>
  }
}

/** Writes into conversations. Each call is tried once, and rejects with what `faultOf` reads. */
export type Connector = {
  post(place: Place, message: Message): Promise<{ id?: string } | undefined>
  /** For the eyes of one person in a conversation of several. */
  whisper(place: Place, account: string, message: Message): Promise<unknown>
  /** The conversation with one person. */
  personal(place: Place, account: string): Promise<Place>
  /** Whether somebody in the conversation is from another organisation. */
  isGuest(place: Place, account: string): Promise<boolean>
}

export function connector(callsAt: (serviceUrl: string) => Calls, clientId: string): Connector {
  const at = ({ serviceUrl }: Place) => callsAt(serviceUrl).conversations
  return {
    post: (place, message) => at(place).createActivity(place.conversation, activityOf(message) as never),
    whisper: (place, account, message) =>
      at(place).createTargetedActivity(place.conversation, {
        ...activityOf(message),
        recipient: { id: account, name: '', role: 'user', isTargeted: true },
      } as never),
    async personal(place, account) {
      const made = await at(place).create({
        isGroup: false,
        bot: { id: `28:${clientId}` },
        members: [{ id: account }],
        tenantId: place.tenant,
        channelData: { tenant: { id: place.tenant } },
      } as never)
      if (!made?.id) throw new Error('no conversation came of it')
      return { ...place, conversation: made.id }
    },
    async isGuest(place, account) {
      const member = (await at(place).getMemberById(place.conversation, encodeURIComponent(account))) as {
        userRole?: unknown
        tenantId?: unknown
      }
      const { userRole, tenantId: home } = member
      if (userRole === 'guest' || userRole === 'anonymous') return true
      return typeof home === 'string' && home !== '' && home.toLowerCase() !== place.tenant
    },
  }
}

export function activityOf({ summary, card }: Message): object {
  return { type: 'message', summary, attachments: [attachmentOf(card)] }
}

export function attachmentOf(card: object): { contentType: string; content: object } {
  return { contentType: 'application/vnd.microsoft.card.adaptive', content: card }
}

export type Fault = Extract<Sent, { how: 'refused' | 'unknown' }> & { code: string }

/** The request never left: nobody was there to take it. */
const NOBODY_THERE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])
/** With these the platform says that it took nothing. Of all others, it may have taken it. */
const REFUSED: Readonly<Record<number, { forever: boolean }>> = {
  400: { forever: false },
  401: { forever: false },
  403: { forever: true },
  404: { forever: true },
  412: { forever: false },
  413: { forever: false },
  429: { forever: false },
}

/** What an error says of a call. What is not clearly refused may have had its effect. */
export function faultOf(error: unknown): Fault {
  const { response, code } = (error ?? {}) as {
    response?: { status?: number; headers?: Readonly<Record<string, unknown>> }
    code?: string
  }
  const status = response?.status ?? 0
  const refused = REFUSED[status]
  if (refused) {
    const after = Number(response?.headers?.['retry-after'])
    const patience = Number.isFinite(after) && after > 0 ? { after: Math.min(after, 3600) } : {}
    return { how: 'refused', why: `HTTP ${status}`, code: `HTTP ${status}`, ...refused, ...patience }
  }
  if (code && NOBODY_THERE.has(code)) return { how: 'refused', why: code, code, forever: false }
  // The token comes before the call: without one, nothing was sent.
  if (isOfToken(error)) return { how: 'refused', why: 'no token', code: 'no token', forever: false }
  const why = status > 0 ? `HTTP ${status}` : (code ?? 'no reply')
  return { how: 'unknown', why, code: why }
}

/** Entra's refusal of a token, as the vendor's library tells it. */
export function isOfToken(error: unknown): boolean {
  const { errorCode } = (error ?? {}) as { errorCode?: unknown }
  return typeof errorCode === 'string'
}

/** What the library says, in our log: it writes whole deliveries at `debug`, which nobody needs. */
export function libraryLog({ warn }: Pick<Log, 'warn'>) {
  const told = (...said: unknown[]): void => {
    const err = said.find((each) => each instanceof Error)
    warn(
      { from: 'teams.apps', ...(err ? { err } : {}) },
      said.filter((each) => typeof each === 'string').join(' '),
    )
  }
  const nothing = () => undefined
  const logger = {
    debug: nothing,
    trace: nothing,
    info: nothing,
    log: nothing,
    warn: told,
    error: told,
    child: () => logger,
  }
  return logger as never
}
