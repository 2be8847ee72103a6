import { crc32, deflateRawSync } from 'node:zlib'
import { APP_NAME } from '../cards/elements.ts'
import { KEEP } from '../cards/proposals.ts'

/** What Teams shows of who runs Hansa; each an https address. */
export type Developer = { name: string; websiteUrl: string; privacyUrl: string; termsOfUseUrl: string }

/** The manifest of a Teams app: personal, group chats and channels, with commands and a search for messages. */
export function teamsManifest(given: {
  clientId: string
  version: string
  developer: Developer
  host?: string
}): object {
  const { clientId, version, developer, host } = given
  const commands = [
    {
      title: 'twins Leeds',
      description: 'Partner cities of a place, each with its source',
      triggers: ['mention', 'slash'],
    },
    {
      title: 'ask universities',
      description: 'What the folder holds on words',
      triggers: ['mention', 'slash'],
    },
    { title: 'report', description: 'The reports that the folder holds', triggers: ['mention', 'slash'] },
    {
      title: 'digest',
      description: 'The weekly digest of this conversation',
      triggers: ['mention', 'slash'],
    },
    { title: 'help', description: 'What can be asked, and how', triggers: ['mention', 'slash'] },
  ]
  const scopes = ['personal', 'team', 'groupChat']
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json',
    manifestVersion: '1.29',
    version: /^\d+\.\d+\.\d+/.exec(version)?.[0] ?? '1.0.0',
    id: clientId,
    developer,
    name: { short: APP_NAME, full: 'Hansa: partner cities and cited findings' },
    description: {
      short: 'Partner cities and cited findings for regional policy teams',
      full: 'Ask “twins Leeds” and see a place’s partner cities, each with its kind, year, status and source. Every statement is cited; no language model writes anything. It reads no channel: in a group or channel it hears only what mentions it.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#1D3D5C',
    bots: [
      {
        botId: clientId,
        scopes,
        supportsFiles: false,
        isNotificationOnly: false,
        supportsTargetedMessages: true,
        commandLists: [{ scopes, commands }],
      },
    ],
    composeExtensions: [
      {
        botId: clientId,
        commands: [
          {
            id: 'find',
            type: 'query',
            title: 'Find a cited statement',
            description: 'Inserts a statement with its whole citation',
            context: ['compose', 'commandBox'],
            initialRun: false,
            parameters: [
              {
                name: 'words',
                title: 'A place, or words',
                description: 'Leeds Dortmund, or universities',
                inputType: 'text',
              },
            ],
          },
          {
            id: 'keep',
            type: 'action',
            title: KEEP,
            description: 'Proposes a link that this message tells of',
            context: ['message'],
            fetchTask: true,
          },
        ],
      },
    ],
    validDomains: host ? [host] : [],
  }
}

/** Two towns and the line between them, as SVG: in colour for 192 pixels, and white on nothing for 32. */
export function icons(): { color: string; outline: string } {
  const towns = (ink: string) =>
    `<path d="M52 124 C 80 60, 112 60, 140 124" fill="none" stroke="${ink}" stroke-width="12" stroke-linecap="round"/>` +
    `<circle cx="52" cy="124" r="20" fill="${ink}"/><circle cx="140" cy="124" r="20" fill="${ink}"/>`
  const svg = (size: number, inside: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 192 192">${inside}</svg>`
  return {
    color: svg(192, `<rect width="192" height="192" fill="#1d3d5c"/>${towns('#ffffff')}`),
    outline: svg(
      32,
      `<g transform="translate(96 100) scale(1.6) translate(-96 -100)">${towns('#ffffff')}</g>`,
    ),
  }
}

/** A zip of files at its top. No times are in it: the same files are the same bytes. */
export function zip(files: Readonly<Record<string, Uint8Array>>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, bytes] of Object.entries(files)) {
    const path = Buffer.from(name)
    const packed = deflateRawSync(bytes)
    // Version 2.0, no flags, deflated, 1 January 1980.
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, packed])
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, entry, path]))
    parts.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06'), end])
}
