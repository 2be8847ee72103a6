import { setPriority } from 'node:os'
import { checkFolder } from './folder.ts'

// Reads a folder, checks it, and keeps what it was read as for the process that started this one, and for later ones.

const [folder = '', today = ''] = process.argv.slice(2)
// Whoever asks comes first.
setPriority(5)
await checkFolder(folder, today)
