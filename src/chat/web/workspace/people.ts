import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

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
