import type { WorkspaceState } from './workspace-state.ts'

const POSTS = 2000
const ADDRESSES = 2000
const FILES = 200
const VIEWS = 1000

/** Lets the oldest go, so that a playground may run for months. */
export function forgetOld({ posts, addresses, files, views }: WorkspaceState): void {
  if (posts.length > POSTS) posts.splice(0, posts.length - POSTS)
  forgetFirst(addresses, ADDRESSES)
  forgetFirst(files, FILES)
  forgetFirst(views, VIEWS)
}

function forgetFirst(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return
    map.delete(key)
  }
}
