import { together } from './tests.ts'

for (const file of together('content')) await import(`../${file}`)
