import { z } from 'zod'
import { type Answer, findingsOf } from '../../../answer/answer.ts'
import { secondOf, sharedChange } from '../../../answer/change.ts'
import { withoutReceipt, withReceipt } from '../../../answer/receipt.ts'
import { may, mayBeShared, OUTSIDE } from '../../../answer/rights.ts'
import { stampOf } from '../../../answer/stamp.ts'
import { evidenceOf, type View } from '../../core/evidence.ts'
import type { Done } from '../../core/handle-interaction.ts'
import { done } from '../../core/handle-interaction.ts'
import { judging } from '../../core/judging.ts'
import { changedInWords, NOTHING_BEHIND } from '../../core/notices.ts'
import { VERBS, type Verb } from '../cards/actions.ts'
import { line, words } from '../cards/elements.ts'
import { copyCard, mapCard, reportCard } from '../cards/forms.ts'
import { type Message, message, toCards } from '../cards/to-cards.ts'
import type { Incoming, TeamsAsker } from '../transport/activity.ts'
import { faultOf } from '../transport/connector.ts'
import type { Deps, Redrawn } from './deps.ts'

const text = (most: number) => z.string().max(most).optional().catch(undefined)

/** What a button gives back, and what was chosen or written beside it: any of it may be anything. */
const PRESSED = z.looseObject({
  ask: z.string().max(2000).catch(''),
  stamp: text(16),
  page: z.number().int().min(0).max(10_000).optional().catch(undefined),
  view: z
    .union([z.literal('evidence'), z.looseObject({ link: z.string().max(200) })])
    .optional()
    .catch(undefined),
  from: text(2000),
  helpful: z.boolean().optional().catch(undefined),
  link: text(500),
  cite: text(500),
  record: text(500),
  says: text(4000),
})

type Pressed = z.infer<typeof PRESSED>
type Press = Incoming & { is: 'pressed' }
type Act = (pressed: Pressed, asker: TeamsAsker, press: Press) => Promise<{ shows: Redrawn; done: Done }>

const CHOOSE = 'Choose one from the list first, then press the button.'
const WITHDRAWN =
  'This record was withdrawn: the knowledge folder does not hold it any more. Ask again to see what is known now.'
const POSTED = 'The answer is posted for all to read.'
/** Anything that can be seen. */
const VISIBLE = /[^\s\p{C}\p{DI}\u2800]/u

/** What is shown in the place of the card that was pressed; in a conversation of several, to the presser alone. */
export function onPress(deps: Deps) {
  const acts = actsOf(deps)
  return async (press: Press, asker: TeamsAsker): Promise<Redrawn> => {
    let shows: Redrawn = { says: NOTHING_BEHIND }
    const pressed = PRESSED.safeParse(press.data).data
    const verb = VERBS.find((one) => one === press.verb)
    await deps.turn({
      at: 'button',
      reply: async ({ summary }) => {
        shows = { says: summary }
      },
      ...(verb === 'share' && {
        known: 'I do not know whether the answer was posted: look before you press Share again.',
      }),
      act: async () => {
        if (!pressed || !verb) return { command: 'none', outcome: 'shown' }
        const acted = await acts[verb](pressed, asker, press)
        shows = acted.shows
        return acted.done
      },
    })
    return shows
  }
}

