import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Asset } from './assets.ts'
import type { Changes } from './changes.ts'
import { SAFE } from './headers.ts'
import { main, page } from './page.ts'
import type { People, Person } from './people.ts'
import { type Look, type Pictures, WIDTHS } from './pictures.ts'
import { NotThere } from './pressed.ts'
import { filledIn, formOf, pressedIn } from './requests.ts'
import { type Room, whereIs } from './rooms.ts'
import { isOurs } from './same-site.ts'
import { type Around, shownIn } from './shown-in.ts'
import type { View } from './workspace-state.ts'

export type Playground = Around & {
  host: string
  people: People
  pictures: Pictures
  changes: Changes
  assets: ReadonlyMap<string, Asset>
}

type Exchange = { request: IncomingMessage; response: ServerResponse; person: Person; room: Room }

/** Longer than any question is read. */
const TYPED = 3000
const COMPLETIONS = 8

/** Answers one request. What a person may not do, or no longer do, is said in a sentence; it throws only by a bug. */
export async function answerRequest(play: Playground, request: IncomingMessage, response: ServerResponse) {
  for (const [name, value] of Object.entries(SAFE)) response.setHeader(name, value)
  if (!isOurs(request, play.host)) return send(response, 403, 'text/plain', 'This page answers only itself.')
  const url = new URL(request.url ?? '/', 'http://localhost')
  if (request.method === 'GET') return get(play, url, request, response)
  if (request.method !== 'POST') return send(response, 405, 'text/plain', 'Only GET and POST.')
  const [, path, act] = /^(\/\w+)\/(say|press|close)$/.exec(url.pathname) ?? []
  const room = play.rooms.find((one) => one.path === path)
  if (!room) return send(response, 404, 'text/plain', 'There is nothing here.')
  const { person, cookie } = play.people.of(request)
  if (cookie) response.setHeader('set-cookie', cookie)
  return post(play, act ?? '', { request, response, person, room })
}

async function get(
  play: Playground,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = url
  if (pathname === '/') return redirect(response, '/policy')
  if (pathname === '/health') return send(response, 200, 'text/plain', 'ok')
  if (pathname === '/changes') return play.changes.open(response)
  if (pathname === '/suggest')
    return json(response, play.desk.suggest(cutTyped(searchParams.get('typed')), COMPLETIONS))
  const [, folder, name = ''] = /^\/(assets|pictures)\/([^/]+)$/.exec(pathname) ?? []
  const asset = folder === 'assets' ? play.assets.get(name) : undefined
  if (asset) return send(response, 200, asset.type, asset.body)
  const svg = folder === 'pictures' ? await play.pictures.svg(decoded(name), lookIn(searchParams)) : undefined
  if (svg) return send(response, 200, 'image/svg+xml', svg)
  const room = play.rooms.find(({ path }) => path === pathname)
  if (!room) return send(response, 404, 'text/plain', 'There is nothing here.')
  const { person, cookie } = play.people.of(request)
  if (cookie) response.setHeader('set-cookie', cookie)
  return show(play, { request, response, person, room })
}

async function post(play: Playground, act: string, exchange: Exchange): Promise<void> {
  const form = await formOf(exchange.request)
  const trouble = form ? await done(play, act, form, exchange) : 'That was too long to read.'
  if (trouble === undefined && !wantsPart(exchange.request))
    return redirect(exchange.response, exchange.room.path)
  return show(play, exchange, trouble)
}

/** Does what the form asks; a sentence when that cannot be. */
async function done(
  { workspace }: Playground,
  act: string,
  form: URLSearchParams,
  { person, room }: Exchange,
): Promise<string | undefined> {
  if (act === 'close') return workspace.closeWindow(person.id) ?? undefined
  if (act === 'press') return pressing(workspace, form, person)
  const channel = room.channel?.(person)
  const text = cutTyped(form.get('text')).trim()
  if (!channel || text === '') return undefined
  await (text.startsWith('/')
    ? workspace.command(person.id, channel, text)
    : workspace.say(person.id, channel, text))
  return undefined
}

async function pressing(workspace: Playground['workspace'], form: URLSearchParams, person: Person) {
  const where = whereIs(workspace, form.get('where') ?? '', person)
  if (form.get('press') === 'submit' && where && !('ts' in where)) return filling(workspace, form, where)
  const what = pressedIn(form)
  if (!what) return 'Choose something from the menu first.'
  try {
    if (!where) throw new NotThere('the message is gone')
    await workspace.press(person.id, where, what)
    return undefined
  } catch (error) {
    if (error instanceof NotThere) return 'That can no longer be pressed: ask again below.'
    throw error
  }
}

/** Sends a window; what the app finds wrong with it is said in its words. */
async function filling(workspace: Playground['workspace'], form: URLSearchParams, window: View) {
  const wrong = Object.values(await workspace.submit(window, filledIn(form)))
  return wrong.length > 0 ? wrong.join(' ') : undefined
}

async function show(
  play: Playground,
  { request, response, person, room }: Exchange,
  trouble?: string,
): Promise<void> {
  const part = wantsPart(request)
  const shown = await shownIn(room, person, !part && request.method === 'GET', play)
  const html = part ? main(shown) : page(trouble ? { ...shown, trouble } : shown)
  if (trouble) response.setHeader('x-trouble', encodeURIComponent(trouble))
  send(response, trouble ? 409 : 200, 'text/html', html)
}

/** The page's script asks for the part that changes. */
function wantsPart({ headers }: IncomingMessage): boolean {
  return headers['x-part'] === 'room'
}

function lookIn(search: URLSearchParams): Look {
  const width = Object.values(WIDTHS).find((one) => String(one) === search.get('width')) ?? WIDTHS.wide
  return { width, theme: search.get('theme') === 'dark' ? 'dark' : 'light' }
}

function cutTyped(text: string | null): string {
  return [...(text ?? '').slice(0, 2 * TYPED)].slice(0, TYPED).join('')
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return ''
  }
}

function json(response: ServerResponse, value: unknown): void {
  send(response, 200, 'application/json', JSON.stringify(value))
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(303, { location: to }).end()
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response
    .writeHead(status, { 'content-type': type.includes('charset') ? type : `${type}; charset=utf-8` })
    .end(body)
}
