import type { Weekly } from '../../digest/schedule/subscription.ts'

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
