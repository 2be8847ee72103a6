import type { UploadedFile, WorkspaceState } from './workspace-state.ts'

const POSTS = 2000
const ADDRESSES = 2000
const FILES = 200
/** Of uploaded files together. The page draws its pictures itself: nobody reads them again. */
const BYTES = 4_000_000
const VIEWS = 1000

/** Lets the oldest go, so that a playground may run for months. */
export function forgetOld({ posts, addresses, files, views }: WorkspaceState): void {
  if (posts.length > POSTS) posts.splice(0, posts.length - POSTS)
  forgetFirst(addresses, ADDRESSES)
  forgetFirst(files, FILES)
  forgetBytes([...files.values()])
  forgetFirst(views, VIEWS)
}

function forgetBytes(files: readonly UploadedFile[]): void {
  let bytes = 0
  for (const file of files.toReversed()) {
    bytes += file.bytes.length
    if (bytes > BYTES) file.bytes = new Uint8Array()
  }
}

function forgetFirst(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return
    map.delete(key)
  }
}
