import { together } from './tests.ts'

for (const file of together('rooms')) await import(`../${file}`)
