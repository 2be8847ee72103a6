import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, types, ViewSubmitAction } from '@slack/bolt'
import type { OwnDigests } from '../../../digest/desk.ts'
import type { Weekly } from '../../../digest/schedule/subscription.ts'
import { SCHEDULE_FORM, scheduleFilledIn, scheduleWords } from '../../core/settings-form.ts'
import { plain } from '../blocks/menus.ts'
import { notice } from '../blocks/message.ts'
import { type Message, toBlocks } from '../blocks/to-blocks.ts'
import { askerOfPress, askerOfView } from './asker.ts'
import type { ListenerDeps } from './listener-deps.ts'
import { homeOf } from './on-home.ts'
import { nothingThere, type PressArgs, replyToPress } from './press-reply.ts'

/** The button in App Home that opens the window; its value is the channel. And the window. */
export const SCHEDULE = /^schedule:/
export const SCHEDULE_WINDOW = /^schedule$/

const TITLE = 'Weekly digest'

/** On which day and at what time the digest of a channel comes. */
function scheduleWindow(channel: string, weekly: Weekly): types.ModalView {
  const { day, time } = scheduleFilledIn(weekly)
  const options = SCHEDULE_FORM.day.choices.map((one) => ({ text: plain(one), value: one }))
  const initial = options.find(({ value }) => value === day)
  return {
    type: 'modal',
    callback_id: 'schedule',
    private_metadata: channel,
    title: plain(TITLE),
    submit: plain('Save'),
    close: plain('Cancel'),
    blocks: [
      {
        type: 'input',
        block_id: 'day',
        label: plain(SCHEDULE_FORM.day.label),
        element: {
          type: 'static_select',
          action_id: 'day',
          options,
          ...(initial && { initial_option: initial }),
        },
      },
      {
        type: 'input',
        block_id: 'time',
        label: plain(SCHEDULE_FORM.time.label(weekly)),
        element: { type: 'timepicker', action_id: 'time', initial_time: time },
      },
    ],
  }
}

/** From App Home, of a digest that one has set. */
export function onSchedule({ turn, digest }: ListenerDeps) {
  return async (args: PressArgs): Promise<void> => {
    await args.ack()
    const { action, body, client, context } = args
    const reply = replyToPress(args)
    const channel = action.type === 'button' ? action.value : undefined
    if (!channel || !digest) return turn({ at: 'button', reply, act: nothingThere(reply) })
    const act = async () => {
      const own = await digest.desk.ownDigests(askerOfPress(body, context))
      const weekly = own.channels.find((one) => one.channel === channel)?.weekly
      if (weekly)
        await client.views.open({ trigger_id: body.trigger_id, view: scheduleWindow(channel, weekly) })
      else await reply(notice(notOpened(own)))
      return { command: 'digest', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}

function notOpened({ trouble }: OwnDigests): string {
  return trouble ?? 'This digest is not yours any more: somebody turned it off, or set it anew.'
}

type SubmitArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs

/** The same as in words, with the same rights; what comes of it stands in the window, and in App Home behind it. */
export function onScheduleSaved(deps: ListenerDeps) {
  const { turn, digest } = deps
  return async ({ ack, view, body, client, context }: SubmitArgs): Promise<void> => {
    const reply = ({ blocks }: Message) =>
      ack({
        response_action: 'update',
        view: { type: 'modal', title: plain(TITLE), close: plain('Close'), blocks },
      })
    const act = async () => {
      const person = askerOfView(body, context)
      const asker = { ...person, channel: view.private_metadata }
      if (!digest) await reply(notice('There is nowhere to keep it here.'))
      else {
        const { day, time } = view.state.values
        const words = scheduleWords({
          day: day?.day?.selected_option?.value ?? null,
          time: time?.time?.selected_time ?? null,
        })
        const answer = await digest.desk.answer(words, asker, digest.voice(asker))
        await reply(toBlocks({ ...answer, next: [] }, { to: 'asker', share: false })[0])
        const { blocks } = await homeOf(person, deps)
        await client.views.publish({ user_id: body.user.id, view: { type: 'home', blocks } })
      }
      return { command: 'digest', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}
