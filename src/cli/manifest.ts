import { readFile, writeFile } from 'node:fs/promises'
import type { ManifestFor } from '../chat/slack/install/app.ts'
import { manifest } from '../chat/slack/install/manifest.ts'
import { parseArguments, settingsOrRefuse, Usage } from '../serve/arguments.ts'
import { openDesk } from '../serve/folder/folder.ts'

export const help = `npx hansa manifest   writes manifest.yml where it is run, ready to paste at api.slack.com

  --url https://hansa.example.org   over HTTP, at this address; several workspaces need it
  --socket                          over Socket Mode, which is what it writes without --url
  --maps                            asks for files:write, to show maps and to send answers as files
  --managers                        asks for users:read and channels:read, so that a channel's managers may change its digest
  --prefix leeds-                   /leeds-twins for /twins, where another app has that; /hansa stays`

/** So that Slack offers the commands that this folder has, in the case at hand. */
export async function run(args: readonly string[]): Promise<number> {
  const how = caseIn(args)
  const desk = await openDesk(settingsOrRefuse())
  const text = manifest(desk.commands(), how)
  const before = await readFile('manifest.yml', 'utf8').catch(() => undefined)
  if (before !== text) await writeFile('manifest.yml', text)
  const done = before === text ? 'manifest.yml stands as it is' : 'Wrote manifest.yml'
  process.stdout.write(
    `${done}: ${inWords(how)}. Paste it at api.slack.com → your app → App Manifest.\n${also(how)}`,
  )
  return 0
}

function inWords({ url, maps, managers, prefix }: ManifestFor): string {
  const parts = [
    maps && 'maps and files',
    managers && 'managers of channels',
    prefix && `/${prefix} before commands`,
  ]
  const besides = parts.filter(Boolean).join(', ')
  return `${url ? `over HTTP at ${url}` : 'over Socket Mode'}${besides && `, with ${besides}`}`
}

/** Who installs an app is asked for what the link to install it names, not for what its manifest does. */
function also({ url, maps, managers }: ManifestFor): string {
  const words = [maps && 'maps', managers && 'managers'].filter(Boolean).join(',')
  return url && words ? `Where workspaces install Hansa themselves, set SLACK_ALSO=${words} as well.\n` : ''
}

function caseIn(args: readonly string[]): ManifestFor {
  const { values, positionals } = parseArguments('manifest', args, {
    url: { type: 'string' },
    http: { type: 'boolean' },
    socket: { type: 'boolean' },
    maps: { type: 'boolean' },
    managers: { type: 'boolean' },
    prefix: { type: 'string' },
  })
  const { url, http, socket, maps = false, managers = false, prefix } = values
  if (positionals.length > 0) throw new Usage(`manifest: "${positionals[0]}" is one word too many.`)
  if (http && socket) throw new Usage('manifest: say --http or --socket, not both.')
  if (http && !url)
    throw new Usage('manifest: over HTTP it needs the address: --url https://hansa.example.org.')
  if (socket && url) throw new Usage('manifest: over Socket Mode there is no address: leave --url out.')
  if (url !== undefined && !/^https:\/\/[^\s/]+\/?$/.test(url))
    throw new Usage(`manifest: --url is an https address without a path (found "${url}").`)
  // Every command of Hansa's own has room behind it in the 32 characters that Slack allows.
  if (prefix !== undefined && !/^[a-z\d][a-z\d-]{0,11}-$/.test(prefix))
    throw new Usage(
      `manifest: --prefix is small letters and digits with a dash at its end, 13 at most (found "${prefix}").`,
    )
  return { maps, managers, ...(url && { url: url.replace(/\/$/, '') }), ...(prefix && { prefix }) }
}
