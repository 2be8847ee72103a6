import type { Desk } from '../../answer/answer.ts'
import { createDesk } from '../../answers/desk.ts'
import { showsColour } from '../../chat/terminal/shows-colour.ts'
import { towns } from '../../growing/places/towns.ts'
import type { Knowledge } from '../../knowledge/records.ts'
import { buildLibrary } from '../../library/library.ts'
import { Refusal } from '../refusal.ts'
import type { Settings } from '../settings.ts'
import { checkFolder, knowledgeFolder, today } from './folder.ts'

/** A clean folder, or a refusal that lists what is wrong with it: nothing is served from a broken one. */
export async function openKnowledge(settings: Settings): Promise<Knowledge> {
  const folder = knowledgeFolder(settings)
  const { knowledge, problems } = await checkFolder(folder, today())
  if (knowledge) return knowledge
  const { formatProblems } = await import('../../knowledge/format-problems.ts')
  throw new Refusal(formatProblems(problems, { color: showsColour(process.stderr), github: false }).trimEnd())
}

export async function openDesk(settings: Settings): Promise<Desk> {
  return createDesk(buildLibrary(await openKnowledge(settings)), today, { exists: towns })
}
