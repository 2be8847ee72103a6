import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Workspace } from './workspace.ts'
import type { Post, View } from './workspace-state.ts'

/** A page of the playground: what stands at the left, and what it shows. */
export type Room = {
  path: '/home' | '/policy' | '/hansa'
  label: string
  heading: string
  about: string
  /** Where one can write; App Home has no such place. */
  channel?(person: Person): string
}

const HOME: Room = {
  path: '/home',
  label: 'Home',
  heading: 'Hansa’s Home',
  about: 'What everyone sees who opens the app.',
}

/** The rooms that everyone has. `policy` is the id of the one channel. */
export function rooms(policy: string): readonly [Room, Room, Room] {
  return [
    HOME,
    {
      path: '/policy',
      label: '# policy',
      heading: '# policy',
      about: 'A channel that everybody here reads. Answers are private until someone shares them.',
      channel: () => policy,
    },
    {
      path: '/hansa',
      label: 'Hansa',
      heading: 'Hansa',
      about: 'A direct message: no command is needed, just write “twins Leeds”.',
      channel: ({ id }) => `D${id}`,
    },
  ]
}

const SHOWN = 60

/**
 * The last messages that a person sees in a channel, replies under what they answer; what comes later to an answer, such
 * as its map, stands below that answer and not below the next one.
 */
export function postsIn(workspace: Workspace, channel: string, { id }: Person): readonly Post[] {
  const seen = workspace.seenBy(id, channel)
  // A thread of before this process is not there: what is told in it stands by itself.
  const there = new Set(seen.map(({ ts }) => ts))
  const roots = seen.filter(({ ts, thread }) => thread === undefined || thread === ts || !there.has(thread))
  const together = [...Map.groupBy(roots, ({ ts, answers }) => answers ?? ts).values()].flat()
  return together
    .slice(-SHOWN)
    .flatMap((root) => [root, ...seen.filter(({ ts, thread }) => thread === root.ts && ts !== root.ts)])
}

/** The message or view with that id, if the person sees it. */
export function whereIs(workspace: Workspace, id: string, person: Person): Post | View | undefined {
  const view = workspace.state.views.get(id)
  if (view) return view.user === person.id ? view : undefined
  const post = workspace.state.posts.find(({ ts }) => ts === id)
  const members = post && workspace.state.channels.get(post.channel)?.members
  if (!post || !members?.has(person.id)) return undefined
  return post.onlyFor === undefined || post.onlyFor === person.id ? post : undefined
}

/** Someone with the page open. Two browsers are two people, so that what is private stays so. */
export type Person = { id: string; name: string }

const COOKIE = 'hansa_person'
const NAMES = ['Alex', 'Robin', 'Sam', 'Kim', 'Charlie', 'Jo', 'Noor', 'Mika']
/** Above this, those who came first are forgotten. */
const MOST = 500

export type People = {
  /** Who sent the request; somebody new when it has no cookie that we gave out. */
  of(request: IncomingMessage): { person: Person; cookie?: string }
  all(): readonly Person[]
}

export function people(welcome: (person: Person) => void): People {
  const bySecret = new Map<string, Person>()
  let count = 0
  const add = (secret: string): Person => {
    const name = NAMES[count % NAMES.length] ?? 'Alex'
    const round = Math.floor(count / NAMES.length)
    count += 1
    const person = {
      id: `U${String(count).padStart(8, '0')}`,
      name: round === 0 ? name : `${name} ${round + 1}`,
    }
    bySecret.set(secret, person)
    const [first] = bySecret.keys()
    if (bySecret.size > MOST && first !== undefined) bySecret.delete(first)
    welcome(person)
    return person
  }
  return {
    of(request) {
      const known = bySecret.get(secretIn(request))
      if (known) return { person: known }
      const secret = randomUUID()
      return { person: add(secret), cookie: `${COOKIE}=${secret}; Path=/; HttpOnly; SameSite=Strict` }
    },
    all: () => [...bySecret.values()],
  }
}

function secretIn({ headers }: IncomingMessage): string {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === COOKIE)?.[1] ?? ''
}
