import type {
  AllMiddlewareArgs,
  MessageShortcut,
  SlackOptionsMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  types,
} from '@slack/bolt'
import { may, OUTSIDE } from '../../../answer/rights.ts'
import { keptFrom } from '../../core/proposals.ts'
import { NO_PLACE } from '../blocks/buttons.ts'
import { notice } from '../blocks/message.ts'
import { askerOfPress, askerOfView } from './asker.ts'
import { tellCurators } from './decide.ts'
import type { ListenerDeps } from './listener-deps.ts'
import { type PressArgs, replyToPress } from './press-reply.ts'
import {
  closing,
  errorsAt,
  linkIn,
  offered,
  PARTNERS,
  proposeWindow,
  type SubmitArgs,
} from './proposal-window.ts'

/** The button that opens the window. */
export const PROPOSE = /^propose:/

/** Opens the window that asks for a link. */
export function onPropose({ turn, completes }: ListenerDeps) {
  return async (args: PressArgs): Promise<void> => {
    await args.ack()
    const { action, body, client, context } = args
    const reply = replyToPress(args)
    const act = async () => {
      const place = action.type === 'button' ? (action.value ?? '') : ''
      if (!may(askerOfPress(body, context), 'report')) await reply(notice(OUTSIDE))
      else {
        const view = proposeWindow({ place: place === NO_PLACE ? '' : place }, completes)
        const open = { trigger_id: body.trigger_id, view }
        await (body.view?.type === 'modal' ? client.views.push(open) : client.views.open(open))
      }
      return { command: 'propose', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}

type NamesArgs = SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs

/** Partners whose names begin with what somebody typed, as the folder understands them. */
export function onNames({ proposals }: ListenerDeps) {
  return async ({ ack, payload: { action_id, value } }: NamesArgs): Promise<void> => {
    const names = action_id === PARTNERS ? proposals?.names(value.slice(0, 100), 'partner') : undefined
    await ack({ options: offered(names ?? []) })
  }
}

type ShortcutArgs = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs

/** “Keep this for Hansa”: the words of a message and the first address in it. */
export function onKeep({ turn, completes }: ListenerDeps) {
  return async ({ ack, shortcut, context, client }: ShortcutArgs): Promise<void> => {
    await ack()
    const text = shortcut.message.text ?? ''
    const [, source = ''] = /<(https?:[^|>]+)/.exec(text) ?? []
    const kept = keptFrom(text.replace(/<[^>]*>/g, ' '), source)
    const act = async () => {
      if (!may(askerOfPress(shortcut, context), 'report')) await reply(notice(OUTSIDE))
      else await client.views.open({ trigger_id: shortcut.trigger_id, view: proposeWindow(kept, completes) })
      return { command: 'propose', outcome: 'shown' as const }
    }
    const reply = (message: { text: string }) =>
      client.chat.postEphemeral({ channel: shortcut.channel.id, user: shortcut.user.id, text: message.text })
    await turn({ at: 'message', reply, act })
  }
}

/** Keeps a proposal and shows it to the curators; what is wrong is told at its question. */
export function onProposed({ turn, digest, proposals }: ListenerDeps) {
  return async ({ ack, view, body, client, context, logger }: SubmitArgs): Promise<void> => {
    const reply = ({ blocks }: { blocks: types.KnownBlock[] }) =>
      ack({ response_action: 'update', view: closing('Propose a link', blocks) })
    const act = async () => {
      const asker = askerOfView(body, context)
      const link = linkIn(view.state.values)
      const named = view.state.values.named?.named?.value?.trim()
      const by = {
        workspace: asker.workspace,
        platform: 'slack',
        user: body.user.id,
        ...(named && { named }),
      }
      if (!may(asker, 'report')) await reply(notice(OUTSIDE))
      else if (!proposals) await reply(notice('There is nowhere to keep it here.'))
      else {
        const proposed = await proposals.propose(link, by)
        if ('wrong' in proposed) {
          await ack(errorsAt(proposed.wrong, view.state.values))
        } else {
          await reply(notice(proposed.sentence))
          const curators = digest?.curators?.(asker.workspace) ?? []
          if (proposed.number !== undefined)
            await tellCurators(curators, { number: proposed.number, link }, client).catch((error) =>
              logger.warn('the curators could not be told of a proposal', error),
            )
        }
      }
      return { command: 'propose', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}
