import {
  AlignmentType,
  Bookmark,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Answer } from '../answer/answer.ts'
import { type Sheet, type SheetRow, type SheetStatement, sheetOf, type Taking } from './sheet.ts'

/** The answer as a Word document: heading, table, statements, numbered references, and the day on which it was asked. */
export async function word(answer: Answer, taking: Taking): Promise<Uint8Array> {
  const { heading, direct, paragraphs, table, statements, references, foot } = sheetOf(answer, taking)
  const document = new Document({
    creator: 'Hansa',
    title: heading,
    styles: {
      default: {
        heading2: { paragraph: { spacing: { before: 280, after: 80 } } },
        heading3: { paragraph: { spacing: { before: 160, after: 40 } } },
      },
    },
    numbering: { config: [{ reference: NUMBERED, levels: [LEVEL] }] },
    sections: [
      {
        properties: table ? { page: { size: { orientation: PageOrientation.LANDSCAPE } } } : {},
        children: [
          new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1 }),
          ...(direct ? [sentence(direct)] : []),
          ...paragraphs.map((text) => new Paragraph({ text })),
          ...(table ? tableOf(table) : []),
          ...statements.flatMap(statement),
          ...(references.length > 0
            ? [new Paragraph({ text: 'References', heading: HeadingLevel.HEADING_2 })]
            : []),
          ...references.map(reference),
          new Paragraph({ spacing: { before: 200 }, children: [small(foot.join(' '))] }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

/** More columns than these are set in small letters, in half points. */
const WIDE = 8
const SMALL = 16

const NUMBERED = 'references'
const LEVEL = {
  level: 0,
  format: LevelFormat.DECIMAL,
  text: '%1.',
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 460, hanging: 460 } } },
}

/** The heads come again on every page. */
function tableOf({ caption, heads, rows }: NonNullable<Sheet['table']>): readonly (Paragraph | Table)[] {
  // In smaller letters a wide table keeps to the page.
  const size = heads.length > WIDE ? SMALL : undefined
  const top = heads.map((head) => cell([new TextRun({ text: head, bold: true, size })]))
  return [
    new Paragraph({
      spacing: { before: 200, after: 80 },
      keepNext: true,
      children: [new TextRun({ text: caption, bold: true })],
    }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: top }),
        ...rows.map((row) => tableRow(row, size)),
      ],
    }),
  ]
}

function tableRow({ cells, sources, isSecondHand }: SheetRow, size?: number): TableRow {
  const numbers = toReferences(sources, size)
  const last = isSecondHand ? [...numbers, new TextRun({ text: ' (second-hand)', size })] : numbers
  return new TableRow({
    cantSplit: true,
    children: [...cells.map((text) => cell([new TextRun({ text, size })])), cell(last)],
  })
}

function cell(children: readonly ParagraphChild[]): TableCell {
  const margins = { top: 40, bottom: 40, left: 80, right: 80 }
  return new TableCell({ margins, children: [new Paragraph({ children: [...children] })] })
}

function statement({ under, title, lead, ...one }: SheetStatement): readonly Paragraph[] {
  const { says, quote, secondHand, locator, unpaged, source } = one
  const words = [says, quote && `“${quote}”`, secondHand && `Second-hand: ${secondHand}.`].filter(Boolean)
  const where = [new TextRun('[Source '), toReference(source), new TextRun(unpaged ? ']' : `, ${locator}]`)]
  return [
    ...(under ? [new Paragraph({ text: under, heading: HeadingLevel.HEADING_2 })] : []),
    ...(title ? [new Paragraph({ text: title, heading: HeadingLevel.HEADING_3 })] : []),
    ...(lead ? [new Paragraph({ children: [new TextRun({ text: lead, italics: true })] })] : []),
    new Paragraph({
      spacing: { after: 120 },
      children: [new TextRun(`${words.join(' ')} `), ...where],
    }),
  ]
}

function sentence({ sentence, sources }: NonNullable<Sheet['direct']>): Paragraph {
  const text = new TextRun({ text: sentence, bold: true })
  return new Paragraph({ children: [text, new TextRun(' ('), ...toReferences(sources), new TextRun(')')] })
}

function toReferences(numbers: readonly number[], size?: number): readonly ParagraphChild[] {
  const comma = new TextRun({ text: ', ', size })
  return numbers.flatMap((number, at) => [...(at > 0 ? [comma] : []), toReference(number, size)])
}

function toReference(number: number, size?: number): InternalHyperlink {
  return new InternalHyperlink({ anchor: anchor(number), children: [link(String(number), size)] })
}

function reference({ number, text, url }: Sheet['references'][number]): Paragraph {
  const [before, after] = url && text.includes(url) ? text.split(url, 2) : [text]
  const address = url ? [new ExternalHyperlink({ link: url, children: [link(url)] })] : []
  const gap = url && after === undefined ? [new TextRun(' ')] : []
  return new Paragraph({
    numbering: { reference: NUMBERED, level: 0 },
    children: [
      new Bookmark({ id: anchor(number), children: [new TextRun(before ?? '')] }),
      ...gap,
      ...address,
      ...(after ? [new TextRun(after)] : []),
    ],
  })
}

function anchor(number: number): string {
  return `reference-${number}`
}

function link(text: string, size?: number): TextRun {
  return new TextRun({ text, style: 'Hyperlink', size })
}

function small(text: string): TextRun {
  return new TextRun({ text, size: 16, color: '555555' })
}
