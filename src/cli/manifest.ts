import { writeFile } from 'node:fs/promises'
import { manifest } from '../chat/slack/install/manifest.ts'
import { noArguments } from '../serve/arguments.ts'
import { openDesk } from '../serve/folder/open-knowledge.ts'
import { settingsOrRefuse } from '../serve/refusal.ts'

/** Writes manifest.yml in the folder where it is run, so that Slack offers the commands that this folder has. */
export async function run(args: readonly string[]): Promise<number> {
  noArguments('manifest', args)
  const desk = await openDesk(settingsOrRefuse())
  await writeFile('manifest.yml', manifest(desk.commands()))
  process.stdout.write('manifest.yml is up to date. Paste it at api.slack.com → your app → App Manifest.\n')
  return 0
}
