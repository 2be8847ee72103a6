import { type Answer, findingsOf } from '../../../answer/answer.ts'
import { secondOf, sharedChange } from '../../../answer/change.ts'
import { withoutReceipt, withReceipt } from '../../../answer/receipt.ts'
import { may, mayBeShared, outsideInWords } from '../../../answer/rights.ts'
import { stampOf } from '../../../answer/stamp.ts'
import { tellUs } from '../../../answer/tell-us.ts'
import { done } from '../../core/handle-interaction.ts'
import { judging } from '../../core/judging.ts'
import { evidenceOf } from '../../core/overview.ts'
import { leftOutInWords } from '../../core/own-addresses.ts'
import { FORMS, formIn, isText } from '../../core/taking.ts'
import { changedInWords, NOTHING_BEHIND } from '../../core/text.ts'
import { line, words } from '../cards/elements.ts'
import { copyCard, reportCard } from '../cards/forms.ts'
import { message, toCards } from '../cards/to-cards.ts'
import { VERBS, type Verb } from '../cards/verbs.ts'
import type { Place, TeamsAsker } from '../transport/activity.ts'
import { faultOf } from '../transport/connector.ts'
import type { Deps, Redrawn } from './deps.ts'
import {
  type Act,
  type Acts,
  draws,
  PRESSED,
  type Press,
  type Pressed,
  says as said,
  says,
  showing,
} from './pressed.ts'
import { proposalActs, tellCurators } from './propose.ts'
import { settingsActs } from './settings.ts'

const CHOOSE = 'Choose one from the list first, then press the button.'
const WITHDRAWN =
  'This record was withdrawn: the knowledge folder does not hold it any more. Ask again to see what is known now.'
const POSTED = 'The answer is posted for all to read.'
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
  const { desk, ask, digest } = deps
  const judge = judging(digest?.desk)
  const underway = new Set<string>()
  const show = showing(deps)

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
      const over = changedInWords({ told: true, canShare: press.verb === 'share' && mayBeShared(answer) })
      return show(answer, pressed.ask, asker, { over })
    }

  return {
    ask: async ({ ask: words, link, from }, asker) => {
      const question = words || link
      if (!question) return says('none', CHOOSE)
      return show(await ask(question, asker), question, asker, from ? { back: from } : {})
    },
    cite: async ({ cite, from }, asker) => {
      if (!cite) return says('cite', CHOOSE)
      const answer = await ask(`cite ${cite}`, asker)
      if (answer.outcome === 'unknown') return says('cite', WITHDRAWN)
      return show(answer, `cite ${cite}`, asker, from ? { back: from } : {})
    },
    page: unlessChanged((answer, { ask: question, page, view }, asker) =>
      show(answer, question, asker, { ...(page && { page }), ...(view && { view }) }),
    ),
    link: unlessChanged((answer, { ask: question, link }, asker) =>
      link ? show(answer, question, asker, { view: { link } }) : says('none', CHOOSE),
    ),
    copy: unlessChanged(async (answer, { ask: question, as = 'md' }) => {
      const form = formIn(as)
      if (!deps.takeAlong || !form || !isText(form)) return says('copy', NOTHING_BEHIND)
      const text = String(await deps.takeAlong(answer, form)).replace(/^\ufeff/, '')
      const stamp = stampOf(answer)
      const files = FORMS.filter((one) => !('references' in one) && one.ending !== 'md').flatMap(
        ({ ending, label }) => {
          const url = deps.own?.fileOf(answer, ending)
          return url ? [{ label, url }] : []
        },
      )
      const card = copyCard(answer, { ask: question, text, form, stamp, files })
      return { ...draws('copy', card), done: done(answer) }
    }),
    map: unlessChanged(async (answer, { ask: question }, asker) => {
      const picture = await deps.own?.mapOf(answer)
      if (!picture) return says('map', 'There is no map of this answer.')
      if ('leftOut' in picture) return says('map', leftOutInWords(answer, picture))
      return show(answer, question, asker, { picture })
    }),
    share: async (pressed, asker, press) => {
      if (!may(asker, 'share'))
        return { shows: { says: outsideInWords(asker) }, done: { command: 'share', outcome: 'not shared' } }
      const button = `${press.place.conversation} ${press.message} ${pressed.ask}`
      // An impatient second press would post twice.
      if (underway.has(button))
        return {
          shows: { says: 'It is being posted already.' },
          done: { command: 'share', outcome: 'not shared' },
        }
      underway.add(button)
      return unlessChanged(async (answer, { ask: question }) => {
        if (!mayBeShared(answer)) return says('share', NOTHING_BEHIND)
        try {
          await posted(answer, asker, press.place, deps)
          await deps.record?.(sharedChange(answer, asker, secondOf(new Date())))
        } catch (error) {
          const { how, code } = faultOf(error)
          const trouble =
            how === 'refused'
              ? `Teams did not take it (${code}): nothing was posted. Try again in a minute; if it stays so, ask who manages this team to let me post here.`
              : 'I do not know whether the answer was posted: look before you press Share again.'
          return {
            shows: { says: trouble },
            done: {
              command: 'share',
              outcome: how === 'refused' ? 'not shared' : 'perhaps shared',
              why: code,
            },
          }
        }
        const { shows } = show(answer, question, asker, { share: false, over: POSTED })
        return { shows, done: { command: 'share', outcome: 'shared' } }
      })(pressed, asker, press).finally(() => underway.delete(button))
    },
    judge: async ({ ask: question, helpful = false }, asker, press) => {
      if (!may(asker, 'judge')) return says('judge', outsideInWords(asker))
      const judgement = helpful ? 'helpful' : 'not helpful'
      const under = `${press.message} ${question}`
      return says('judge', await judge(under, judgement, desk.answer(question), asker))
    },
    ...reportActs(deps),
    ...proposalActs(deps),
    ...settingsActs(deps),
  }
}

