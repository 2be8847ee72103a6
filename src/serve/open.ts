import type { Desk } from '../answer/answer.ts'
import { createDesk } from '../answers/desk.ts'
import { showsColour } from '../chat/terminal/shows-colour.ts'
import { formatProblems } from '../knowledge/format-problems.ts'
import type { Knowledge } from '../knowledge/records.ts'
import { buildLibrary } from '../library/library.ts'
import { checkFolder, knowledgeFolder, today } from './folder.ts'
import { Refusal } from './refusal.ts'
import type { Settings } from './settings.ts'

/** A clean folder, or a refusal that lists what is wrong with it: nothing is served from a broken one. */
export function openKnowledge(settings: Settings): Knowledge {
  const folder = knowledgeFolder(settings)
  const { knowledge, problems } = checkFolder(folder, today())
  if (knowledge) return knowledge
  throw new Refusal(formatProblems(problems, { color: showsColour(process.stderr), github: false }).trimEnd())
}

export function openDesk(settings: Settings): Desk {
  return createDesk(buildLibrary(openKnowledge(settings)), today)
}
