import type { types } from '@slack/bolt'
import bolt from '@slack/bolt'
import type { Answer } from '../../../answer/answer.ts'
import { type Done, done } from '../../core/handle-interaction.ts'
import { type Form, fileName, formIn, isText, type TakeAlong } from '../../core/taking.ts'
import { NOTHING_BEHIND } from '../../core/text.ts'
import { notice, type Save } from '../blocks/message.ts'
import { clean, pieces, richText, words } from '../blocks/text.ts'
import { inWindow, type PressArgs, type Reply } from './press-reply.ts'

export type Saving = {
  /** How answers are taken along there, as far as is known. */
  offered(team: string | undefined): Save | undefined
  /** Sends the answer to who pressed: as a file, or as text to copy where Hansa may send none. */
  save(answer: Answer, form: string, args: PressArgs, reply: Reply): Promise<Done>
}

/** A workspace that has not granted `files:write` is asked once, and then offered text. */
export function savingAs(takeAlong: TakeAlong | undefined, canUpload = true): Saving {
  const refused = new Set<string | undefined>()
  const isRefused = (team: string | undefined) => !canUpload || refused.has(team)
  return {
    offered: (team) => takeAlong && (isRefused(team) ? 'text' : 'files'),
    async save(answer, name, args, reply) {
      const form = formIn(name)
      const team = args.context.teamId
      if (!takeAlong || !form) {
        await reply(notice(NOTHING_BEHIND))
        return { command: 'save', outcome: 'shown' }
      }
      if (!isRefused(team)) {
        try {
          await send(answer, form, await takeAlong(answer, form), args)
          await reply(notice(`${fileName(answer, form)} is in your direct messages with Hansa.`))
          return { ...done(answer), command: 'save' }
        } catch (error) {
          if (!isScopeMissing(error)) throw error
          refused.add(team)
        }
      }
      // Nobody copies a Word file: its words are those of the Markdown.
      const shown = isText(form) ? form : 'md'
      await inWindow(args)({ text: '', blocks: textBlocks(String(await takeAlong(answer, shown)), shown) })
      return { ...done(answer), command: 'save' }
    },
  }
}

/** To the direct message of who pressed, which only a message there gives the id of. */
async function send(
  answer: Answer,
  form: Form,
  content: string | Uint8Array,
  { client, body }: PressArgs,
): Promise<void> {
  const file = Buffer.from(content as Uint8Array)
  const filename = fileName(answer, form)
  // Refused here where files are, before anything is said.
  await client.files.getUploadURLExternal({ filename, length: file.length })
  const { channel } = await client.chat.postMessage({
    channel: body.user.id,
    ...notice(`${answer.heading}: you asked for this answer as a file.`),
  })
  if (!channel) throw new Error('Slack did not say which direct message it is')
  await client.filesUploadV2({ channel_id: channel, file, filename, title: answer.heading })
}

/** What one block shows, in code points; and as many of them as one copies from a window. */
const PIECE = 2500
const PIECES = 40

function textBlocks(text: string, form: Form): types.KnownBlock[] {
  const all = wholeLines(clean(text.replace(/^\ufeff/, '')))
  if (all.length > PIECES)
    return notice('This is more than a window holds: ask for a part of it, such as one place.').blocks
  const says = `Hansa may send no files here, so this is .${form} to copy. Who administers the app can grant it files:write.`
  return [
    ...richText([{ line: words(says) }]),
    ...all.map(
      (text): types.RichTextBlock => ({
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
      }),
    ),
  ]
}

/** In pieces that end where a line ends, so that none is torn when they are copied together. */
function wholeLines(text: string): readonly string[] {
  const all = ['']
  for (const line of text
    .trimEnd()
    .split('\n')
    .flatMap((line) => (line ? pieces(line, PIECE) : ['']))) {
    const last = all.at(-1) ?? ''
    if ([...last, ...line].length < PIECE) all[all.length - 1] = last === '' ? line : `${last}\n${line}`
    else all.push(line)
  }
  return all
}

function isScopeMissing(error: unknown): boolean {
  return error instanceof bolt.webApi.WebAPIPlatformError && error.data.error === 'missing_scope'
}
