import type { types } from '@slack/bolt'
import type { Answer } from '../../../answer/answer.ts'
import { may, OUTSIDE } from '../../../answer/rights.ts'
import { stampOf } from '../../../answer/stamp.ts'
import { done } from '../../core/handle-interaction.ts'
import { judging } from '../../core/judging.ts'
import { BEING_DRAWN, type LeftOut, leftOutInWords } from '../../core/own-addresses.ts'
import { REVIEW_SHEET } from '../../core/taking.ts'
import { oneATurn } from '../../core/waiting.ts'
import { PRESS, type Press, shownIn } from '../blocks/buttons.ts'
import { notice, SLOT } from '../blocks/message.ts'
import { toBlocks, type View } from '../blocks/to-blocks.ts'
import { askerOfPress } from './asker.ts'
import type { ListenerDeps } from './listener-deps.ts'
import { withSlot } from './picture.ts'
import { inItsPlace, nothingThere, type PressArgs, type Pressed, replyToPress } from './press-reply.ts'
import { otherwise, sharing } from './share.ts'
import { NOT_KNOWN } from './share-trouble.ts'

/** Only opens an address, in the browser of who pressed. */
const OPENS = /^open:\d+$/

/** Acknowledges at once, whatever was pressed; of an element that is not ours, or no longer, it says so. */
export function onPress(deps: ListenerDeps) {
  const { ask, turn, pictures, saving } = deps
  const shareIt = sharing(deps)
  const mapInTurn = oneATurn()
  return async (args: PressArgs): Promise<void> => {
    await args.ack()
    const pressed = whatWasPressed(args.action)
    if (OPENS.test(args.action.action_id)) return
    const reply = replyToPress(args)
    if (!pressed) return turn({ at: 'button', reply, act: nothingThere(reply) })
    const { client, context } = args
    const team = context.teamId
    let fill: ((answer: Answer) => Promise<void>) | undefined
    const act = async () => {
      const asker = askerOfPress(args.body, args.context)
      if (pressed.press === 'share') {
        if (may(asker, 'share')) return shareIt(pressed, args, reply)
        await reply(notice(OUTSIDE))
        return { command: 'share', outcome: 'not shared' as const }
      }
      if (pressed.press === 'map') await mapInTurn()
      const { question, stamp, view } = questionIn(pressed)
      const answer = await ask(question, asker)
      const share = canShare(args) && may(asker, 'share')
      const save = saving.offered(team)
      const pages = toBlocks(answer, {
        to: 'asker',
        share,
        asked: question,
        map: pictures.offered(answer, team),
        ...(save && { save }),
        ...(view && { view }),
      })
      const page = PAGED.has(pressed.press) ? pages[pressed.number] : undefined
      if (pressed.press === 'cite' && answer.outcome === 'unknown') {
        await reply(notice(WITHDRAWN))
        return done(answer)
      }
      // A page of another answer would go on where this one never was.
      const changed = stamp !== undefined && stamp !== stampOf(answer)
      if (pressed.press === 'map' && !changed) {
        const slot = inItsPlace(args)
        const put = (block: types.KnownBlock, again?: boolean) => slot(withSlot(pages[0], block, again))
        await put(said(BEING_DRAWN))
        const tell = (without: LeftOut) =>
          put(said(leftOutInWords(answer, without)), without.leftOut !== 'not granted')
        fill = (drawn) => pictures.put(drawn, { client, team, show: put, tell })
        return done(answer)
      }
      if (pressed.press === 'save' && !changed) {
        const sheet = pressed.value === REVIEW_SHEET.value ? answer.review : undefined
        if (sheet) return saving.save(await ask(sheet, asker), REVIEW_SHEET.form, args, reply)
        return saving.save(answer, pressed.value, args, reply)
      }
      await reply(changed ? otherwise(answer, { share, asked: question, told: true }) : (page ?? pages[0]))
      return done(answer)
    }
    const known = pressed.press === 'share' ? NOT_KNOWN : undefined
    await turn({ at: 'button', reply, act, known, after: async (answer) => fill?.(answer) })
  }
}

function said(words: string): types.ContextBlock {
  return { type: 'context', block_id: SLOT, elements: [{ type: 'plain_text', text: words, emoji: false }] }
}

/** To a Reference under something that was shown: it was there then. */
const WITHDRAWN =
  'This record was withdrawn: the knowledge folder does not hold it any more. Ask again to see what is known now.'

const PAGED: ReadonlySet<Press> = new Set(['rest', 'words'])

/** The question to ask; and the stamp of what was shown of its answer, for the rest of it or what it rests on. */
function questionIn({ press, value, under }: Pressed): { question: string; stamp?: string; view?: View } {
  if (press === 'cite') return { question: `cite ${value}` }
  if (press === 'ask') return { question: value }
  const { ask, ...stamp } = shownIn(press === 'link' || press === 'save' ? under : value)
  if (press === 'link') return { question: ask, ...stamp, view: { link: value } }
  return { question: ask, ...stamp, ...(press === 'words' && { view: 'evidence' }) }
}

function whatWasPressed(action: PressArgs['action']): Pressed | undefined {
  const [, press, number] = PRESS.exec(action.action_id) ?? []
  const value = valuePressed(action)
  if (!press || !value) return undefined
  return { press: press as Press, number: Number(number), value, under: action.block_id }
}

function valuePressed(action: PressArgs['action']): string | undefined {
  if (action.type === 'button') return action.value
  // The field in App Home.
  if (action.type === 'plain_text_input') return action.value?.trim() || 'help'
  return action.type === 'static_select' ? action.selected_option?.value : undefined
}

/** There is a channel to share with, and it is not the conversation with the bot itself. */
function canShare({ body }: PressArgs): boolean {
  return body.channel !== undefined && body.channel.name !== 'directmessage'
}

/** What someone thinks of an answer: `judge:1` helpful, `judge:0` not. The value is the question. Others lead nowhere. */
export const JUDGE = /^judge:/

/** Notes what was pressed, or takes it back. */
export function onJudge({ desk, turn, digest }: ListenerDeps) {
  const judge = judging(digest?.desk)
  return async (args: PressArgs): Promise<void> => {
    await args.ack()
    const { action, body, context } = args
    const reply = replyToPress(args)
    const ask = action.type === 'button' && /^judge:[01]$/.test(action.action_id) ? action.value : undefined
    if (!ask) return turn({ at: 'button', reply, act: nothingThere(reply) })
    const judgement = action.action_id === 'judge:1' ? 'helpful' : 'not helpful'
    const press = `${body.channel?.id} ${body.container.message_ts ?? body.view?.id} ${ask}`
    const act = async () => {
      const asker = askerOfPress(body, context)
      if (!may(asker, 'judge')) {
        await reply(notice(OUTSIDE))
        return { command: 'judge', outcome: 'shown' as const }
      }
      await reply(notice(await judge(press, judgement, desk.answer(ask), asker)))
      return { command: 'judge', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}
