import { characters } from './characters.ts'
import { command } from './command.ts'
import { differs } from './differs.ts'
import { foreignKey } from './foreign-key.ts'
import { future } from './future.ts'
import { knownSource } from './known-source.ts'
import { endOfCouncil } from './links/end-of-council.ts'
import { knownEntry } from './links/known-entry.ts'
import { knownTheme } from './links/known-theme.ts'
import { ownTwin } from './links/own-twin.ts'
import { printedSum } from './links/printed-sum.ts'
import { roleAddress } from './links/role-address.ts'
import { sinceBeforeOn } from './links/since-before-on.ts'
import { state } from './links/state.ts'
import { locator } from './locator.ts'
import { overdue } from './overdue.ts'
import { informalName } from './places/informal-name.ts'
import { knownArea } from './places/known-area.ts'
import { knownPlace } from './places/known-place.ts'
import { quoteLength } from './quote-length.ts'
import type { Rule } from './rule.ts'
import { secondHand } from './second-hand.ts'
import { unique } from './unique.ts'
import { unused } from './unused.ts'
import { url } from './url.ts'
import { wordsOnce } from './words-once.ts'

/** Every rule that a folder is read with; `thorough/` has those that only a check waits for. */
export const RULES: readonly Rule[] = [
  ...[
    characters,
    command,
    differs,
    endOfCouncil,
    foreignKey,
    future,
    informalName,
    knownArea,
    knownEntry,
    knownPlace,
  ],
  ...[
    knownSource,
    knownTheme,
    locator,
    overdue,
    ownTwin,
    printedSum,
    quoteLength,
    roleAddress,
    secondHand,
    sinceBeforeOn,
    state,
    unique,
    unused,
  ],
  ...[url, wordsOnce],
]
