import type { types } from '@slack/bolt'
import type { Asker } from '../../../answer/asker.ts'
import type { OwnDigests } from '../../../digest/desk.ts'
import { askButtons, row } from '../blocks/buttons.ts'
import { channelName, richText, words } from '../blocks/rich-text.ts'
import type { DigestSide } from './digest-side.ts'

/** So many channels fit into App Home beside the rest. */
const MOST = 12

/** App Home's part on digests: those of one person, and what is wrong with the store. */
export async function digestBlocks({ desk }: DigestSide, asker: Asker): Promise<readonly types.KnownBlock[]> {
  const { trouble, channels } = await desk.ownDigests(asker)
  if (!trouble && channels.length === 0) return []
  const left = channels.length - MOST
  return [
    { type: 'divider' },
    { type: 'header', text: { type: 'plain_text', text: 'Weekly digests', emoji: false } },
    ...(trouble ? richText([{ line: words(trouble, { bold: true }) }]) : []),
    ...channels.slice(0, MOST).flatMap(channelBlocks),
    ...(left > 0 ? richText([{ line: words(`And ${left} more. /digest in a channel tells of it.`) }]) : []),
  ]
}

function channelBlocks({
  channel,
  lines,
  doubtful,
}: OwnDigests['channels'][number]): readonly types.KnownBlock[] {
  const asks = doubtful.flatMap(({ week, heading }) => [
    { label: `Post it: ${heading}`, ask: `digest post ${channel} ${week}` },
    { label: `It was posted: ${heading}`, ask: `digest seen ${channel} ${week}` },
  ])
  return [
    ...richText([{ line: [channelName(channel)] }, ...lines.map((line) => ({ line: words(line) }))]),
    ...row(askButtons(asks)),
  ]
}
