import { together } from './tests.ts'

for (const file of together('files')) await import(`../${file}`)
