import type { Knowledge } from '../knowledge/records.ts'
import { gazetteer } from '../places/gazetteer.ts'
import { mentionedIn, namedIn } from '../places/reading/named.ts'
import { nearIn } from '../places/reading/near.ts'
import { spelledAsPlace } from '../places/reading/spelled.ts'
import { oneSlipFromNamesIn, whoIn } from '../places/reading/who.ts'
import type { Library } from './library.ts'
import { saidIn } from './said.ts'
import { suggestions } from './suggest.ts'

/** Reads a clean folder into memory, once. What only rare questions need is built when the first of them comes. */
export function buildLibrary(knowledge: Knowledge): Library {
  const names = gazetteer(knowledge)
  const near = nearIn(names, knowledge.exists)
  return {
    knowledge,
    who: whoIn(names, near),
    named: namedIn(names),
    mentioned: mentionedIn(names),
    oneSlipFrom: oneSlipFromNamesIn(names),
    said: saidIn(knowledge, spelledAsPlace(names, near)),
    suggest: suggestions(knowledge),
  }
}
