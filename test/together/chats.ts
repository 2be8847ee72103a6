import { together } from './tests.ts'

for (const file of together('chats')) await import(`../${file}`)
