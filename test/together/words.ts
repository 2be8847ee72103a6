import { together } from './tests.ts'

for (const file of together('words')) await import(`../${file}`)
