import { count } from '../answer/in-words.ts'
import { RESULTS } from '../knowledge/checks.ts'
import type { Compared } from './compare.ts'
import type { Visit } from './fetch/fetch-page.ts'
import type { Verified } from './verify.ts'

/** What `npx hansa verify` prints about one source. */
export function linesOf({ source, from, comparison, visit }: Verified, links: boolean): string {
  return [
    `${source.id} · ${source.title} · ${from}`,
    ...('note' in comparison ? [`  ${comparison.note}`] : []),
    ...('why' in comparison ? unreadLines(comparison) : comparison.compared.flatMap(quotationLines)),
    ...(links ? [`  ${linkLine(visit, source.archived)}`] : []),
  ].join('\n')
}

/** One count for each of the five results, the empty ones left out. */
export function summaryOf(verified: readonly Verified[]): string {
  const results = verified.flatMap(({ comparison }) => comparison.compared.map(({ result }) => result.is))
  const counts = Map.groupBy(results, (is) => is)
  const each = RESULTS.flatMap((is) => {
    const many = counts.get(is)?.length ?? 0
    const words = is === 'matches after normalising' && many > 1 ? 'match after normalising' : is
    return many > 0 ? [`${many} ${words}`] : []
  })
  const total = count(results.length, 'quotation')
  return each.length > 0 ? `${total}: ${each.join(', ')}.` : `${total}.`
}

function quotationLines({ quotation: { id, quote }, result }: Compared): readonly string[] {
  const line = `  ${result.is}: ${id} “${quote}”`
  switch (result.is) {
    case 'matches after normalising':
      return [`${line} (${result.normalised.join(', ')})`]
    case 'changed':
      return [
        line,
        `    nearest${result.page ? ` on page ${result.page}` : ''}: “${shortened(result.passage)}”`,
        ...result.differences.map((difference) => `    ${difference}`),
      ]
    case 'could not be read':
      return [`${line}: ${result.why}`]
    default:
      return [line]
  }
}

/** A page that could not be read is one line, however much is quoted from it. */
function unreadLines({ compared, why }: { compared: readonly Compared[]; why: string }): readonly string[] {
  if (compared.length < 2) return compared.flatMap(quotationLines)
  return [`  could not be read: ${count(compared.length, 'quotation')}: ${why}`]
}

function linkLine(visit: Visit | undefined, archived: string | undefined): string {
  if (!visit) return 'link: the source has no address'
  if (visit.is === 'works') return visit.moved ? `link: moved to ${visit.moved}` : 'link: works'
  const copy = archived ? `; an archived copy: ${archived}` : ''
  return `link: ${visit.is} (${visit.why})${visit.is === 'gone' ? copy : ''}`
}

/** A passage with a page's furniture in the middle can be long. */
function shortened(passage: string): string {
  return passage.length > 400 ? `${passage.slice(0, 400)} …` : passage
}

type Terminal = { isTTY?: boolean; columns?: number; write(text: string): unknown }

/** A bar on a terminal, `[######----] 12/46 nesta-2020`, that leaves nothing behind; nothing where output is kept. */
export function progressBar(terminal: Terminal, total: number): { step(name: string): void; end(): void } {
  if (!terminal.isTTY || total === 0) return { step() {}, end() {} }
  let done = 0
  const draw = (text: string) => terminal.write(`\r\u001B[K${text.slice(0, (terminal.columns ?? 80) - 1)}`)
  draw(bar(0, total))
  return {
    step(name) {
      done++
      draw(`${bar(done, total)} ${name}`)
    },
    end() {
      draw('')
    },
  }
}

const WIDTH = 24

function bar(done: number, total: number): string {
  const filled = Math.round((done / total) * WIDTH)
  return `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${done}/${total}`
}
