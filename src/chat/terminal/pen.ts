import { styleText } from 'node:util'
import wrapAnsi from 'wrap-ansi'

/** What the terminal can show. `width` in columns. */
export type Screen = {
  width: number
  colour: boolean
  links: boolean
  /** The statements under an overview, too. */
  full?: boolean
  /** How to see more of an answer here, as a sentence. */
  hint?: string
}

export type Pen = ReturnType<typeof penFor>

export function penFor({ width, colour, links }: Screen) {
  const style = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text
  return {
    width,
    bold: style('bold'),
    dim: style('dim'),
    accent: style('cyan'),
    warning: style('yellow'),
    mark: style('underline'),
    links,
    link: (text: string, url: string | undefined) =>
      links && url ? `\u001B]8;;${url}\u0007${text}\u001B]8;;\u0007` : text,
    /** Every line indented, none wider than the screen where its words allow. */
    wrap: (text: string, indent = '') =>
      wrapAnsi(text, Math.max(20, width - indent.length), { hard: false })
        .split('\n')
        .map((line) => indent + line)
        .join('\n'),
  }
}
