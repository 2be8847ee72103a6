import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import type { Message } from '../../../../src/chat/slack/blocks/to-blocks.ts'

type Schema = {
  properties?: { type?: { const?: string } }
  anyOf?: Schema[]
  $ref?: string
  [key: string]: unknown
}
type Node = Record<string, unknown>

const FILE = new URL('../../../fixtures/block-kit.schema.json', import.meta.url)
const schema: { definitions: Record<string, Schema> } = JSON.parse(readFileSync(FILE, 'utf8'))
const blockValidators = validators()

/** What Slack would refuse in a call of its Web API, a sentence each. */
export function callFaults({ text = '', blocks, view }: Readonly<Record<string, string>>): readonly string[] {
  if (view) return blockFaults(JSON.parse(view).blocks, 100)
  return blocks ? messageFaults({ text, blocks: JSON.parse(blocks) } as Message) : []
}

/** What Slack would refuse in a message, a sentence each. */
export function messageFaults({ text, blocks }: Message): readonly string[] {
  return [
    ...(text === '' || text.length > 40_000 ? [`text has ${text.length} characters`] : []),
    ...activeMarkup('text', text),
    ...(JSON.stringify(contents(blocks)).length > 12_000
      ? ['the contents weigh more than 12,000 characters']
      : []),
    ...blockFaults(blocks, 50),
  ]
}

/** `most` is 50 in a message, 100 in App Home and in a window. */
export function blockFaults(blocks: readonly object[], most: number): readonly string[] {
  const tables = blocks.filter((block) => (block as Node).type === 'table')
  const wide = tables.flatMap((table) => (table as { rows: unknown[][] }).rows).some((row) => row.length > 20)
  const ids = blocks.flatMap((block) => (block as Node).block_id ?? [])
  const together = [
    ...(tables.length > 1 ? [`there are ${tables.length} tables`] : []),
    ...(wide ? ['a table has more than 20 columns'] : []),
    ...(new Set(ids).size < ids.length ? ['two blocks have the same block_id'] : []),
  ]
  const count = blocks.length < 1 || blocks.length > most ? [`there are ${blocks.length} blocks`] : []
  return [...count, ...together, ...blocks.flatMap((block, at) => faultsOf(block as Node, `blocks[${at}]`))]
}

function faultsOf(block: Node, where: string): readonly string[] {
  const validate = blockValidators.get(String(block.type))
  if (!validate) return [`${where}: there is no block of type ${block.type}`]
  const shape = validate(block)
    ? []
    : (validate.errors ?? []).map((error) => `${where}${error.instancePath} ${error.message}`)
  return [...shape, ...limitFaults(block, where)]
}

/** Lengths in code points, as Slack counts. [type, key, least, most] */
const TEXTS: readonly (readonly [string, string, number, number])[] = [
  ['header', 'text', 1, 150],
  ['section', 'text', 1, 3000],
  ['context', 'text', 1, 2000],
  ['button', 'text', 1, 75],
  ['button', 'value', 0, 2000],
  ['button', 'url', 1, 3000],
  ['button', 'accessibility_label', 1, 75],
  ['option', 'text', 1, 75],
  ['option', 'value', 1, 150],
  ['static_select', 'placeholder', 1, 150],
  ['text', 'text', 1, 3000],
  ['link', 'url', 1, 3000],
  ['link', 'text', 1, 3000],
  ['image', 'alt_text', 1, 2000],
  ['raw_text', 'text', 1, 3000],
]

const COUNTS: readonly (readonly [string, string, number, number])[] = [
  ['actions', 'elements', 1, 25],
  ['context', 'elements', 1, 10],
  ['static_select', 'options', 1, 100],
  ['rich_text', 'elements', 1, 100],
  ['rich_text_section', 'elements', 1, 500],
  ['rich_text_quote', 'elements', 1, 500],
  ['table', 'rows', 1, 100],
  ['table', 'column_settings', 0, 20],
]

