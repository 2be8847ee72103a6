import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

export type Asset = { type: string; body: string }

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/** The page's own files, by name. */
const OWN = [
  'page.css',
  'posts.css',
  'writing.css',
  'page.js',
  'composer.js',
  'messages.js',
  'reading.js',
  'window.js',
  'theme.js',
  'icon.svg',
]

/** Everything that the page loads, read once. The library's styles go into a layer, so that the page's own always win. */
export async function readAssets(): Promise<ReadonlyMap<string, Asset>> {
  const own = OWN.map((name) => [name, new URL(`browser/${name}`, import.meta.url)] as const)
  const blocks = createRequire(import.meta.url).resolve('slack-blocks-to-jsx/dist/style.css')
  const all = [...own, ['blocks.css', blocks] as const]
  const read = all.map(async ([name, file]) => {
    const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain'
    const body = await readFile(file, 'utf8')
    return [name, { type, body: file === blocks ? `@layer blocks{${body}}` : body }] as const
  })
  return new Map(await Promise.all(read))
}
