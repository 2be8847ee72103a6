import { type Finding, findingsOf } from '../../../answer/answer.ts'
import { isOverview } from '../../core/overview.ts'
import { cut } from '../../core/text.ts'
import { findingCard, toCards } from '../cards/to-cards.ts'
import type { Incoming } from '../transport/activity.ts'
import { attachmentOf } from '../transport/connector.ts'
import type { Deps } from './deps.ts'

/** So many findings one page of a search has. */
const PAGE = 25

const NOTHING_ASKED = 'Type a place, like Leeds, two places, or words, like universities.'

/**
 * A search from wherever somebody writes: each row a finding, and what is inserted that finding with its whole citation,
 * without buttons. Hansa need not be a member there, and counts nothing of it.
 */
export async function onSearch(
  { desk, turn }: Pick<Deps, 'desk' | 'turn'>,
  { words, skip }: Incoming & { is: 'searched' },
): Promise<object> {
  let result: object = nothing('Something went wrong on our side. Please try again.')
  await turn({
    at: 'command',
    reply: async ({ summary }) => {
      result = nothing(summary)
    },
    act: async () => {
      if (words.trim() === '') {
        result = nothing(NOTHING_ASKED)
        return { command: 'search', outcome: 'help' }
      }
      const answer = desk.answer(words)
      const findings = findingsOf(answer)
      const page = findings.slice(skip, skip + PAGE)
      const overview =
        skip === 0 && isOverview(answer.table)
          ? [
              row(
                toCards(answer, { to: 'inserted' })[0].card,
                answer.heading,
                'The overview, with its sources',
              ),
            ]
          : []
      const rows = [
        ...overview,
        ...page.map((finding) => row(findingCard(finding).card, finding.title, previewOf(finding))),
      ]
      result =
        rows.length > 0
          ? list(rows)
          : nothing(skip > 0 ? 'That is all.' : [answer.heading, ...(answer.lead ?? [])].join(' '))
      return { command: 'search', outcome: answer.outcome }
    },
  })
  return { composeExtension: result }
}

function previewOf({ says, quote, cite }: Finding): string {
  return `${cut(says ?? quote ?? '', 120)} – ${cite.label}`
}

function row(card: object, title: string, text: string): object {
  return {
    ...attachmentOf(card),
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title: inHtml(cut(title, 120)), text: inHtml(cut(text, 200)) },
    },
  }
}

/** A thumbnail card reads tags. */
function inHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function list(attachments: readonly object[]): object {
  return { type: 'result', attachmentLayout: 'list', attachments }
}

function nothing(text: string): object {
  return { type: 'message', text: cut(text, 300) }
}
