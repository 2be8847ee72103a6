import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { createRequire } from 'node:module'

export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
): void {
  response
    .writeHead(status, { 'content-type': type.includes('charset') ? type : `${type}; charset=utf-8` })
    .end(body)
}

export function json(response: ServerResponse, value: unknown): void {
  send(response, 200, 'application/json', JSON.stringify(value))
}

export function redirect(response: ServerResponse, to: string): void {
  response.writeHead(303, { location: to }).end()
}

/** Everything comes from here and nothing goes anywhere else; https://developer.mozilla.org/docs/Web/HTTP/CSP */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
]

export const SAFE: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY.join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

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
  'answers.css',
  'writing.css',
  'page.js',
  'answers.js',
  'copying.js',
  'composer.js',
  'messages.js',
  'reading.js',
  'window.js',
  'folding.js',
  'reporting.js',
  'theme.js',
  'icon.svg',
]

/** The page says the map in words where it does not come; loading the page again asks for it again. */
export function busy(response: ServerResponse): void {
  response.setHeader('retry-after', '60')
  send(
    response,
    503,
    'text/plain',
    'The map is left out: many are being drawn just now. Ask again in a minute.',
  )
}

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
