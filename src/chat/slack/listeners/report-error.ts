import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, types, ViewSubmitAction } from '@slack/bolt'
import { type Finding, findingsOf } from '../../../answer/answer.ts'
import { may, OUTSIDE } from '../../../answer/rights.ts'
import { option, REPORT_BUTTON } from '../blocks/buttons.ts'
import { LIMITS } from '../blocks/limits.ts'
import { notice } from '../blocks/notice.ts'
import { richText, words } from '../blocks/rich-text.ts'
import type { Message } from '../blocks/to-blocks.ts'
import type { DigestSide } from '../digest/digest-side.ts'
import { askerOfPress, askerOfView } from './asker.ts'
import type { ListenerDeps } from './listener-deps.ts'
import { type PressArgs, replyToPress } from './press-reply.ts'

/** The button that opens the window, and the window itself. */
export const REPORT = new RegExp(`^${REPORT_BUTTON}$`)

const LONGEST = 2000

/** Opens a window that asks which record is wrong, and how. */
export function onReport({ ask, turn }: ListenerDeps) {
  return async (args: PressArgs): Promise<void> => {
    await args.ack()
    const { action, body, client, context } = args
    if (action.type !== 'button' || !action.value) return
    const { value } = action
    const reply = replyToPress(args)
    const act = async () => {
      const asker = askerOfPress(body, context)
      const findings = may(asker, 'report') ? findingsOf(await ask(value, asker)) : []
      if (!may(asker, 'report')) await reply(notice(OUTSIDE))
      else if (findings.length === 0)
        await reply(notice('That answer has changed meanwhile: please ask again.'))
      else if (body.view?.type === 'modal') {
        await client.views.push({ trigger_id: body.trigger_id, view: reportWindow(findings) })
      } else await client.views.open({ trigger_id: body.trigger_id, view: reportWindow(findings) })
      return { command: 'report', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}

type SubmitArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs

/** Keeps the report, tells the curators, and thanks. */
export function onReported({ turn, digest }: ListenerDeps) {
  return async ({ ack, view, body, client, context, logger }: SubmitArgs): Promise<void> => {
    const reply = ({ blocks }: Message) => ack({ response_action: 'update', view: thanks(blocks) })
    const act = async () => {
      const { record, says } = view.state.values
      const id = record?.record?.selected_option?.value ?? ''
      const words = says?.says?.value ?? ''
      const asker = askerOfView(body, context)
      if (!may(asker, 'report')) await reply(notice(OUTSIDE))
      else if (!digest) await reply(notice('There is nowhere to keep it here.'))
      else {
        await reply(notice((await digest.desk.report(id, words, asker)).sentence))
        await tellCurators(digest, { id, words, user: body.user.id }, client).catch((error) =>
          logger.warn('the curators’ channel could not be told of a report', error),
        )
      }
      return { command: 'report', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}

async function tellCurators(
  { curators }: DigestSide,
  { id, words: said, user }: { id: string; words: string; user: string },
  client: SubmitArgs['client'],
): Promise<void> {
  if (!curators) return
  const who: types.RichTextElement = { type: 'user', user_id: user }
  await client.chat.postMessage({
    channel: curators,
    text: 'Somebody reported an error',
    blocks: [
      ...richText([
        {
          line: [
            ...words('Error reported in ', { bold: true }),
            ...words(id, { code: true }),
            ...words(' by '),
            who,
          ],
        },
        { quote: words(said) },
      ]),
    ],
  })
}

function reportWindow(findings: readonly Finding[]): types.ModalView {
  const options = [...new Map(findings.map((finding) => [finding.id, finding])).values()]
    .slice(0, LIMITS.options)
    .map(option)
  const [first] = options
  return {
    type: 'modal',
    callback_id: REPORT_BUTTON,
    title: plain('Report an error'),
    submit: plain('Send'),
    close: plain('Cancel'),
    blocks: [
      {
        type: 'input',
        block_id: 'record',
        label: plain('Which statement?'),
        element: {
          type: 'static_select',
          action_id: 'record',
          options,
          ...(options.length === 1 && first && { initial_option: first }),
        },
      },
      {
        type: 'input',
        block_id: 'says',
        label: plain('What is wrong, and how do you know?'),
        element: { type: 'plain_text_input', action_id: 'says', multiline: true, max_length: LONGEST },
      },
    ],
  }
}

function thanks(blocks: types.KnownBlock[]): types.ModalView {
  return { type: 'modal', title: plain('Report an error'), close: plain('Close'), blocks }
}

function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false }
}
