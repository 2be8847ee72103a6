import { Resvg } from '@resvg/resvg-js'
import { icons, teamsManifest, zip } from '../chat/teams/install/package.ts'
import { parseArguments, settingsOrRefuse, Usage } from '../serve/arguments.ts'
import { ownVersion } from '../serve/edges/mcp.ts'
import { writeWhole } from '../serve/write-file.ts'

export const help = `npx hansa teams-package   writes hansa-teams.zip where it is run, for the Teams admin centre

  --developer NAME   who runs Hansa, as people see it
  --website URL      their https address
  --privacy URL      their privacy notice; the website where it is left out
  --terms URL        their terms of use; the website where it is left out
  --client-id ID     the Application (client) ID; TEAMS_CLIENT_ID where it is left out
  --out FILE.zip     where it is written`

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArguments('teams-package', args, {
    developer: { type: 'string' },
    website: { type: 'string' },
    privacy: { type: 'string' },
    terms: { type: 'string' },
    'client-id': { type: 'string' },
    out: { type: 'string', default: 'hansa-teams.zip' },
  })
  const { developer, website, privacy = website, terms = website, out } = values
  if (!developer || !website || !privacy || !terms)
    throw new Usage('teams-package: say who runs Hansa, --developer "Leeds City Council" --website https://…')
  for (const url of [website, privacy, terms])
    if (!/^https:\/\/\S+$/.test(url))
      throw new Usage(`teams-package: Teams wants https addresses (found "${url}").`)
  const settings = settingsOrRefuse()
  const clientId = values['client-id'] ?? settings.teams?.clientId
  if (!clientId || !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(clientId))
    throw new Usage(
      'teams-package: set TEAMS_CLIENT_ID, or give --client-id: the Application (client) ID of the registration.',
    )
  const manifest = teamsManifest({
    clientId,
    version: await ownVersion(),
    developer: {
      name: developer.slice(0, 32),
      websiteUrl: website,
      privacyUrl: privacy,
      termsOfUseUrl: terms,
    },
    ...(settings.url && { host: new URL(settings.url).host }),
  })
  const { color, outline } = icons()
  const png = (svg: string) => new Resvg(svg).render().asPng()
  const files = {
    'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`),
    'color.png': png(color),
    'outline.png': png(outline),
  }
  writeWhole(out, zip(files), 'teams-package')
  process.stdout.write(
    `Wrote ${out}. Upload it in the Teams admin centre: Teams apps → Manage apps → Upload. docs/teams.md goes on.\n`,
  )
  return 0
}
