import { fileURLToPath } from 'node:url'
import type { Answer, Desk } from '../../src/answer/answer.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { towns } from '../../src/growing/places/towns.ts'
import { opened } from '../real-folder.ts'

/** The folder that comes with Hansa; or a copy of it with an edit, which is to pass the same tests. */
export const SHIPPED = process.env.HANSA_SHIPPED ?? fileURLToPath(new URL('../../knowledge', import.meta.url))

/** As of the day of the run: what somebody reads today is dated today. */
const reading = await opened(SHIPPED, new Date().toISOString().slice(0, 10))

export const shipped = () => reading

/**
 * Of what is very many, a test asks such a part: with HANSA_EXHAUSTIVE the other one, mostly all. Of a copy with an edit it is
 * a fifth: the folder itself was asked.
 */
export function part(usual: number, exhaustive = 1): number {
  if (process.env.HANSA_EXHAUSTIVE === '1') return exhaustive
  return process.env.HANSA_SHIPPED ? usual / 5 : usual
}

const desks = new Map<string, Desk>()

/** A desk as of a day, made once for each. */
export function deskOn(today: string): Desk {
  const desk = desks.get(today) ?? createDesk(reading.library, () => today, { exists: towns })
  desks.set(today, desk)
  return desk
}

/** What is answered on a day. */
export const ask = (question: string, today = '2026-11-30'): Answer => deskOn(today).answer(question)