function actsOf(deps: Deps): Readonly<Record<Verb, Act>> {
  const { desk, ask, connector, digest } = deps
  const judge = judging(digest?.desk)
  const underway = new Set<string>()
  const shown = (command: string, says: string) => ({
    shows: { says },
    done: { command, outcome: 'shown' as const },
  })

  const show = (
    answer: Answer,
    question: string,
    asker: TeamsAsker,
    more: { view?: View; page?: number; back?: string } = {},
  ) => {
    const { page = 0, ...rendering } = more
    const share = !asker.private && may(asker, 'share')
    const cards = toCards(answer, {
      to: 'asker',
      share,
      asked: question,
      map: deps.mapAt !== undefined,
      ...rendering,
    })
    return { shows: { card: (cards[page] ?? cards[0]).card }, done: done(answer) }
  }

  /** A page or the words of another answer would go on where this one never was. */
  const unlessChanged =
    (
      then: (
        answer: Answer,
        pressed: Pressed,
        asker: TeamsAsker,
        press: Press,
      ) => ReturnType<Act> | Awaited<ReturnType<Act>>,
    ): Act =>
    async (pressed, asker, press) => {
      const answer = await ask(pressed.ask, asker)
      if (pressed.stamp === undefined || pressed.stamp === stampOf(answer))
        return then(answer, pressed, asker, press)
      const { shows, done } = show(answer, pressed.ask, asker)
      const says = changedInWords({ told: true, canShare: press.verb === 'share' && mayBeShared(answer) })
      return { shows: { card: below(says, shows.card as Message['card']) }, done }
    }

  return {
    ask: async ({ ask: words, link, from }, asker) => {
      const question = words || link
      if (!question) return shown('none', CHOOSE)
      return show(await ask(question, asker), question, asker, from ? { back: from } : {})
    },
    cite: async ({ cite, from }, asker) => {
      if (!cite) return shown('cite', CHOOSE)
      const answer = await ask(`cite ${cite}`, asker)
      if (answer.outcome === 'unknown') return shown('cite', WITHDRAWN)
      return show(answer, `cite ${cite}`, asker, from ? { back: from } : {})
    },
    page: unlessChanged((answer, { ask: question, page, view }, asker) =>
      show(answer, question, asker, { ...(page && { page }), ...(view && { view }) }),
    ),
    link: unlessChanged((answer, { ask: question, link }, asker) =>
      link ? show(answer, question, asker, { view: { link } }) : shown('none', CHOOSE),
    ),
    copy: unlessChanged((answer, { ask: question }) => {
      const copied = deps.textOf?.(answer)
      return { shows: { card: copyCard(answer, question, copied).card }, done: done(answer) }
    }),
    map: unlessChanged(async (answer, { ask: question }) => {
      const map = await deps.mapAt?.(answer)
      return map
        ? { shows: { card: mapCard(map, question).card }, done: done(answer) }
        : shown('map', 'There is no map of this answer.')
    }),
    share: async (pressed, asker, press) => {
      if (!may(asker, 'share'))
        return { shows: { says: OUTSIDE }, done: { command: 'share', outcome: 'not shared' } }
      const button = `${press.place.conversation} ${press.message} ${pressed.ask}`
      // An impatient second press would post twice.
      if (underway.has(button))
        return {
          shows: { says: 'It is being posted already.' },
          done: { command: 'share', outcome: 'not shared' },
        }
      underway.add(button)
      return unlessChanged(async (answer, { ask: question }) => {
        if (!mayBeShared(answer)) return shown('share', NOTHING_BEHIND)
        try {
          await connector.post(
            press.place,
            toCards(await receipted(answer, asker, deps), { to: 'channel' })[0],
          )
          await deps.record?.(sharedChange(answer, asker, secondOf(new Date())))
        } catch (error) {
          const { how, code } = faultOf(error)
          const says =
            how === 'refused'
              ? `Teams did not take it (${code}): nothing was posted. Try again in a minute; if it stays so, ask who manages this team to let me post here.`
              : 'I do not know whether the answer was posted: look before you press Share again.'
          return {
            shows: { says },
            done: {
              command: 'share',
              outcome: how === 'refused' ? 'not shared' : 'perhaps shared',
              why: code,
            },
          }
        }
        const [mine] = toCards(answer, { to: 'asker', share: false, asked: question })
        return { shows: { card: below(POSTED, mine.card) }, done: { command: 'share', outcome: 'shared' } }
      })(pressed, asker, press).finally(() => underway.delete(button))
    },
    judge: async ({ ask: question, helpful = false }, asker, press) => {
      if (!may(asker, 'judge')) return shown('judge', OUTSIDE)
      const key = `${asker.user} ${press.message} ${question}`
      return shown(
        'judge',
        await judge(key, helpful ? 'helpful' : 'not helpful', desk.answer(question), asker),
      )
    },
    report: async ({ ask: question, view }, asker) => {
      if (!may(asker, 'report')) return shown('report', OUTSIDE)
      const answer = await ask(question, asker)
      const findings = findingsOf(view ? evidenceOf(answer, view) : answer)
      if (findings.length === 0)
        return shown('report', 'That answer has changed meanwhile: please ask again.')
      return {
        shows: { card: reportCard(findings, question).card },
        done: { command: 'report', outcome: 'shown' },
      }
    },
    reported: async ({ ask: question, record, says = '' }, asker, press) => {
      if (!may(asker, 'report')) return shown('report', OUTSIDE)
      if (!record) return shown('report', 'Choose the statement that is wrong, or “Something is missing”.')
      if (!VISIBLE.test(says)) return shown('report', 'Write a few words: what is wrong, or missing?')
      if (!digest) return shown('report', 'There is nowhere to keep it here.')
      const { sentence } = await digest.desk.report(record, says.slice(0, 2000), asker)
      const [curators] = digest.curators?.(asker.workspace) ?? []
      if (curators) {
        const told = message('Somebody reported a mistake', [
          ...line(words('Mistake reported in ', { weight: 'Bolder' }), words(record)),
          ...line(words(`“${says.slice(0, 2000)}”`, { italic: true })),
        ])
        await connector
          .post({ ...press.place, conversation: curators }, told)
          .catch((error) =>
            deps.log.warn({ why: faultOf(error).code }, 'the curators could not be told of a report'),
          )
      }
      const answer = await ask(question, asker)
      const { shows } = show(answer, question, asker)
      return { shows: { card: below(sentence, shows.card) }, done: { command: 'report', outcome: 'shown' } }
    },
  }
}

/** Kept before it is posted: what nobody can look up is not shown as if they could. */
async function receipted(answer: Answer, asker: TeamsAsker, { digest }: Deps): Promise<Answer> {
  if (!digest) return answer
  const id = await digest.desk.keepReceipt(answer, asker)
  return id === undefined ? withoutReceipt(answer) : withReceipt(answer, { id })
}

/** The card, under a sentence on what happened. */
function below(says: string, card: Message['card']): Message['card'] {
  return {
    ...card,
    body: [...line(words(says, { weight: 'Bolder' })), ...(card.body as readonly Message['card'][])],
  }
}
