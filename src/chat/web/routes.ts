import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Desk } from '../../answer/answer.ts'
import type { PictureOf } from '../core/own-addresses.ts'
import type { ProposalDesk } from '../core/proposals.ts'
import type { TakeAlong } from '../core/taking.ts'
import { answerPage, answerTaken, MAP_ADDRESS, mapTaken } from './answers/answer-routes.ts'
import { type CoverageShown, coveragePage } from './answers/draw-coverage.ts'
import { type Around, shownIn } from './drawing/draw-room.ts'
import { type Look, type Pictures, WIDTHS } from './drawing/pictures.ts'
import { isForUs, isFromUs, type Names } from './open-door.ts'
import { main, page } from './page.ts'
import { type Asset, busy, json, redirect, SAFE, send } from './replies.ts'
import { cutTyped, decoded, filledIn, formOf, pageOf, pressedIn } from './requests.ts'
import type { Changes } from './workspace/changes.ts'
import { NotThere } from './workspace/deliveries.ts'
import { type People, type Person, type Room, whereIs } from './workspace/rooms.ts'

export type Playground = Around &
  Names & {
    people: People
    pictures: Pictures
    changes: Changes
    assets: ReadonlyMap<string, Asset>
    takeAlong?: TakeAlong
    /** The map of an answer, to keep. */
    mapFile?: PictureOf
    /** Completes the names in a form on which links are proposed. */
    names?: ProposalDesk['names']
    /** Who was told how the app is addressed in a channel. */
    hinted: WeakSet<Person>
  }

type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  person: Person
  room: Room
  page: string
}

const COMPLETIONS = 8

const NOT_OURS =
  'Hansa does not answer to this name: whoever runs it can add the name to HANSA_HOSTS, or ask for it by its address.'

/** Answers one request. What a person may not do, or no longer do, is said in a sentence; it throws only by a bug. */
export async function answerRequest(play: Playground, request: IncomingMessage, response: ServerResponse) {
  for (const [name, value] of Object.entries(SAFE)) response.setHeader(name, value)
  const url = URL.parse(request.url ?? '/', 'http://localhost')
  if (!url) return send(response, 400, 'text/plain', 'That is no address.')
  const looks = request.method === 'GET' || request.method === 'HEAD'
  if (!isForUs(request, play)) return send(response, 403, 'text/plain', NOT_OURS)
  if (!isFromUs(request)) return send(response, 403, 'text/plain', 'This page answers only itself.')
  if (looks) return get(play, url, request, response)
  if (request.method !== 'POST') return send(response, 405, 'text/plain', 'Only GET and POST.')
  const [, path, act] = /^(\/\w+)\/(say|press|close)$/.exec(url.pathname) ?? []
  const room = play.rooms.find((one) => one.path === path)
  if (!room) return send(response, 404, 'text/plain', 'There is nothing here.')
  const { person, cookie } = play.people.of(request)
  if (cookie) response.setHeader('set-cookie', cookie)
  return post(play, act ?? '', { request, response, person, room, page: pageOf(request) })
}

async function get(
  play: Playground,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = url
  if (pathname === '/') return redirect(response, '/policy')
  if (pathname === '/changes')
    return request.method === 'HEAD'
      ? send(response, 200, 'text/event-stream', '')
      : play.changes.open(response)
  if (pathname === '/suggest')
    return json(response, offers(cutTyped(searchParams.get('typed')), play.desk, COMPLETIONS))
  const side = /^\/names\/(place|partner)$/.exec(pathname)?.[1] as 'place' | 'partner' | undefined
  if (side) return json(response, play.names?.(cutTyped(searchParams.get('typed')), side) ?? [])
  if (pathname === '/answer') return answerPage(play, request, response, cutTyped(searchParams.get('ask')))
  if (/^\/coverage(\.svg)?$/.test(pathname) && play.coverage)
    return coverageRoute(play.coverage(), pathname, lookIn(searchParams), response)
  if (pathname === MAP_ADDRESS) return mapTaken(play, request, response, cutTyped(searchParams.get('ask')))
  if (pathname.startsWith('/take/'))
    return answerTaken(play, request, response, {
      form: pathname.slice('/take/'.length),
      ask: cutTyped(searchParams.get('ask')),
    })
  const [, folder, name = ''] = /^\/(assets|pictures)\/([^/]+)$/.exec(pathname) ?? []
  const asset = folder === 'assets' ? play.assets.get(name) : undefined
  if (asset) return send(response, 200, asset.type, asset.body)
  const svg = folder === 'pictures' ? await play.pictures.svg(decoded(name), lookIn(searchParams)) : undefined
  if (svg && 'leftOut' in svg) return busy(response)
  if (svg) return send(response, 200, 'image/svg+xml', svg.bytes)
  const room = play.rooms.find(({ path }) => path === pathname)
  if (!room) return send(response, 404, 'text/plain', 'There is nothing here.')
  const { person, cookie } = play.people.of(request)
  if (cookie) response.setHeader('set-cookie', cookie)
  return show(play, { request, response, person, room, page: pageOf(request) })
}