function limitFaults(node: Node, where: string): readonly string[] {
  const type = String(node.type ?? ('value' in node ? 'option' : ''))
  const faults = [
    ...TEXTS.filter(([of]) => of === type).flatMap(([, key, least, most]) =>
      lengthFaults(node[key], `${where}.${key}`, least, most),
    ),
    ...COUNTS.filter(([of]) => of === type).flatMap(([, key, least, most]) =>
      countFaults(key === 'options' ? optionsIn(node) : node[key], `${where}.${key}`, least, most),
    ),
    ...lengthFaults(node.label, `${where}.label`, 1, Array.isArray(node.options) ? 75 : 2000),
    ...idFaults(node, where),
    ...(type === 'mrkdwn' ? activeMarkup(where, String(node.text)) : []),
    ...(type === 'link' && !/^https?:\/\//.test(String(node.url)) ? [`${where}: a link to ${node.url}`] : []),
  ]
  const within = Object.entries(node).flatMap(([key, value]) => inside(value, `${where}.${key}`))
  return [...faults, ...within]
}

function inside(value: unknown, where: string): readonly string[] {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [`${where}: half a character`]
  if (Array.isArray(value)) return value.flatMap((each, at) => inside(each, `${where}[${at}]`))
  return typeof value === 'object' && value !== null ? limitFaults(value as Node, where) : []
}

function lengthFaults(value: unknown, where: string, least: number, most: number): readonly string[] {
  const text = typeof value === 'object' && value !== null ? (value as Node).text : value
  if (typeof text !== 'string') return []
  const length = [...text].length
  return length < least || length > most || (least > 0 && text.trim() === '' && where.endsWith('header.text'))
    ? [`${where} has ${length} characters`]
    : []
}

/** Those in groups count together: whether Slack counts each group alone is not documented. */
function optionsIn({ options, option_groups }: Node): unknown {
  return Array.isArray(option_groups) ? option_groups.flatMap((group) => group.options) : options
}

function countFaults(value: unknown, where: string, least: number, most: number): readonly string[] {
  const length = Array.isArray(value) ? value.length : 0
  return length < least || length > most ? [`${where} has ${length} entries`] : []
}

function idFaults({ action_id, block_id, elements }: Node, where: string): readonly string[] {
  const long = [action_id, block_id].filter((id) => id !== undefined && [...String(id)].length > 255)
  const ids = (Array.isArray(elements) ? elements : []).map((element) => element.action_id).filter(Boolean)
  return [
    ...long.map(() => `${where}: an id of more than 255 characters`),
    ...(new Set(ids).size < ids.length ? [`${where}: two elements with the same action_id`] : []),
  ]
}

/** In mrkdwn `<` acts. Only what names a person or a channel is meant to. */
function activeMarkup(where: string, text: string): readonly string[] {
  const rest = text.replace(/<(@[UW]|#[CG])[A-Z0-9]+>/g, '').replace(/&(amp|lt|gt);/g, '')
  return /[<>&]/.test(rest) ? [`${where}: unescaped ${/[<>&].{0,20}/.exec(rest)?.[0]}`] : []
}

function contents(blocks: readonly { type: string }[]): readonly object[] {
  return blocks.filter(({ type }) => type !== 'actions')
}

/** One validator a block type; inside, too, the branch is chosen by `type`, or the errors could not be read. */
function validators(): ReadonlyMap<string, ValidateFunction> {
  const definitions = Object.fromEntries(
    Object.entries(schema.definitions).map(([name, definition]) => [name, byType(definition)]),
  )
  const ajv = new Ajv({ discriminator: true, strict: false, allErrors: true })
  ajv.addSchema({ $id: 'kit', definitions })
  const blocks = leaves({ $ref: '#/definitions/KnownBlock' }).flatMap((leaf) => {
    const type = leaf.properties?.type?.const
    const name = Object.keys(schema.definitions).find((key) => schema.definitions[key] === leaf)
    return type && name ? [[type, ajv.compile({ $ref: `kit#/definitions/${name}` })] as const] : []
  })
  return new Map(blocks)
}

function byType(definition: Schema): Schema {
  const branches = definition.anyOf ? leaves(definition) : []
  const types = branches.map((branch) => branch.properties?.type?.const)
  if (branches.length === 0 || types.some((type) => !type) || new Set(types).size < types.length)
    return definition
  return { type: 'object', required: ['type'], discriminator: { propertyName: 'type' }, oneOf: branches }
}

function leaves(of: Schema): readonly Schema[] {
  const target = of.$ref ? schema.definitions[of.$ref.replace('#/definitions/', '')] : of
  return target?.anyOf ? target.anyOf.flatMap(leaves) : target ? [target] : []
}
