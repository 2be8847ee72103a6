import { randomUUID } from 'node:crypto'
import type { Desk } from '../../../answer/answer.ts'
import { type Log, redacting } from '../../../answer/log.ts'
import type { StartDigest } from '../../../digest/desk.ts'
import { askAs, type DigestSide, keepTurns, rememberSeen, type Seen } from '../../core/handle-interaction.ts'
import { OWN_PATH, type OwnAddresses } from '../../core/own-addresses.ts'
import type { Edge } from '../../core/serve-edges.ts'
import { tending } from '../../core/tending.ts'
import { apologyInWords } from '../../core/text.ts'
import { notice } from '../cards/to-cards.ts'
import { teamsSpeaks } from '../digest/curators.ts'
import { type PlaceOf, teamsPost, teamsVoice } from '../digest/digest-post.ts'
import type { Deps } from '../listeners/deps.ts'
import { onDelivery, type TIMES } from '../listeners/on-delivery.ts'
import { type Activity, activityIn, type TeamsAsker, tenantsOf } from './activity.ts'
import { type Calls, connector, libraryLog } from './connector.ts'
import { endpoint, type HandleDelivery } from './endpoint.ts'
import { TEAMS_SECRETS, type TeamsSettings } from './settings.ts'
import { watchToken } from './token.ts'

/** Where each conversation is written to, as the platform said last. */
export type Addresses = {
  note(workspace: string, channel: string, address: string): Promise<void>
  of(workspace: string, channel: string): Promise<string | undefined>
  forget(workspace: string, channel: string): Promise<void>
}

export type TeamsOptions = Pick<Deps, 'takeAlong' | 'record' | 'proposals'> & {
  /** Where maps and files are fetched; absent where others cannot reach Hansa, or it has no secret to seal with. */
  own?: OwnAddresses
  settings: TeamsSettings
  desk: Desk
  addresses: Addresses
  startDigest?: StartDigest
  seen?: Seen
  /** For tests and the vendor's playground: another cloud, its own token, or deliveries that nobody signed. */
  pretend?: {
    cloud?: Readonly<Record<string, string>>
    token?: () => Promise<string>
    unsigned?: boolean
    patience?: number
    times?: typeof TIMES
  }
}

/** Deliveries come to this path. */
export const TEAMS_PATH = '/api/messages'

/** After this a call to Teams counts as lost. Milliseconds. */
const CALL_TIMEOUT = 10_000

/** As the library has it: said here, so that `CLOUD` in the environment changes nothing. */
const PUBLIC_CLOUD = {
  loginEndpoint: 'https://login.microsoftonline.com',
  loginTenant: 'botframework.com',
  botScope: 'https://api.botframework.com/.default',
  tokenServiceUrl: 'https://token.botframework.com',
  openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  tokenIssuer: 'https://api.botframework.com',
  graphScope: 'https://graph.microsoft.com/.default',
  agenticIdentityBotScope: 'https://botapi.skype.com/.default',
}

