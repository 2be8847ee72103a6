import type { Engine } from './engine.ts'
import { flex } from './engines/flexsearch.ts'
import { fuse } from './engines/fuse.ts'
import { hansa } from './engines/hansa.ts'
import { minisearch } from './engines/minisearch.ts'
import { orama } from './engines/orama.ts'
import { sqlite } from './engines/sqlite.ts'
import { ufuzzy } from './engines/ufuzzy.ts'

/** Ours, then the others, each set up as its own documentation suggests for typing errors. */
export const ENGINES: readonly Engine[] = [hansa, ...fuse, minisearch, flex, orama, ufuzzy, ...sqlite]
