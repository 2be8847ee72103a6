import { loaded } from './tests.ts'

await loaded('growing')
