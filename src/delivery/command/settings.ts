import type { Change as RecordedChange } from '../../answer/change.ts'
import type { ChannelSettings } from '../../digest/channel-settings.ts'
import { readSettings, settingsInWords } from '../../digest/channel-settings.ts'
import type { Library } from '../../library/library.ts'
import { localityName } from '../../places/locality.ts'
import { reply, STATE } from '../replies.ts'
import { announceChange, beforeOf, ChangedMeanwhile, type Verb } from './verb.ts'

const HOW = [
  'settings home West Yorkshire',
  'settings map off',
  'settings holidays Scotland',
  'settings editors none',
]

/** `settings …`: what the people of a channel have set for it; alone, how it stands. */
export const settings: Verb = async (request, deps) => {
  const { rest, where } = request
  const typed = (command: string) => deps.post.typed(command, where.channel)
  const before = await deps.store.settingsOf(where)
  if (rest === '')
    return reply(
      'The settings of this channel',
      [...settingsInWords(before), `Change one with: ${HOW.map(typed).join(', ')}.`],
      [STATE],
    )
  const read = readSettings(rest, (typed) => nameOf(typed, deps.library()))
  if ('says' in read)
    return reply(read.says, [`Write it like: ${typed(read.example)}`, 'Nothing was changed.'], [SETTINGS])
  const after: ChannelSettings = { ...before, ...read.set }
  const lines = settingsInWords(after)
  const changed = lines.filter((line, at) => line !== settingsInWords(before)[at])
  if (JSON.stringify(after) === JSON.stringify(before))
    return reply('That is how it is set already', lines, [STATE])
  if (!(await deps.store.keepSettings(where, after, before))) throw new ChangedMeanwhile()
  const act: RecordedChange['did'] = 'changed settings'
  const change = { act, did: 'changed the settings', so: changed.join(' ').replace(/\.$/, '') }
  const untold = await announceChange(change, await beforeOf(request, deps), request, deps)
  return reply('The settings of this channel are changed', [...changed, ...untold], [SETTINGS, STATE])
}

/** By our own names; other words around them are nobody's business. A country beside one would be read as a place itself. */
function nameOf(typed: string, { named }: Pick<Library, 'named'>): string | undefined {
  const names = named(typed).map(({ locality }) =>
    locality.is === 'place' ? locality.place.name : localityName(locality),
  )
  return [...new Set(names)].join(', ') || undefined
}

const SETTINGS = { label: 'Settings', ask: 'settings' }
