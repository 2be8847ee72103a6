import type { Desk } from '../../../answer/answer.ts'

const OWN = '/hansa '

/** Completions as a workspace has them: the app's own command too, which takes every question. */
export function offers(typed: string, desk: Desk, k: number): readonly string[] {
  const whole = typed.trimStart()
  if (whole.toLowerCase().startsWith(OWN)) {
    const question = whole.slice(OWN.length)
    return question.trim() === '' ? [] : desk.suggest(question, k).map((words) => OWN + words)
  }
  const own = whole.length > 1 && OWN.startsWith(whole.toLowerCase()) ? [OWN] : []
  return [...own, ...desk.suggest(typed, k)].slice(0, k)
}
