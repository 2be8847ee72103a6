import type { Desk } from '../../../answer/answer.ts'
import type { Shown } from '../page.ts'
import type { Person } from '../workspace/people.ts'
import { postsIn, type Room } from '../workspace/rooms.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Surroundings } from './draw-blocks.ts'
import { drawPost, drawView } from './draw-post.ts'

export type Around = {
  workspace: Workspace
  desk: Desk
  rooms: readonly Room[]
  surroundings: Surroundings
  /** Another one each time the workspace begins. */
  began: string
}

/** Who looks, from which page. `opened`: just now; the app draws its Home then, and not at every look. */
type Look = { person: Person; page: string; opened: boolean }

/** What a person sees of a room. */
export async function shownIn(room: Room, { person, page, opened }: Look, around: Around): Promise<Shown> {
  const { workspace, rooms, surroundings, desk, began } = around
  const channel = room.channel?.(person)
  const body = channel
    ? postsIn(workspace, channel, person)
        .map((post) => drawPost(post, room.path, person, surroundings))
        .join('')
    : await home(room, person, opened, around)
  const over = workspace.windowOf(person.id, page)
  const window = over && {
    id: over.id,
    title: over.title,
    close: over.close,
    body: drawView(over, room.path, surroundings),
  }
  return { room, rooms, began, body, examples: examples(room, desk), ...(window && { window }) }
}

async function home(room: Room, person: Person, opened: boolean, around: Around): Promise<string> {
  const { workspace, surroundings } = around
  const old = opened ? undefined : workspace.state.views.get(`V-home-${person.id}`)
  const view = old ?? (await workspace.openHome(person.id))
  return view ? drawView(view, room.path, surroundings) : ''
}

function examples({ path }: Room, desk: Desk): readonly string[] {
  const asks = desk.answer('help').next.flatMap(({ ask }) => ask ?? [])
  return path === '/policy' ? asks.map((ask) => `/${ask}`) : asks
}