/** What is held, as a page of its own, and the map on it. */
async function coverageRoute(
  shown: CoverageShown,
  pathname: string,
  look: Look,
  response: ServerResponse,
): Promise<void> {
  if (!pathname.endsWith('.svg')) return send(response, 200, 'text/html', coveragePage(shown))
  const svg = await shown.svg(look)
  return 'leftOut' in svg ? busy(response) : send(response, 200, 'image/svg+xml', svg.bytes)
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
  { workspace, hinted }: Playground,
  act: string,
  form: URLSearchParams,
  { person, room, page }: Exchange,
): Promise<string | undefined> {
  if (act === 'close') return workspace.closeWindow(person.id, page) ?? undefined
  if (act === 'press') return pressing(workspace, form, person, page)
  const channel = room.channel?.(person)
  const text = cutTyped(form.get('text')).trim()
  if (!channel || text === '') return undefined
  if (text.startsWith('/')) await workspace.command(person.id, channel, text, page)
  else await workspace.say(person.id, channel, text)
  const isUnheard = room.path === '/policy' && !/^\/|@hansa/.test(text)
  if (isUnheard && !hinted.has(person)) {
    hinted.add(person)
    workspace.whisper(person.id, channel, HINT)
  }
  return undefined
}

/** An app hears nothing else in a channel, and a reader waits in vain. */
const HINT =
  'In a channel Hansa reads what is addressed to it: begin with @hansa, as in “@hansa twins Leeds”, or write a command, as in “/twins Leeds”. This is said once.'

async function pressing(
  workspace: Playground['workspace'],
  form: URLSearchParams,
  person: Person,
  page: string,
) {
  const where = whereIs(workspace, form.get('where') ?? '', person)
  if (form.get('press') === 'submit' && where && !('ts' in where)) {
    // What the app finds wrong stands in the window, at its question.
    await workspace.submit(where, filledIn(form))
    return undefined
  }
  const what = pressedIn(form)
  if (!what) return 'Choose something from the menu first.'
  try {
    if (!where) throw new NotThere('the message is gone')
    await workspace.press(person.id, where, what, page)
    return undefined
  } catch (error) {
    if (error instanceof NotThere) return 'That can no longer be pressed: ask again below.'
    throw error
  }
}

async function show(
  play: Playground,
  { request, response, person, room, page: from }: Exchange,
  trouble?: string,
): Promise<void> {
  const part = wantsPart(request)
  const shown = await shownIn(room, { person, page: from, opened: !part && request.method === 'GET' }, play)
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

const OWN = '/hansa '

/** What completes a line; and what a command does, where the line is no more than that yet. */
export type Offer = { line: string; about?: string }

/** Completions as a workspace has them: the app's own command too, which takes every question. */
export function offers(typed: string, desk: Desk, k: number): readonly Offer[] {
  const whole = typed.trimStart()
  if (whole.toLowerCase().startsWith(OWN)) {
    const question = whole.slice(OWN.length)
    return question.trim() === '' ? [] : desk.suggest(question, k).map((words) => ({ line: OWN + words }))
  }
  const own =
    whole.length > 1 && OWN.startsWith(whole.toLowerCase()) ? [{ line: OWN, about: 'Any question' }] : []
  const about = new Map(desk.commands().map(({ name, description }) => [`/${name}`, description]))
  const suggested = desk.suggest(typed, k).map((line) => {
    const words = about.get(line.trim())
    return { line, ...(words && { about: words }) }
  })
  return [...own, ...suggested].slice(0, k)
}
