import bolt, { type types } from '@slack/bolt'
import { type ProposedLink, titleOf } from '../../../answer/proposal.ts'
import { may } from '../../../answer/rights.ts'
import { isCurator } from '../../core/handle-interaction.ts'
import { QUESTIONS, tellProposers } from '../../core/proposals.ts'
import { plain } from '../blocks/menus.ts'
import { notice } from '../blocks/message.ts'
import { richText, words } from '../blocks/text.ts'
import { askerOfPress, askerOfView } from './asker.ts'
import type { ListenerDeps } from './listener-deps.ts'
import { nothingThere, type PressArgs, replyToPress } from './press-reply.ts'
import { changeWindow, closing, errorsAt, linkIn, type SubmitArgs } from './proposal-window.ts'

/** What curators press on a proposal, and the window that asks why it is rejected. */
export const DECIDE = /^decide:/
export const REASON_WINDOW = 'reject'

/** Shows them what waits for a decision. */
export async function tellCurators(
  curators: readonly string[],
  { number, link }: { number: number; link: ProposedLink },
  client: Pick<SubmitArgs['client'], 'chat'>,
): Promise<void> {
  const message = curatorsMessage(number, link)
  for (const channel of curators) await client.chat.postMessage({ channel, ...message })
}

function curatorsMessage(number: number, link: ProposedLink) {
  const title = `Proposal ${number}: ${titleOf(link)}`
  const lines = link.found
    ? []
    : QUESTIONS.flatMap(({ field, label }) => (link[field] ? [`${label} ${link[field]}`] : []))
  const press = (label: string, action: string): types.Button => ({
    type: 'button',
    action_id: `decide:${action}`,
    text: plain(label),
    value: String(number),
  })
  const blocks: types.KnownBlock[] = [
    ...richText([{ line: words(title, { bold: true }) }, ...lines.map((line) => ({ line: words(line) }))]),
    {
      type: 'actions',
      elements: [
        press('Approve', 'approved'),
        // What somebody found at a source is as it is.
        ...(link.found ? [] : [press('Change', 'changed')]),
        press('Reject', 'rejected'),
      ],
    },
  ]
  return { text: title, blocks }
}

/** Of the operator's curators only: whoever reads their channel is one. */
export function onDecide(deps: ListenerDeps) {
  const { turn, digest, proposals, completes } = deps
  return async (args: PressArgs): Promise<void> => {
    await args.ack()
    const { action, body, client, context } = args
    const reply = replyToPress(args)
    const asker = askerOfPress(body, context)
    const number =
      action.type === 'button' && /^[1-9]\d{0,8}$/.test(action.value ?? '') ? Number(action.value) : 0
    if (!isCurator(asker, digest?.curators) || !may(asker, 'report') || !proposals || number === 0)
      return turn({ at: 'button', reply, act: nothingThere(reply) })
    const act = async () => {
      if (action.action_id === 'decide:rejected')
        await client.views.open({ trigger_id: body.trigger_id, view: reasonWindow(number) })
      else if (action.action_id === 'decide:changed') {
        const waiting = await proposals.waiting(number)
        if ('sentence' in waiting) await reply(notice(waiting.sentence))
        else
          await client.views.open({
            trigger_id: body.trigger_id,
            view: changeWindow(number, waiting.link, completes),
          })
      } else {
        await reply(notice((await proposals.decide(number, 'approved', asker)).sentence))
        await tellProposers(proposals, asker.workspace, toldBySlack(client))
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

/** The windows were opened for a curator, and Slack vouches that it is that one. */
export function onRejected({ turn, proposals }: ListenerDeps) {
  return async ({ ack, view, body, context, client }: SubmitArgs): Promise<void> => {
    const reply = ({ blocks }: { blocks: types.KnownBlock[] }) =>
      ack({ response_action: 'update', view: closing('Reject a proposal', blocks) })
    const act = async () => {
      const why = view.state.values.why?.why?.value?.trim() ?? ''
      const decided = await proposals?.decide(
        Number(view.private_metadata),
        'rejected',
        askerOfView(body, context),
        why,
      )
      await reply(notice(decided?.sentence ?? 'There is nowhere to keep it here.'))
      if (proposals) await tellProposers(proposals, askerOfView(body, context).workspace, toldBySlack(client))
      return { command: 'propose', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}

export function onChanged({ turn, proposals }: ListenerDeps) {
  return async ({ ack, view, body, context, client }: SubmitArgs): Promise<void> => {
    const reply = ({ blocks }: { blocks: types.KnownBlock[] }) =>
      ack({ response_action: 'update', view: closing('Change a proposal', blocks) })
    const act = async () => {
      const link = linkIn(view.state.values)
      const changed = await proposals?.change(Number(view.private_metadata), link, askerOfView(body, context))
      if (changed && 'wrong' in changed) await ack(errorsAt(changed.wrong, view.state.values))
      else await reply(notice(changed?.sentence ?? 'There is nowhere to keep it here.'))
      if (proposals) await tellProposers(proposals, askerOfView(body, context).workspace, toldBySlack(client))
      return { command: 'propose', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}

/** Who cannot be told, as Slack says, is not tried again. */
export function toldBySlack(client: Pick<SubmitArgs['client'], 'chat'>) {
  return (user: string, sentence: string): Promise<unknown> =>
    client.chat.postMessage({ channel: user, ...notice(sentence) }).catch((error: unknown) => {
      if (!(error instanceof bolt.webApi.WebAPIPlatformError)) throw error
    })
}
