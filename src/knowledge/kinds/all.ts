import { claims } from './claim.ts'
import type { Kind } from './kind.ts'
import { places } from './place.ts'
import { reports } from './report.ts'
import { sources } from './source.ts'
import { twinnings } from './twinning.ts'

/** Every kind of knowledge there is: a new one is a file here, and a line below. */
export const KINDS: readonly Kind[] = [sources, claims, twinnings, reports, places]
