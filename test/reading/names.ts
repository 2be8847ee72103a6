import { realFolder } from '../real-folder.ts'
import { heldIn } from './names-held.ts'

/** `npm run exhaustive` asks all names and all their misspellings, which takes minutes; `npm test` a sample of them. */
export const EXHAUSTIVE = process.env.HANSA_EXHAUSTIVE === '1'

export const { knowledge, desk, library } = realFolder()

export const { held, calledSo, ofOthers } = heldIn(knowledge)
