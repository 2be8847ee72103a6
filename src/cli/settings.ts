import { config } from 'dotenv'
import { readSettings, type Settings } from '../settings.ts'
import { Refusal } from './refusal.ts'

/** The settings from the environment and `.env`, or one message that names all that is wrong. */
export function settingsOrRefuse(): Settings {
  config({ quiet: true })
  const settings = readSettings(process.env)
  if (!('missing' in settings)) return settings
  throw new Refusal(
    `These settings need a look (environment or .env):\n${settings.missing.map((line) => `  ${line}`).join('\n')}`,
  )
}
