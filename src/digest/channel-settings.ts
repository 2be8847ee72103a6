import { type Calendar, calendarInWords, calendarMeant } from './schedule/holidays.ts'

/** What the people of a channel have set for it, whatever the platform. */
export type ChannelSettings = {
  /** A place or area by a name of ours; empty where none is set. It orders, and never answers. */
  home: string
  /** Whether answers there offer a map. */
  map: boolean
  /** The platform's ids of people who may change the digest and these settings, besides who set the digest. */
  editors: readonly string[]
  /** On whose bank holidays no digest comes; absent where that does not matter. */
  holidays?: Calendar
}

export const AS_IT_COMES: ChannelSettings = { home: '', map: true, editors: [] }

/** One change in words: `holidays scotland`. */
export type Read = Partial<ChannelSettings> & { holidays?: Calendar | undefined }

/** The sentence where it cannot be read, and a command that could. */
export type NotRead = { says: string; example: string }

type NameOf = (typed: string) => string | undefined

const HOME = 'settings home West Yorkshire'

const NOTHING = /^(none|nothing|no|off|-)$/i

/** `home West Yorkshire`, `map off`, `editors U1, U2`, `holidays Scotland`; `none` clears one. Several stand with
 * semicolons between them, and are changed all or none. `nameOf`: what we call a place or area that was typed; nothing else
 * of it is kept. */
export function readSettings(words: string, nameOf: NameOf): { set: Read } | NotRead {
  let set: Read = {}
  for (const one of words.split(';').filter((one) => one.trim() !== '')) {
    const read = readSetting(one, nameOf)
    if ('says' in read) return read
    set = { ...set, ...read.set }
  }
  return { set }
}

function readSetting(words: string, nameOf: NameOf): { set: Read } | NotRead {
  const [, name = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(words.trim()) ?? []
  const value = rest.trim()
  switch (name.toLowerCase()) {
    case 'home':
      if (NOTHING.test(value)) return { set: { home: '' } }
      if (value === '') return { says: 'Say which place or area comes first.', example: HOME }
      return nameOf(value)
        ? { set: { home: nameOf(value) } }
        : { says: `“${value}” is no place or area that I know.`, example: HOME }
    case 'map':
    case 'maps':
      if (/^(on|yes)$/i.test(value)) return { set: { map: true } }
      if (NOTHING.test(value)) return { set: { map: false } }
      return { says: 'A map is on or off.', example: 'settings map off' }
    case 'editors':
      return readEditors(value)
    case 'holidays':
    case 'holiday':
      return readHolidays(value)
    default:
      return {
        says: `“${name}” is not a setting. There are: home, map, editors, holidays.`,
        example: HOME,
      }
  }
}

function readEditors(value: string): { set: Read } | NotRead {
  if (NOTHING.test(value)) return { set: { editors: [] } }
  const ids = value.split(/[\s,;]+/).map((one) => one.replace(/^<?@?([^>|]+)(\|[^>]*)?>?$/, '$1'))
  if (value !== '' && ids.every((id) => /^[\w:.-]{2,120}$/.test(id) && /\d/.test(id)))
    return { set: { editors: [...new Set(ids)] } }
  return {
    says: 'Name people by their ids, with commas between them, or choose them in the form that “settings” offers.',
    example: 'settings editors U0123456789',
  }
}

function readHolidays(value: string): { set: Read } | NotRead {
  if (NOTHING.test(value)) return { set: { holidays: undefined } }
  const holidays = calendarMeant(value)
  return holidays
    ? { set: { holidays } }
    : {
        says: 'There are the bank holidays of England and Wales, Scotland, and Northern Ireland.',
        example: 'settings holidays Scotland',
      }
}

/** A sentence each. People are named by the platform that shows them. */
export function settingsInWords({ home, map, editors, holidays }: ChannelSettings): readonly string[] {
  return [
    home ? `Home: ${home}. It comes first among choices and in the digest.` : 'Home: none is set.',
    map ? 'Answers offer a map.' : 'Answers offer no map.',
    holidays
      ? `No digest comes on a bank holiday of ${calendarInWords(holidays)}: it moves to the next working day of the same week, or to the last one before.`
      : 'Bank holidays make no difference.',
    editors.length > 0
      ? `${editors.length === 1 ? 'One person' : `${editors.length} people`} besides who set the digest may change it and these settings.`
      : 'Who set the digest may change it and these settings.',
  ]
}
