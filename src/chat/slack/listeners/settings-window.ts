import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, types, ViewSubmitAction } from '@slack/bolt'
import { may } from '../../../answer/rights.ts'
import type { ChannelSettings } from '../../../digest/channel-settings.ts'
import { filledIn, SETTINGS_FORM, settingsWords } from '../../core/settings-form.ts'
import { notice } from '../blocks/message.ts'
import { type Message, toBlocks } from '../blocks/to-blocks.ts'
import { askerOfPress, askerOfView, type SlackAsker } from './asker.ts'
import type { ListenerDeps } from './listener-deps.ts'
import { nothingThere, type PressArgs, replyToPress } from './press-reply.ts'

/** The button in App Home that opens the window; its value is the channel. And the window. */
export const SETTINGS = /^settings:/
export const SETTINGS_WINDOW = /^settings$/

const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: false })
const option = (text: string, value: string): types.PlainTextOption => ({ text: plain(text), value })

/** What a channel has set, to be changed. */
export function settingsWindow(channel: string, settings: ChannelSettings): types.ModalView {
  const { home, map, holidays, editors } = filledIn(settings)
  const input = (
    id: keyof typeof SETTINGS_FORM,
    element: types.InputBlockElement,
    optional = false,
  ): types.InputBlock => ({
    type: 'input',
    block_id: id,
    label: plain(SETTINGS_FORM[id].label),
    element,
    optional,
  })
  const select = (id: 'map' | 'holidays', chosen: string): types.InputBlock => {
    const options = SETTINGS_FORM[id].choices.map(({ write, says }) => option(says, write))
    const initial = options.find(({ value }) => value === chosen)
    return input(id, {
      type: 'static_select',
      action_id: id,
      options,
      ...(initial && { initial_option: initial }),
    })
  }
  return {
    type: 'modal',
    callback_id: 'settings',
    private_metadata: channel,
    title: plain('Settings'),
    submit: plain('Save'),
    close: plain('Cancel'),
    blocks: [
      input(
        'home',
        {
          type: 'plain_text_input',
          action_id: 'home',
          max_length: 80,
          ...(home && { initial_value: home }),
        },
        true,
      ),
      select('map', map),
      select('holidays', holidays),
      input(
        'editors',
        {
          type: 'multi_users_select',
          action_id: 'editors',
          ...(editors.length > 0 && { initial_users: [...editors] }),
        },
        true,
      ),
    ],
  }
}

/** False where they cannot be read now, and of people from elsewhere, who are asked nothing. */
export async function openSettings(
  asker: SlackAsker,
  trigger_id: string,
  { digest, client }: Pick<PressArgs, 'client'> & { digest: NonNullable<ListenerDeps['digest']> },
): Promise<boolean> {
  const settings = may(asker, 'read the digest') ? await digest.desk.settingsOf(asker) : undefined
  if (!settings || !asker.channel) return false
  await client.views.open({ trigger_id, view: settingsWindow(asker.channel, settings) })
  return true
}

/** From App Home. */
export function onSettings({ turn, digest }: ListenerDeps) {
  return async (args: PressArgs): Promise<void> => {
    await args.ack()
    const { action, body, client, context } = args
    const reply = replyToPress(args)
    const channel = action.type === 'button' ? action.value : undefined
    if (!channel || !digest) return turn({ at: 'button', reply, act: nothingThere(reply) })
    const act = async () => {
      const asker = { ...askerOfPress(body, context), channel }
      const isOpen = await openSettings(asker, body.trigger_id, { digest, client })
      if (!isOpen) await reply(notice('The settings cannot be read at the moment: please press again later.'))
      return { command: 'settings', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}

type SubmitArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs

/** The same as in words, all at once; what comes of it stands in the window. */
export function onSettingsSaved({ turn, digest }: ListenerDeps) {
  return async ({ ack, view, body, context }: SubmitArgs): Promise<void> => {
    const reply = ({ blocks }: Message) =>
      ack({
        response_action: 'update',
        view: { type: 'modal', title: plain('Settings'), close: plain('Close'), blocks },
      })
    const act = async () => {
      const asker = { ...askerOfView(body, context), channel: view.private_metadata }
      if (!digest) await reply(notice('There is nowhere to keep it here.'))
      else {
        const answer = await digest.desk.answer(wordsOf(view.state.values), asker, digest.voice(asker))
        await reply(toBlocks({ ...answer, next: [] }, { to: 'asker', share: false })[0])
      }
      return { command: 'settings', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}

type Values = SubmitArgs['view']['state']['values']

export function wordsOf({ home, map, holidays, editors }: Values): string {
  return settingsWords({
    home: home?.home?.value,
    map: map?.map?.selected_option?.value,
    holidays: holidays?.holidays?.selected_option?.value,
    editors: editors?.editors?.selected_users ?? [],
  })
}
