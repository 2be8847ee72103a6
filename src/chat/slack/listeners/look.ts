import type { types } from '@slack/bolt'
import type { Found } from '../../../answer/proposal.ts'
import { may } from '../../../answer/rights.ts'
import { isCurator } from '../../core/handle-interaction.ts'
import type { HeldRecord } from '../../core/proposals.ts'
import { button } from '../blocks/buttons.ts'
import { plain } from '../blocks/menus.ts'
import { type Message, notice } from '../blocks/message.ts'
import { richText, words } from '../blocks/text.ts'
import { askerOfPress, askerOfView } from './asker.ts'
import { tellCurators } from './decide.ts'
import type { ListenerDeps } from './listener-deps.ts'
import { nothingThere, type PressArgs, replyToPress } from './press-reply.ts'
import { closing, proposeWindow, type SubmitArgs } from './proposal-window.ts'
import { reportWindow } from './report-window.ts'

/** What curators press on a record that is due for a look at its source, and the window that asks for their name. */
export const LOOK = /^look:/
export const LOOK_WINDOW = 'look'

/** A record whose source wants reading again, with what can have become of it. */
export function dueMessage({ finding }: HeldRecord): Message {
  const { id, title, says, quote, cite } = finding
  const text = `Does the source still say so? ${title}`
  const lines = [
    { line: words(text, { bold: true }) },
    ...(says ? [{ line: words(says) }] : []),
    ...(quote ? [{ quote: words(quote) }] : []),
    {
      line: words(
        `${[cite.label, cite.title, ...(cite.unpaged ? [] : [cite.locator])].join(', ')}; ${cite.overdue ?? ''}`,
      ),
    },
    ...(cite.url ? [{ line: words(cite.url) }] : []),
  ]
  const press = (label: string, what: string) => button(label, `look:${what}`, id)
  return {
    text,
    blocks: [
      ...richText(lines),
      {
        type: 'actions',
        elements: [press('Still so', 'so'), press('Changed', 'changed'), press('Gone', 'gone')],
      },
    ],
  }
}

/** What has changed is proposed as a link, or reported as a mistake where the record is of something else. */
export function onLook({ turn, digest, proposals, completes }: ListenerDeps) {
  return async (args: PressArgs): Promise<void> => {
    await args.ack()
    const { action, body, client, context } = args
    const reply = replyToPress(args)
    const asker = askerOfPress(body, context)
    const record = action.type === 'button' ? (action.value ?? '') : ''
    const what = action.action_id.slice('look:'.length)
    if (!isCurator(asker, digest?.curators) || !may(asker, 'report') || !proposals || !record)
      return turn({ at: 'button', reply, act: nothingThere(reply) })
    const open = (view: types.ModalView) => client.views.open({ trigger_id: body.trigger_id, view })
    const act = async () => {
      const held = proposals.held(record)
      if (!held) await reply(notice('The folder does not hold this any more.'))
      else if (what === 'changed')
        await open(held.link ? proposeWindow(held.link, completes) : reportWindow([held.finding], '', 0))
      else if (what === 'name') await open(nameWindow(record))
      else {
        const found: Found = what === 'gone' ? 'gone' : 'still so'
        const by = {
          workspace: asker.workspace,
          platform: 'slack',
          ...(found === 'gone' && { user: body.user.id }),
        }
        const { sentence, proposed } = await proposals.looked(record, found, by)
        const message = notice(sentence)
        await reply(found === 'gone' ? message : withName(message, record))
        if (proposed) await tellCurators(digest?.curators?.(asker.workspace) ?? [], proposed, client)
      }
      return { command: 'look', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}

function withName({ text, blocks }: Message, record: string): Message {
  const elements = [button('Put my name there', 'look:name', record)]
  return { text, blocks: [...blocks, { type: 'actions', elements }] }
}

function nameWindow(record: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: LOOK_WINDOW,
    private_metadata: record,
    title: plain('Who read it'),
    submit: plain('Keep'),
    close: plain('Cancel'),
    blocks: [
      {
        type: 'input',
        block_id: 'named',
        label: plain('Your name, as others see it in the folder'),
        element: { type: 'plain_text_input', action_id: 'named', max_length: 100 },
      },
    ],
  }
}

/** The window was opened for a curator, and Slack vouches that it is that one. */
export function onNamed({ turn, proposals }: ListenerDeps) {
  return async ({ ack, view, body, context }: SubmitArgs): Promise<void> => {
    const reply = ({ blocks }: Message) =>
      ack({ response_action: 'update', view: closing('Who read it', blocks) })
    const act = async () => {
      const named = view.state.values.named?.named?.value?.replace(/\s+/g, ' ').trim()
      const { workspace } = askerOfView(body, context)
      const by = { workspace, platform: 'slack', ...(named && { named }) }
      const looked = await proposals?.looked(view.private_metadata, 'still so', by)
      await reply(notice(looked?.sentence ?? 'There is nowhere to keep it here.'))
      return { command: 'look', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}
