/** How a page is asked for. Times in seconds. */
export type Limits = {
  /** For one request, from looking up its host to the last byte. A page takes at most one for each redirect. */
  seconds: number
  /** Of a page, unpacked. */
  bytes: number
  redirects: number
  /** Between two requests to one host. */
  pause: number
  /** The longest `Retry-After` and `Crawl-delay` that we sit out. */
  patience: number
  /** Hosts asked at the same time, one request each. */
  hosts: number
}

export const LIMITS: Limits = {
  seconds: 30,
  bytes: 10_000_000,
  redirects: 5,
  pause: 1,
  patience: 30,
  hosts: 4,
}
