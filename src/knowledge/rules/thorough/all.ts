import type { Rule } from '../rule.ts'
import { commandName } from './command-name.ts'
import { printedForm } from './printed-form.ts'

/** Rules that take a second or more, or need what does: `npx hansa check` asks them, and not who only reads the folder. */
export const THOROUGH: readonly Rule[] = [commandName, printedForm]