/** Kept before it is posted: what nobody can look up is not shown as if they could. Its thread is told of corrections. */
async function posted(answer: Answer, asker: TeamsAsker, place: Place, { connector, digest }: Deps) {
  const receipt = await digest?.desk.keepReceipt(answer, asker)
  const shown = !digest ? answer : receipt ? withReceipt(answer, { id: receipt }) : withoutReceipt(answer)
  const sent = await connector.post(place, toCards(shown, { to: 'channel' })[0])
  const { workspace, channel } = asker
  const [, thread = sent?.id] = /;messageid=(.+)$/.exec(place.conversation) ?? []
  if (receipt && thread) await digest?.desk.rememberShare(answer, { workspace, channel, thread, receipt })
}

/** Anything that can be seen. */
const VISIBLE = /[^\s\p{C}\p{DI}\u2800]/u

/** Asks which statement of an answer is wrong, and how; keeps it, and tells the curators. */
function reportActs(deps: Deps): Acts<'report' | 'reported'> {
  const { ask, digest } = deps
  const show = showing(deps)
  return {
    report: async ({ ask: question, view, page }, asker) => {
      if (!may(asker, 'report')) return said('report', outsideInWords(asker))
      const answer = await ask(question, asker)
      const findings = findingsOf(view ? evidenceOf(answer, view) : answer)
      if (findings.length === 0 && tellUs(answer)?.is !== 'words')
        return said('report', 'That answer has changed meanwhile: please ask again.')
      return draws('report', reportCard(findings, question, { page, view }))
    },
    reported: async ({ ask: question, record, says = '' }, asker, press) => {
      if (!may(asker, 'report')) return said('report', outsideInWords(asker))
      if (!record) return said('report', 'Choose the statement that is wrong, or “Something is missing”.')
      if (!VISIBLE.test(says)) return said('report', 'Write a few words: what is wrong, or missing?')
      if (!digest) return said('report', 'There is nowhere to keep it here.')
      const words_ = says.slice(0, 2000)
      const { sentence } = await digest.desk.report(record, words_, asker)
      const told = message('Somebody reported a mistake', [
        ...line(words('Mistake reported in ', { weight: 'Bolder' }), words(record)),
        ...line(words(`“${words_}”`, { italic: true })),
      ])
      await tellCurators(deps, asker, press, told)
      if (question === '') return said('report', sentence)
      const { shows } = show(await ask(question, asker), question, asker, { over: sentence })
      return { shows, done: { command: 'report', outcome: 'shown' } }
    },
  }
}
