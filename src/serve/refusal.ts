import { config } from 'dotenv'
import { readSettings, type Settings, type Sound, soundSettings } from './settings.ts'

/** Something the person at the terminal can put right. Printed as its sentence, without a stack. */
export class Refusal extends Error {
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** The words on the command line were off. */
export class Usage extends Refusal {
  constructor(message: string) {
    super(message, 2)
  }
}

/** The settings from the environment and `.env`, or one message that names all that is wrong. */
export function settingsOrRefuse(): Settings {
  config({ quiet: true })
  const settings = readSettings(process.env)
  if (!('missing' in settings)) return settings
  throw new Refusal(
    `These settings need a look (environment or .env):\n${settings.missing.map((line) => `  ${line}`).join('\n')}`,
  )
}

/** The settings that can be tried out, and a sentence for each that cannot. */
export function settingsAsTheyAre(): Sound & { missing: readonly string[] } {
  config({ quiet: true })
  const settings = readSettings(process.env)
  return { ...soundSettings(process.env), missing: 'missing' in settings ? settings.missing : [] }
}
