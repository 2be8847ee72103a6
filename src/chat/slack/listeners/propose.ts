import type {
  AllMiddlewareArgs,
  MessageShortcut,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  types,
  ViewSubmitAction,
} from '@slack/bolt'
import type { ProposedLink } from '../../../answer/proposal.ts'
import { may, OUTSIDE } from '../../../answer/rights.ts'
import { QUESTIONS } from '../../core/proposals.ts'
import { NO_PLACE } from '../blocks/buttons.ts'
import { option, plain } from '../blocks/menus.ts'
import { notice } from '../blocks/message.ts'
import { cut, richText, words } from '../blocks/text.ts'
import { askerOfPress, askerOfView } from './asker.ts'
import type { ListenerDeps } from './listener-deps.ts'
import { nothingThere, type PressArgs, replyToPress } from './press-reply.ts'

/** The button that opens the window; the window; the message shortcut; what curators press. */
export const PROPOSE = /^propose:/
export const PROPOSE_WINDOW = 'propose'
export const DECIDE = /^decide:/
export const REASON_WINDOW = 'reject'

/** Opens the window that asks for a link. */
export function onPropose({ turn }: ListenerDeps) {
  return async (args: PressArgs): Promise<void> => {
    await args.ack()
    const { action, body, client, context } = args
    const reply = replyToPress(args)
    const act = async () => {
      const place = action.type === 'button' ? (action.value ?? '') : ''
      if (!may(askerOfPress(body, context), 'report')) await reply(notice(OUTSIDE))
      else {
        const view = proposeWindow({ place: place === NO_PLACE ? '' : place })
        const open = { trigger_id: body.trigger_id, view }
        await (body.view?.type === 'modal' ? client.views.push(open) : client.views.open(open))
      }
      return { command: 'propose', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}

type ShortcutArgs = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs

/** “Keep this for Hansa”: the words of a message and the first address in it. */
export function onKeep({ turn }: ListenerDeps) {
  return async ({ ack, shortcut, client }: ShortcutArgs): Promise<void> => {
    await ack()
    const text = shortcut.message.text ?? ''
    const [, source = ''] = /<(https?:[^|>]+)/.exec(text) ?? []
    const quote = text
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .split(' ')
      .slice(0, 25)
      .join(' ')
    const act = async () => {
      await client.views.open({ trigger_id: shortcut.trigger_id, view: proposeWindow({ source, quote }) })
      return { command: 'propose', outcome: 'shown' as const }
    }
    const reply = (message: { text: string }) =>
      client.chat.postEphemeral({ channel: shortcut.channel.id, user: shortcut.user.id, text: message.text })
    await turn({ at: 'message', reply, act })
  }
}

function proposeWindow(known: Partial<ProposedLink>): types.ModalView {
  const questions = QUESTIONS.map(({ field, label, hint, choices, isOptional }): types.InputBlock => {
    const value = cut(known[field] ?? '', 200)
    const element: types.InputBlock['element'] = choices
      ? {
          type: 'static_select',
          action_id: field,
          options: choices.map(({ write, says }) => option(says, write)),
        }
      : {
          type: 'plain_text_input',
          action_id: field,
          max_length: 500,
          ...(hint && { placeholder: plain(hint) }),
          ...(value && { initial_value: value }),
        }
    return { type: 'input', block_id: field, label: plain(label), element, optional: isOptional === true }
  })
  const named: types.InputBlock = {
    type: 'input',
    block_id: 'named',
    label: plain('Who read it, in the folder that others see?'),
    element: {
      type: 'plain_text_input',
      action_id: 'named',
      max_length: 100,
      placeholder: plain('Your name if you want it there; else “a colleague”'),
    },
    optional: true,
  }
  return {
    type: 'modal',
    callback_id: PROPOSE_WINDOW,
    title: plain('Propose a link'),
    submit: plain('Send'),
    close: plain('Cancel'),
    blocks: [...questions, named],
  }
}

type SubmitArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs

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
          const { field, why } = proposed.wrong
          await ack({ response_action: 'errors', errors: { [field]: cut(why, 300) } })
        } else {
          await reply(notice(proposed.sentence))
          const channel = digest?.curators?.(asker.workspace)
          if (channel && proposed.number !== undefined)
            await client.chat
              .postMessage({ channel, ...curatorsMessage(proposed.number, link) })
              .catch((error) => logger.warn('the curators could not be told of a proposal', error))
        }
      }
      return { command: 'propose', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}

function linkIn(values: ViewSubmitAction['view']['state']['values']): ProposedLink {
  const given = QUESTIONS.flatMap(({ field }) => {
    const input = values[field]?.[field]
    const value = (input?.value ?? input?.selected_option?.value ?? '').replace(/\s+/g, ' ').trim()
    return value ? [[field, value] as const] : []
  })
  return { place: '', partner: '', ...Object.fromEntries(given) }
}

function curatorsMessage(number: number, link: ProposedLink) {
  const title = `Proposal ${number}: ${link.place} – ${link.partner}`
  const lines = QUESTIONS.flatMap(({ field, label }) => (link[field] ? [`${label} ${link[field]}`] : []))
  const press = (label: string, action: string): types.Button => ({
    type: 'button',
    action_id: `decide:${action}`,
    text: plain(label),
    value: String(number),
  })
  const blocks: types.KnownBlock[] = [
    ...richText([{ line: words(title, { bold: true }) }, ...lines.map((line) => ({ line: words(line) }))]),
    { type: 'actions', elements: [press('Approve', 'approved'), press('Reject', 'rejected')] },
  ]
  return { text: title, blocks }
}

/** Only where the operator's curators are: whoever reads that channel may decide. */
export function onDecide(deps: ListenerDeps) {
  const { turn, digest, proposals } = deps
  return async (args: PressArgs): Promise<void> => {
    await args.ack()
    const { action, body, client, context } = args
    const reply = replyToPress(args)
    const asker = askerOfPress(body, context)
    const isCurator = asker.channel !== undefined && asker.channel === digest?.curators?.(asker.workspace)
    const number =
      action.type === 'button' && /^[1-9]\d{0,8}$/.test(action.value ?? '') ? Number(action.value) : 0
    if (!isCurator || !may(asker, 'report') || !proposals || number === 0)
      return turn({ at: 'button', reply, act: nothingThere(reply) })
    const act = async () => {
      if (action.action_id === 'decide:rejected')
        await client.views.open({ trigger_id: body.trigger_id, view: reasonWindow(number) })
      else {
        const { sentence, tell } = await proposals.decide(number, 'approved')
        await reply(notice(sentence))
        if (tell) await client.chat.postMessage({ channel: tell.user, ...notice(tell.sentence) })
      }
      return { command: 'propose', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}

function reasonWindow(number: number): types.ModalView {
  return {
    type: 'modal',
    callback_id: REASON_WINDOW,
    private_metadata: String(number),
    title: plain('Reject a proposal'),
    submit: plain('Reject'),
    close: plain('Cancel'),
    blocks: [
      {
        type: 'input',
        block_id: 'why',
        label: plain('Why? Who proposed it is told.'),
        element: { type: 'plain_text_input', action_id: 'why', max_length: 500 },
      },
    ],
  }
}

/** The window was opened for a curator, and Slack vouches that it is that one. */
export function onRejected({ turn, proposals }: ListenerDeps) {
  return async ({ ack, view, client }: SubmitArgs): Promise<void> => {
    const reply = ({ blocks }: { blocks: types.KnownBlock[] }) =>
      ack({ response_action: 'update', view: closing('Reject a proposal', blocks) })
    const act = async () => {
      const why = view.state.values.why?.why?.value?.trim() ?? ''
      const decided = await proposals?.decide(Number(view.private_metadata), 'rejected', why)
      await reply(notice(decided?.sentence ?? 'There is nowhere to keep it here.'))
      if (decided?.tell)
        await client.chat.postMessage({ channel: decided.tell.user, ...notice(decided.tell.sentence) })
      return { command: 'propose', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}

function closing(title: string, blocks: types.KnownBlock[]): types.ModalView {
  return { type: 'modal', title: plain(title), close: plain('Close'), blocks }
}