/** Microsoft Teams, at `/api/messages`, for the people of one tenant, or of several, each a workspace. Loads the vendor's library, which takes a second. */
export function teamsEdge(options: TeamsOptions): Edge {
  const {
    settings,
    desk,
    startDigest,
    addresses,
    pretend = {},
    seen = rememberSeen(),
    takeAlong,
    proposals,
    own,
    record,
  } = options
  const {
    clientId,
    tenantId,
    otherTenants = [],
    clientSecret,
    managedIdentity,
    curators,
    secretExpires,
  } = settings
  return async ({ routes, running, log: given }) => {
    const log = redacting(given, TEAMS_SECRETS)
    const { App } = await import('@microsoft/teams.apps')
    const home = tenantId.toLowerCase()
    const tenants = new Set([home, ...otherTenants])
    const curatorsOf = (workspace: string) => (curators && workspace === home ? [curators] : [])
    const door: { deliver?: HandleDelivery } = {}
    const app = new App({
      clientId,
      // An app of several tenants is given its tokens by Microsoft's own.
      ...(otherTenants.length === 0 && { tenantId }),
      // Everything is said here, so that nothing in the environment that the library knows of changes it.
      serviceUrl: ADDRESS,
      ...(pretend.token
        ? { token: pretend.token }
        : {
            ...(clientSecret && { clientSecret }),
            ...(managedIdentity && { managedIdentityClientId: managedIdentity }),
          }),
      cloud: { ...PUBLIC_CLOUD, ...pretend.cloud },
      client: { timeout: pretend.patience ?? CALL_TIMEOUT },
      dangerouslyAllowUnauthenticatedRequests: pretend.unsigned ?? false,
      httpServerAdapter: {
        registerRoute: (_method, _path, handler) => {
          door.deliver = handler as HandleDelivery
        },
      },
      logger: libraryLog(log),
    })
    const to = connector((serviceUrl) => app.api.clone({ serviceUrl }) as unknown as Calls, clientId)
    const placeOf: PlaceOf = async ({ workspace, channel }) => ({
      serviceUrl: (await addresses.of(workspace, channel)) ?? ADDRESS,
      conversation: channel,
      tenant: workspace,
    })
    const served = async () => tenants
    const digest: DigestSide<TeamsAsker> | undefined = startDigest && {
      desk: startDigest(teamsPost(to, placeOf), served),
      voice: teamsVoice(to, placeOf),
      curators: curatorsOf,
    }
    const deps: Deps = {
      desk,
      log,
      connector: to,
      ask: askAs(desk, digest),
      turn: keepTurns({
        log,
        running,
        now: performance.now.bind(performance),
        reference: () => randomUUID().slice(0, 8),
        apology: (reference, known) => notice(apologyInWords(reference, known)),
      }),
      ...noting(addresses, log),
      ...(digest && { digest }),
      ...(takeAlong && { takeAlong }),
      ...(proposals && { proposals }),
      ...(own && { own }),
      ...(record && { record }),
    }
    const handle = onDelivery(deps, seen, running, pretend.times)
    const activityHandler = async ({ activity }: { activity: unknown }) => {
      const known = activityIn(activity)
      if (!known) return { status: 400 }
      const workspace = tenantOf(known)
      if (!workspace || !tenants.has(workspace)) {
        log.warn({}, 'refused a delivery from another tenant')
        return { status: 403 }
      }
      const body = await handle(known, workspace)
      return body === undefined ? { status: 200 } : { status: 200, body }
    }
    // Its types know of no replies to deliveries of any kind; its router does.
    app.on('activity', activityHandler as never)
    await app.initialize()
    if (!door.deliver) throw new Error('the library for Teams asks for no address')
    const issuer = pretend.unsigned ? undefined : (pretend.cloud?.tokenIssuer ?? PUBLIC_CLOUD.tokenIssuer)
    routes.on('POST', TEAMS_PATH, endpoint(door.deliver, { issuer, log }))
    let tended: { stop(): void } | undefined
    const tend = () =>
      proposals &&
      tending({
        proposals,
        log,
        served,
        curators: curatorsOf,
        speaks: async (workspace) => teamsSpeaks(to, placeOf, workspace),
        ...(digest && { desk: digest.desk }),
      })
    if (own) routes.on('GET', OWN_PATH, own.handle)
    const token = watchToken(() => app.tokenProvider.getAppToken(), log, {
      ...(secretExpires && { expires: secretExpires }),
    })
    return {
      mode: 'teams',
      parts: [{ part: 'teams', trouble: token.trouble }],
      async begin(url) {
        // Teams may be slow to reach; the others are served meanwhile.
        if (!pretend.unsigned) void token.begin()
        tended = tend()
        log.info({ url: `${url}${TEAMS_PATH}` }, 'serving Teams')
        if (!own) log.info({}, 'maps and files are left out in Teams: they take HANSA_URL and HANSA_SECRET')
      },
      async stop() {
        token.stop()
        tended?.stop()
      },
    }
  }
}

/** Teams' own address for the public cloud, where none was told. */
const ADDRESS = 'https://smba.trafficmanager.net/teams'

/** A good token only says that Teams sent it: which tenant it is of, the library does not look at. */
function tenantOf(activity: Activity): string | undefined {
  const [tenant, ...others] = new Set(tenantsOf(activity))
  return others.length === 0 ? tenant : undefined
}

/** Writes an address down only where it is another than before. */
function noting(addresses: Addresses, log: Log): Required<Pick<Deps, 'note' | 'forget'>> {
  const known = new Map<string, string>()
  return {
    async note({ serviceUrl, conversation }, workspace) {
      const channel = conversation.replace(/;messageid=.*$/, '')
      if (known.get(channel) === serviceUrl) return
      if (known.size > 10_000) known.clear()
      known.set(channel, serviceUrl)
      await addresses.note(workspace, channel, serviceUrl).catch((err) => {
        known.delete(channel)
        log.warn({ err }, 'could not keep where a conversation is written to')
      })
    },
    async forget(channel, workspace) {
      known.delete(channel)
      await addresses
        .forget(workspace, channel)
        .catch((err) => log.warn({ err }, 'could not forget a conversation'))
    },
  }
}
