import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { manifest } from '../chat/slack/install/manifest.ts'
import { openDesk } from '../serve/open.ts'
import { settingsOrRefuse } from '../serve/settings-or-refuse.ts'
import { noWords } from './words.ts'

const FILE = fileURLToPath(new URL('../../manifest.yml', import.meta.url))

/** Rewrites manifest.yml, so that Slack offers the commands that this folder has. */
export async function run(args: readonly string[]): Promise<number> {
  noWords('manifest', args)
  const desk = openDesk(settingsOrRefuse())
  await writeFile(FILE, manifest(desk.commands()))
  process.stdout.write('manifest.yml is up to date. Paste it at api.slack.com → your app → App Manifest.\n')
  return 0
}
