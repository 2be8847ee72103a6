import type { ChannelSettings } from '../../digest/channel-settings.ts'
import { CALENDARS, calendarInWords } from '../../digest/schedule/holidays.ts'
import type { Weekly } from '../../digest/schedule/subscription.ts'

type Choice = { write: string; says: string }

/** The form that changes what a channel has set: a field each, with ready answers where there are some. */
export const SETTINGS_FORM = {
  home: { label: 'Home: a place or area that comes first among choices and in the digest' },
  map: {
    label: 'Maps',
    choices: [
      { write: 'on', says: 'Answers offer a map' },
      { write: 'off', says: 'No maps' },
    ] as readonly Choice[],
  },
  holidays: {
    label: 'Days without a digest',
    choices: [
      { write: 'none', says: 'Bank holidays make no difference' },
      ...CALENDARS.map((one) => ({ write: one, says: `None on bank holidays of ${calendarInWords(one)}` })),
    ] as readonly Choice[],
  },
  editors: { label: 'Who may change the digest and these settings, besides who set it' },
} as const

/** What the form begins with. */
export function filledIn({ home, map, holidays, editors }: ChannelSettings) {
  return { home, map: map ? 'on' : 'off', holidays: holidays ?? 'none', editors }
}

/** All of it at once, as one can type it: `settings home Leeds; map off; holidays none; editors U1 U2` */
export function settingsWords(given: {
  home?: string | null | undefined
  map?: string | undefined
  holidays?: string | undefined
  editors: readonly string[]
}): string {
  const { home, map = 'on', holidays = 'none', editors } = given
  return [
    `settings home ${home?.replaceAll(';', ' ').trim() || 'none'}`,
    `map ${map}`,
    `holidays ${holidays}`,
    `editors ${editors.length > 0 ? editors.join(' ') : 'none'}`,
  ].join('; ')
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The form that says when a digest comes: a field each. */
export const SCHEDULE_FORM = {
  day: { label: 'Day of the week', choices: DAYS },
  time: { label: ({ zone }: Weekly) => `Time, by the clock of ${zone}` },
} as const

/** What the form begins with. */
export function scheduleFilledIn({ weekday, time }: Weekly): { day: string; time: string } {
  return { day: DAYS[weekday - 1] ?? '', time }
}

/** As one can type it: `on Tuesday 16:30`. What was not filled in stays as it was. */
export function scheduleWords({ day, time }: Partial<Record<'day' | 'time', string | null>>): string {
  return ['on', day, time].filter(Boolean).join(' ')
}
